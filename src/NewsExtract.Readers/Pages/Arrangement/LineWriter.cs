using System.Text;

namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>Writes a line with the blanks that stand for something.</summary>
internal static class LineWriter
{
    // Half an em sets words of a headline apart: 坚持绿色发展 建设美丽江州.
    private const float PrintedBlank = 0.4f;
    private const float WordGap = 0.2f;
    private const float WideBlank = 0.8f;
    private const float MostCellWhite = 1.3f;
    private const string None = "";
    private const string Blank = " ";
    private const string Wide = "\u3000";

    public static void Write(StringBuilder text, PageContent page, ArrangedLine line)
    {
        var spacing = Spacing(page, line);
        for (var i = 0; i < line.Glyphs.Length; i++)
        {
            text.Append(BlanksBefore(page, line, i, spacing));
            text.Append(page.Glyphs[line.Glyphs[i]].Text);
        }
    }

    /// <summary>The blanks before a glyph of a line: one between words, a wide one where a character's place is empty, several where cells of a table are apart.</summary>
    /// <param name="spacing">What <see cref="Spacing"/> says of the line.</param>
    public static string BlanksBefore(PageContent page, ArrangedLine line, int index, float spacing)
    {
        if (index == 0)
        {
            return None;
        }

        ref readonly var before = ref page.Glyphs[line.Glyphs[index - 1]];
        ref readonly var glyph = ref page.Glyphs[line.Glyphs[index]];
        var size = Math.Max(before.Size, glyph.Size);
        var gap = Gap(before, glyph, line.IsVertical);
        var extra = gap - spacing;
        if (extra > size * 2.5f)
        {
            return new string(' ', Math.Min((int)(extra / size * 2), 16));
        }

        // １１月２日: OCR reads figures set in full-width cells as narrow ones, and what is white in the cells as blanks.
        if (page.TextSource == PageTextSource.Ocr && IsFigure(before.Text[^1]) && IsFigure(glyph.Text[0]) && extra < size * MostCellWhite)
        {
            return None;
        }

        var hasSpace = glyph.HasSpaceBefore && line.Glyphs[index] == line.Glyphs[index - 1] + 1;
        if (IsWord(before.Text[^1]) && IsWord(glyph.Text[0]))
        {
            return extra > size * WordGap || (hasSpace && extra > -size * WordGap) ? Blank : None;
        }

        // 王　勇
        return extra > size * WideBlank ? Wide : (extra > size * PrintedBlank && !HasWhite(before.Text[^1], glyph.Text[0])) || (hasSpace && extra > size * WordGap) ? Blank : None;
    }

    /// <summary>The gap that is usual in a line, in points: more than nothing when it is letter-spaced or justified.</summary>
    public static float Spacing(PageContent page, ArrangedLine line)
    {
        var count = line.Glyphs.Length - 1;
        if (count < 2)
        {
            return 0;
        }

        Span<float> gaps = count <= 128 ? stackalloc float[128] : new float[count];
        gaps = gaps[..count];
        for (var i = 0; i < count; i++)
        {
            gaps[i] = Gap(page.Glyphs[line.Glyphs[i]], page.Glyphs[line.Glyphs[i + 1]], line.IsVertical);
        }

        gaps.Sort();
        return Math.Clamp(gaps[count / 2], 0, line.Size * 2);
    }

    private static float Gap(in Glyph before, in Glyph glyph, bool isVertical) =>
        isVertical ? before.Box.Bottom - glyph.Box.Top : glyph.Box.Left - before.Box.Right;

    private static bool IsFigure(char character) => char.IsAsciiDigit(character) || character is '.' or ',' or '%' or '．';

    private static bool IsWord(char character) => character < '\u2E80' && char.IsLetterOrDigit(character);

    // Marks bring half an em of white of their own, and kerning may move it.
    private static bool HasWhite(char before, char after) => !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after);
}
