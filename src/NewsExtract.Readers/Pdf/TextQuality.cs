using System.Text;
using NewsExtract.Readers.Pages;

namespace NewsExtract.Readers.Pdf;

/// <summary>
/// Tells text from what a wrong or missing ToUnicode map makes of it. Of the Han characters of real text nine in ten and more are
/// of the first level of GB 2312 or Big5, of false ones a quarter.
/// </summary>
internal static class TextQuality
{
    private const int LeastHan = 8;
    private const double LeastCommon = 0.6;
    private const double MostUnreadable = 0.3;

    private static readonly HashSet<char> s_simplified = Level(936, 0xB0, 0xD7, 0xA1);
    private static readonly HashSet<char> s_traditional = Level(950, 0xA4, 0xC6, 0x40);

    /// <summary>A character of the first level of GB 2312, or a mark of Chinese print.</summary>
    public static bool IsCommon(char character) =>
        s_simplified.Contains(character) || character is (>= '\u2010' and <= '\u203B') or (>= '\u3000' and <= '\u3015') or (>= '\uFF01' and <= '\uFF5E') or '\u25A1' or '\u25CF' or '\u2160' or '\u2014';

    public static bool IsReadable(ReadOnlySpan<Glyph> glyphs)
    {
        int han = 0, simplified = 0, traditional = 0, unreadable = 0, kana = 0;
        foreach (var glyph in glyphs)
        {
            var character = glyph.Text[0];
            if (character is >= '\u3400' and <= '\u9FFF')
            {
                han++;
                simplified += s_simplified.Contains(character) ? 1 : 0;
                traditional += s_traditional.Contains(character) ? 1 : 0;
            }
            else if (character is >= '\u3041' and <= '\u30FF')
            {
                kana++;
            }
            else if (IsUnreadable(character))
            {
                unreadable++;
            }
        }

        if (unreadable > MostUnreadable * glyphs.Length)
        {
            return false;
        }

        // Japanese is no Chinese, but it is no damage either.
        return han < LeastHan || kana * 4 > han || Math.Max(simplified, traditional) >= han * LeastCommon;
    }

    // Private use, replacement characters, controls, and the letters of scripts that no Chinese paper prints.
    private static bool IsUnreadable(char character) =>
        character is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or (>= '\u0590' and <= '\u1CFF') or (>= '\uA000' and <= '\uABFF' and not (>= '\uA960' and <= '\uA97F')) || char.IsControl(character);

    private static HashSet<char> Level(int codePage, int firstLead, int lastLead, int firstTrail)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var level = new HashSet<char>();
        for (var lead = firstLead; lead <= lastLead; lead++)
        {
            for (var trail = firstTrail; trail <= 0xFE; trail++)
            {
                var text = encoding.GetString([(byte)lead, (byte)trail]);
                if (text.Length == 1 && text[0] is >= '\u4E00' and <= '\u9FFF')
                {
                    level.Add(text[0]);
                }
            }
        }

        return level;
    }
}
