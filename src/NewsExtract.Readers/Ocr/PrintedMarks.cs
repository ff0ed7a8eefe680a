using System.Collections.Immutable;

namespace NewsExtract.Readers.Ocr;

/// <summary>
/// Rights the marks that an engine takes for others: it sees a line at one size and without its place, but 。 is larger than ·, and a
/// figure in a cell of an em a full-width one.
/// </summary>
internal static class PrintedMarks
{
    /// <summary>Of an em: rings are a fifth or a quarter, the dot of 吉克·子涛 is less than a seventh.</summary>
    private const float LeastRing = 0.18f;

    /// <summary>Ems between the middles of two figures in cells of an em.</summary>
    private const float WideFigures = 0.85f;

    /// <summary>Ems between the middles of the figures at both sides of a narrow mark.</summary>
    private const float NarrowMark = 1.25f;

    /// <param name="sizes">Of the lines, in points.</param>
    public static ImmutableArray<OcrLine> Correct(ImmutableArray<OcrLine> lines, float[] sizes, PictureFrame frame)
    {
        var picture = frame.Scan.Picture;
        var texts = new char[lines.Length][];
        var ems = new float[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            ems[i] = sizes[i] / Math.Max(1, frame.Length(lines[i]));
            if (lines[i].IsVertical || lines[i].Characters.Length < 2)
            {
                texts[i] = Text(lines[i]);
                continue;
            }

            var ink = new LineInk(picture, lines[i]);
            lines = lines.SetItem(i, MissedStops.Add(lines[i], ems[i], ink));
            texts[i] = Text(lines[i]);
            RightByInk(texts[i], lines[i], ems[i], ink);
            RightByNeighbours(texts[i], lines[i], ems[i]);
        }

        if (AreFiguresWide(lines, texts, ems))
        {
            for (var i = 0; i < lines.Length; i++)
            {
                WidenFigures(texts[i], lines[i], ems[i]);
            }
        }

        return [.. lines.Select((line, i) => line with
        {
            Characters = [.. line.Characters.Select((character, j) => character.Text.Length > 1 || character.Text[0] == texts[i][j] ? character : character with { Text = texts[i][j].ToString() })],
        })];
    }

    // 圆满结束·会后: set in the middle of its cell the ring of 。 is read as a dot, and so is 、.
    private static void RightByInk(char[] text, OcrLine line, float em, LineInk ink)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is '·' or '°' && IsWide(text[i - 1]))
            {
                // Up to the ink of its neighbours.
                var middle = Middle(line, i);
                var start = Math.Max(middle - (em / 2), Middle(line, i - 1) + (em * 0.55f));
                var end = Math.Min(middle + (em / 2), i + 1 < text.Length ? Middle(line, i + 1) - (em * (IsWide(text[i + 1]) ? 0.55f : 0.35f)) : 1);
                var (width, height, isHollow) = ink.Extent(start, end);
                text[i] = Math.Min(width, height) < LeastRing * em * ink.Length ? text[i] : isHollow ? '。' : '、';
            }
        }
    }

    // 1一5月, （原野), 2，000: what cannot stand there as it was read.
    private static void RightByNeighbours(char[] text, OcrLine line, float em)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var (before, next) = (i > 0 ? text[i - 1] : '\0', i + 1 < text.Length ? text[i + 1] : '\0');
            text[i] = text[i] switch
            {
                // The name of a stroke is not printed in texts.
                '丶' => '、',
                '一' when char.IsAsciiDigit(before) && char.IsAsciiDigit(next) => '—',
                ')' when IsWide(before) && Array.LastIndexOf(text, '(', i) <= Array.LastIndexOf(text, '（', i) => '）',
                '(' when IsWide(next) && Array.IndexOf(text, ')', i) < 0 => '（',
                '"' when IsWide(before) || IsWide(next) => Array.LastIndexOf(text, '“', i) > Array.LastIndexOf(text, '”', i) ? '”' : '“',
                '，' or '．' when char.IsAsciiDigit(before) && char.IsAsciiDigit(next) && Middle(line, i + 1) - Middle(line, i - 1) < NarrowMark * em => text[i] == '，' ? ',' : '.',
                var other => other,
            };
        }
    }

    // Most neighbouring figures of a page stand an em apart.
    private static bool AreFiguresWide(ImmutableArray<OcrLine> lines, char[][] texts, float[] ems)
    {
        int wide = 0, narrow = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var before = -1;
            for (var j = 0; j < texts[i].Length; j++)
            {
                if (texts[i][j] == ' ')
                {
                    continue;
                }

                if (before >= 0 && char.IsAsciiDigit(texts[i][j]) && char.IsAsciiDigit(texts[i][before]))
                {
                    var isWide = Middle(lines[i], j) - Middle(lines[i], before) > WideFigures * ems[i];
                    (wide, narrow) = (wide + (isWide ? 1 : 0), narrow + (isWide ? 0 : 1));
                }

                before = j;
            }
        }

        return wide > narrow;
    }

    // ４３．８: each figure with its marks at once; one alone stands apart from its neighbours. White in a cell may be read as a blank.
    private static void WidenFigures(char[] text, OcrLine line, float em)
    {
        int[] printed = [.. Enumerable.Range(0, text.Length).Where(index => text[index] != ' ')];
        for (var i = 0; i < printed.Length; i++)
        {
            var start = i;
            while (i < printed.Length && IsFigure(text[printed[i]]))
            {
                i++;
            }

            var (first, last) = i - start == 1 ? (start - 1, start + 1) : (start, i - 1);
            (first, last) = (Math.Max(first, 0), Math.Min(last, printed.Length - 1));
            if (i == start || first == last || Middle(line, printed[last]) - Middle(line, printed[first]) <= WideFigures * em * (last - first))
            {
                continue;
            }

            foreach (var index in printed[start..i])
            {
                text[index] = text[index] < 0x80 ? (char)(text[index] + 0xFEE0) : text[index];
            }
        }
    }

    private static bool IsFigure(char character) => char.IsAsciiDigit(character) || character is '.' or '．' or '%';

    private static char[] Text(OcrLine line) => [.. line.Characters.Select(character => character.Text[0])];

    private static float Middle(OcrLine line, int index) => (line.Characters[index].Start + line.Characters[index].End) / 2;

    private static bool IsWide(char character) => character >= 0x2E80;
}
