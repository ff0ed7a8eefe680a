using System.Numerics;
using System.Text;

namespace NewsExtract.PdfChecks;

/// <summary>The Han characters of a text in order, and how much of one text is found in another.</summary>
internal sealed class HanText
{
    private readonly int[] _characters;

    private HanText(int[] characters) => _characters = characters;

    public int Count => _characters.Length;

    public static HanText Of(string text) => new([.. text.EnumerateRunes().Select(rune => rune.Value).Where(IsHan)]);

    /// <summary>The characters that both texts hold, each as often as in the text that has it less often; in this text's order.</summary>
    public HanText Common(HanText other)
    {
        var left = other.Counts();
        return new HanText([.. _characters.Where(character => left.TryGetValue(character, out var count) && (left[character] = count - 1) >= 0)]);
    }

    /// <summary>Share in [0, 1] of these characters that <paramref name="found"/> holds in whatever order.</summary>
    public double Recall(HanText found) => Count == 0 ? 1 : (double)Common(found).Count / Count;

    /// <summary>Share in [0, 1] of these characters that <paramref name="found"/> holds in this order: the longest common subsequence.</summary>
    public double Order(HanText found) => Count == 0 ? 1 : (double)CommonSubsequence(found) / Count;

    /// <summary>
    /// Length of the longest common subsequence, 64 characters at a time (Hyyrö, "Bit-parallel LCS-length computation
    /// revisited", 2004): a zero bit in the row stands where the length grows.
    /// </summary>
    public int CommonSubsequence(HanText other)
    {
        var words = (Count + 63) / 64;
        var places = new Dictionary<int, ulong[]>();
        for (var i = 0; i < Count; i++)
        {
            if (!places.TryGetValue(_characters[i], out var bits))
            {
                places[_characters[i]] = bits = new ulong[words];
            }

            bits[i / 64] |= 1UL << (i % 64);
        }

        var row = new ulong[words];
        Array.Fill(row, ulong.MaxValue);
        foreach (var character in other._characters)
        {
            if (!places.TryGetValue(character, out var bits))
            {
                continue;
            }

            ulong carry = 0;
            for (var word = 0; word < words; word++)
            {
                var kept = row[word];
                var matches = kept & bits[word];
                var sum = kept + matches;
                var overflow = sum < kept ? 1UL : 0;
                sum += carry;
                overflow |= sum < carry ? 1UL : 0;
                row[word] = sum | (kept - matches);
                carry = overflow;
            }
        }

        return (words * 64) - row.Sum(word => BitOperations.PopCount(word));
    }

    private Dictionary<int, int> Counts()
    {
        var counts = new Dictionary<int, int>();
        foreach (var character in _characters)
        {
            counts[character] = counts.GetValueOrDefault(character) + 1;
        }

        return counts;
    }

    public static bool IsHan(int character) => character is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or >= 0x20000;
}
