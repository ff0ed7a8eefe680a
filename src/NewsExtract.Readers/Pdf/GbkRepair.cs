using System.Text;
using NewsExtract.Readers.Pages;

namespace NewsExtract.Readers.Pdf;

/// <summary>
/// Reads GBK bytes that a font shows as Western letters: Ä¿¡¡Â¼ is 目　录. Programs of the nineties embedded Chinese fonts as
/// simple ones, a glyph a byte.
/// </summary>
internal static class GbkRepair
{
    /// <summary>Least share of pairs of a page that must be common characters or marks.</summary>
    private const double LeastPlausible = 0.9;

    private const int LeastPairs = 2;

    private static readonly Encoding s_gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
    private static readonly Encoding s_western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Joins the pairs of one page's glyphs, blanks among them, where the page's pairs as a whole are Chinese.</summary>
    /// <param name="letters">In content order, blanks and controls among them.</param>
    public static List<Glyph> Repair(List<Glyph> letters)
    {
        int pairs = 0, plausible = 0, position = 0;
        while (position < letters.Count)
        {
            if (PairAt(letters, position) is { } text)
            {
                pairs++;
                plausible += TextQuality.IsCommon(text[0]) ? 1 : 0;
                position += 2;
            }
            else
            {
                // A lead byte without a trail: French or German, not GBK.
                pairs += IsHigh(letters[position]) ? 1 : 0;
                position++;
            }
        }

        return pairs >= LeastPairs && plausible >= pairs * LeastPlausible ? Join(letters) : letters;
    }

    private static List<Glyph> Join(List<Glyph> letters)
    {
        var joined = new List<Glyph>(letters.Count);
        for (var i = 0; i < letters.Count; i++)
        {
            if (PairAt(letters, i) is not { } text)
            {
                joined.Add(letters[i]);
                continue;
            }

            joined.Add(letters[i] with { Text = text == "\u3000" ? " " : text, Box = letters[i].Box.Union(letters[i + 1].Box) });
            i++;
        }

        return joined;
    }

    // Both bytes have one face and stand side by side; a trail byte of A0 or AD reads as a blank or a hyphen.
    private static string? PairAt(List<Glyph> letters, int position)
    {
        if (position + 1 >= letters.Count || !IsHigh(letters[position]) || letters[position].Font != letters[position + 1].Font)
        {
            return null;
        }

        var trail = letters[position + 1].Text switch
        {
            "-" => (byte)0xAD,
            " " or "\u00A0" => (byte)0xA0,
            { Length: 1 } text => ByteOf(text[0]),
            _ => (byte)0,
        };
        if (trail < 0x40 || trail == 0x7F)
        {
            return null;
        }

        var text2 = s_gbk.GetString([ByteOf(letters[position].Text[0]), trail]);
        return text2.Length == 1 && text2[0] >= '\u2000' && text2[0] != '\uFFFD' && text2[0] != '?' ? text2 : null;
    }

    private static bool IsHigh(in Glyph glyph) => glyph.Text.Length == 1 && glyph.Text[0] > '\u007F' && glyph.Text[0] < '\u2E80' && ByteOf(glyph.Text[0]) >= 0x81;

    private static byte ByteOf(char character)
    {
        if (character <= '\u00FF')
        {
            return (byte)character;
        }

        Span<byte> bytes = stackalloc byte[4];
        return s_western.GetBytes([character], bytes) == 1 && bytes[0] != '?' ? bytes[0] : (byte)0;
    }
}
