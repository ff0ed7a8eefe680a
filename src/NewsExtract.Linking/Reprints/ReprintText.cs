using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NewsExtract.Chinese.Normalization;

namespace NewsExtract.Linking.Reprints;

/// <summary>
/// What of an article's text tells whether another prints it again: the letters and digits of its sentences. Paragraphs without a full
/// stop (mastheads, contents, telephone numbers, tables) are the same in every issue and say nothing.
/// </summary>
internal sealed class ReprintText
{
    /// <summary>Fewer letters don't tell a reprint from a formula.</summary>
    public const int Fewest = 60;

    /// <summary>Characters of a shingle: about three words, which two texts seldom share by chance.</summary>
    private const int Width = 5;

    private readonly string _letters;

    /// <param name="paragraphs">Of the article's body, in order.</param>
    public ReprintText(IEnumerable<string> paragraphs)
    {
        var sentences = paragraphs.Where(static paragraph => paragraph.AsSpan().ContainsAny('。', '！', '？'));
        _letters = string.Concat(sentences.SelectMany(static paragraph => SearchFolding.Fold(paragraph).Where(char.IsLetterOrDigit)));
    }

    public int Letters => _letters.Length;

    /// <summary>63 bits; equal for the same letters.</summary>
    public long Hash => BitConverter.ToInt64(SHA256.HashData(Encoding.Unicode.GetBytes(_letters))) & long.MaxValue;

    /// <summary>The hashes of all runs of five characters: a set, ascending.</summary>
    public ImmutableArray<ulong> Shingles()
    {
        if (_letters.Length < Width)
        {
            return [];
        }

        var hashes = new ulong[_letters.Length - Width + 1];
        for (var start = 0; start < hashes.Length; start++)
        {
            ulong hash = 0;
            for (var at = start; at < start + Width; at++)
            {
                hash = Mix(hash + _letters[at]);
            }

            hashes[start] = hash;
        }

        Array.Sort(hashes);
        return [.. hashes.Distinct()];
    }

    /// <summary>The numbers in figures: a set.</summary>
    public ImmutableHashSet<string> Numbers()
    {
        var numbers = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        for (var at = 0; at < _letters.Length; at++)
        {
            var start = at;
            while (at < _letters.Length && char.IsAsciiDigit(_letters[at]))
            {
                at++;
            }

            if (at > start)
            {
                numbers.Add(_letters[start..at]);
            }
        }

        return numbers.ToImmutable();
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    internal static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
