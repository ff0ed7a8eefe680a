using System.Text;
using NewsExtract.BulletinPrinter.Fonts;

namespace NewsExtract.BulletinPrinter.Setting;

/// <summary>Type of one face and size. Sizes in points; <paramref name="Leading"/> from line to line.</summary>
internal sealed record TypeStyle(FontFace Face, double Size, double Leading)
{
    private static readonly FontFace[] s_fallbacks = [FontFace.MicroHei, FontFace.ZenHei, FontFace.Ming];

    /// <summary>The style's face, or the first other that has the character.</summary>
    public FontFace FaceFor(Rune character) => Face.Has(character) ? Face : Array.Find(s_fallbacks, face => face.Has(character)) ?? Face;
}

/// <summary>A line broken but not placed: characters with their places from the line's left end, in points.</summary>
internal sealed record BrokenLine(IReadOnlyList<(Rune Character, FontFace Face, double X, double Advance)> Glyphs, TypeStyle Style, bool IsLast)
{
    public double Width => Glyphs.Count == 0 ? 0 : Glyphs[^1].X + Glyphs[^1].Advance;

    /// <summary>Centred, or moved right by other amounts, when <paramref name="left"/> says so.</summary>
    public PlacedLine Place(double left, double top) => new(
        [.. Glyphs.Select(glyph => new PlacedGlyph(glyph.Character, glyph.Face, left + glyph.X, top + (Style.Leading - Style.Size) / 2 + 0.88 * Style.Size, Style.Size, glyph.Advance))]);
}

/// <summary>Breaks text into justified lines as Chinese typesetting does (GB/T 15834, CLREQ 3.1.3): some marks open no line, some end none.</summary>
internal static class LineBreaker
{
    private const string NoStart = "。，、；：？！”’）》」』】〕…—·％%〉．.,;:?!)";
    private const string NoEnd = "“‘（《「『【〔〈(";

    /// <param name="indent">Of the first line, in ems.</param>
    public static List<BrokenLine> Break(string text, TypeStyle style, double width, double indent = 0, bool justify = true)
    {
        var lines = new List<BrokenLine>();
        var words = Words(text);
        var start = 0;
        while (start < words.Count)
        {
            var left = lines.Count == 0 ? indent * style.Size : 0;
            var end = start;
            var used = left;
            while (end < words.Count && used + Width(words[end], style) <= width + 0.01)
            {
                used += Width(words[end++], style);
            }

            var isLast = end == words.Count;
            if (!isLast)
            {
                end = Math.Max(end, start + 1);
                while (end > start + 1 && (NoStart.Contains(words[end][0], StringComparison.Ordinal) || NoEnd.Contains(words[end - 1][^1], StringComparison.Ordinal)))
                {
                    end--;
                }
            }

            lines.Add(Set([.. words.Skip(start).Take(end - start)], style, left, width, isLast, justify && !isLast));
            start = end;
            while (start < words.Count && words[start] == " ")
            {
                start++;
            }
        }

        return lines;
    }

    private static BrokenLine Set(List<string> words, TypeStyle style, double left, double width, bool isLast, bool justify)
    {
        while (!isLast && words.Count > 1 && words[^1] is " ")
        {
            words.RemoveAt(words.Count - 1);
        }

        var natural = words.Sum(word => Width(word, style));
        var gap = justify && words.Count > 1 ? (width - left - natural) / (words.Count - 1) : 0;
        var glyphs = new List<(Rune, FontFace, double, double)>();
        var x = left;
        foreach (var word in words)
        {
            foreach (var character in word.EnumerateRunes())
            {
                var face = style.FaceFor(character);
                var advance = face.Advance(character) * style.Size;
                glyphs.Add((character, face, x, advance));
                x += advance;
            }

            x += gap;
        }

        return new BrokenLine(glyphs, style, isLast);
    }

    private static double Width(string word, TypeStyle style) => word.EnumerateRunes().Sum(character => style.FaceFor(character).Advance(character)) * style.Size;

    // Latin words and numbers stay whole; every other character is a word.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var run = new StringBuilder();
        foreach (var character in text.EnumerateRunes())
        {
            if (character.IsAscii && (Rune.IsLetterOrDigit(character) || (run.Length > 0 && character.Value is '.' or ',' or '%' or '-')))
            {
                run.Append(character.ToString());
                continue;
            }

            if (run.Length > 0)
            {
                words.Add(run.ToString());
                run.Clear();
            }

            words.Add(character.ToString());
        }

        if (run.Length > 0)
        {
            words.Add(run.ToString());
        }

        return words;
    }
}
