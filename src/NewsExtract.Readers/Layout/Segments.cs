using System.Text;

namespace NewsExtract.Readers.Layout;

/// <summary>Cuts a running head at blanks and bars; letters set apart (江　东　新　报) become one segment.</summary>
internal static class Segments
{
    /// <returns>Segments in folded text without blanks.</returns>
    public static List<string> Read(string source, TextSpan span)
    {
        var segments = new List<(string Text, int Gap)>();
        var text = new StringBuilder();
        var gap = 0;
        for (var i = span.Start; i <= span.End; i++)
        {
            var c = i < span.End ? Glyphs.Fold(source[i]) : ' ';
            var blank = i == span.End || Glyphs.IsBlank(source[i]);
            if (!blank && !(c is '|' or '│' or '┃' or '‖' or '■' or '□' or '●' or '◆') && !IsPartingSlash(source, i, span))
            {
                text.Append(c);
                continue;
            }

            if (text.Length > 0)
            {
                segments.Add((text.ToString(), gap));
                text.Clear();
                gap = 0;
            }

            gap += blank && i < span.End ? Glyphs.Columns(source[i]) : 8;
        }

        var merged = new List<string>(segments.Count);
        for (var i = 0; i < segments.Count; i++)
        {
            text.Clear().Append(segments[i].Text);
            while (i + 1 < segments.Count && segments[i].Text.Length == 1 && segments[i + 1].Text.Length == 1
                && segments[i + 1].Gap <= 2 && Glyphs.IsHan(segments[i].Text[0]) && Glyphs.IsHan(segments[i + 1].Text[0]))
            {
                text.Append(segments[++i].Text);
            }

            merged.Add(text.ToString());
        }

        return merged;
    }

    // 中城時報／民國112年3月8日／地方版 parts at its slashes, 2016/8/5 and 3/12 do not.
    private static bool IsPartingSlash(string source, int position, TextSpan span)
    {
        if (Glyphs.Fold(source[position]) is not ('/' or '·' or '•'))
        {
            return false;
        }

        var before = position > span.Start ? Glyphs.Fold(source[position - 1]) : '0';
        var after = position + 1 < span.End ? Glyphs.Fold(source[position + 1]) : '0';
        return !char.IsAsciiDigit(before) || !char.IsAsciiDigit(after);
    }
}
