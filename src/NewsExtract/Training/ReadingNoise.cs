using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using NewsExtract.Evaluation;

namespace NewsExtract.Training;

/// <summary>
/// Misreads characters of a marked text as OCR does: most become others that look like them, some are lost, leave a blank, or are
/// read twice. Line ends and blanks stay. The marks go along. The same seed gives the same text.
/// </summary>
/// <param name="rate">The share of the characters that are misread.</param>
internal sealed class ReadingNoise(double rate, int seed)
{
    // Of a hundred misread characters; the others look like another, where the table knows one.
    private const int Lost = 15;
    private const int Blank = 15;
    private const int Twice = 2;

    private static readonly Lazy<FrozenDictionary<char, string>> s_lookAlikes = new(ReadTable);

    private readonly Random _random = new(seed);

    /// <returns>The text misread, and the marks of which something is left.</returns>
    public (string Text, ImmutableArray<GoldMark> Marks) Apply(string text, ImmutableArray<GoldMark> marks)
    {
        var noisy = new StringBuilder(text.Length);
        // Where what was read for each character starts and ends.
        var (starts, ends) = (new int[text.Length], new int[text.Length]);
        for (var i = 0; i < text.Length; i++)
        {
            starts[i] = noisy.Length;
            noisy.Append(char.IsWhiteSpace(text[i]) || _random.NextDouble() >= rate ? text[i].ToString() : Misread(text[i]));
            ends[i] = noisy.Length;
        }

        var read = noisy.ToString();
        return (
            read,
            [.. marks.Select(mark => mark with { Span = Trim(read, starts[mark.Span.Start], ends[mark.Span.End - 1]) }).Where(static mark => mark.Span.Length > 0)]);
    }

    // A blank that is read at the edge of a name is no part of it.
    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (start < end && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    private string Misread(char character)
    {
        var kind = _random.Next(100);
        return kind switch
        {
            < Lost => "",
            < Lost + Blank => "　",
            < Lost + Blank + Twice => new string(character, 2),
            _ => s_lookAlikes.Value.TryGetValue(character, out var others) ? others[_random.Next(others.Length)].ToString() : "　",
        };
    }

    /// <summary>Of each character those that OCR took it for, as often as it did.</summary>
    private static FrozenDictionary<char, string> ReadTable()
    {
        using var reader = new StreamReader(typeof(ReadingNoise).Assembly.GetManifestResourceStream("Training/misreadings.txt")!);
        var table = new Dictionary<char, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line is [var character, ' ', .. { Length: > 0 } others])
            {
                table.Add(character, others);
            }
        }

        return table.ToFrozenDictionary();
    }
}
