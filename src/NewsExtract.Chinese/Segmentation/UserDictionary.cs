using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace NewsExtract.Chinese.Segmentation;

/// <summary>A word of the user's.</summary>
/// <param name="Frequency">As in the dictionary, whose common words have thousands; 0 forbids the word; <c>null</c> for one just high enough that the word is cut out whole.</param>
/// <param name="Tag">Part of speech; <c>null</c> leaves the dictionary's.</param>
public readonly record struct UserWord(string Word, long? Frequency = null, string? Tag = null);

/// <summary>
/// Words that a <see cref="SpanTokenizer"/> knows beside jieba's own. A word with characters outside Han, Latin letters,
/// digits and <c>+#&amp;._%-</c> is never cut out, as in the original.
/// </summary>
public sealed class UserDictionary
{
    public UserDictionary(IEnumerable<UserWord> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        Words = [.. words];
        if (Words.Any(word => string.IsNullOrEmpty(word.Word) || word.Frequency < 0))
        {
            throw new ArgumentException("a word is empty or has a negative frequency", nameof(words));
        }
    }

    /// <summary>In order; a later word replaces an earlier one that is the same.</summary>
    public ImmutableArray<UserWord> Words { get; }

    /// <summary>Reads a UTF-8 file in jieba's format.</summary>
    /// <exception cref="SegmentationResourceException">The file is missing or malformed.</exception>
    public static UserDictionary Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SegmentationResourceException(SegmentationResourceException.Missing, $"user dictionary {path} isn't there; check the path", exception);
        }
    }

    /// <summary>
    /// Reads UTF-8 in jieba's format: a word a line, a blank and its frequency, a blank and its tag; frequency and tag may
    /// be left out, empty lines are skipped.
    /// </summary>
    /// <param name="name">Named in messages.</param>
    /// <exception cref="SegmentationResourceException">It isn't UTF-8, or a frequency has too many digits.</exception>
    public static UserDictionary Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        var rest = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        var words = new List<UserWord>();
        for (var number = 1; !rest.IsEmpty; number++)
        {
            var end = rest.IndexOf((byte)'\n');
            var bytes = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!Utf8.IsValid(bytes))
            {
                throw Malformed(name, number, "expected UTF-8, found other bytes; save the file as UTF-8");
            }

            if (Encoding.UTF8.GetString(bytes).AsSpan().Trim("\uFEFF \t\r\u3000") is { Length: > 0 } text)
            {
                words.Add(ReadWord(text, name, number));
            }
        }

        return new UserDictionary(words);
    }

    // 云计算 5 n
    private static UserWord ReadWord(ReadOnlySpan<char> line, string name, int number)
    {
        string? tag = null;
        long? frequency = null;
        if (LastField(line) is { Length: > 0 } last && !last.ContainsAnyExceptInRange('a', 'z'))
        {
            tag = string.Intern(last.ToString());
            line = line[..^(last.Length + 1)];
        }

        if (LastField(line) is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9'))
        {
            if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > int.MaxValue)
            {
                throw Malformed(name, number, $"expected a frequency up to {int.MaxValue}, found {digits}");
            }

            frequency = value;
            line = line[..^(digits.Length + 1)];
        }

        return new UserWord(line.ToString(), frequency, tag);
    }

    /// <summary>What follows the last blank; empty when that would leave no word before it.</summary>
    private static ReadOnlySpan<char> LastField(ReadOnlySpan<char> line)
    {
        var blank = line.LastIndexOf(' ');
        return blank > 0 ? line[(blank + 1)..] : default;
    }

    private static SegmentationResourceException Malformed(string name, int line, string message) =>
        new(SegmentationResourceException.MalformedUserDictionary, $"user dictionary {name}, line {line}: {message}");
}
