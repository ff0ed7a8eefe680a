using System.Text;

namespace NewsExtract.Readers.Layout;

/// <summary>A stretch of a byline between blanks and marks.</summary>
/// <param name="Text">Folded, without blanks.</param>
/// <param name="Gap">Blank columns before it.</param>
/// <param name="Before">The mark before it (/ : 、 …), or '\0'.</param>
/// <param name="After">The mark after it, or '\0'.</param>
internal readonly record struct CreditToken(string Text, TextSpan Span, int Gap, char Before, char After)
{
    public bool IsSingleHan => Text.Length == 1 && Glyphs.IsHan(Text[0]);

    public bool IsLatin => Text.Length > 0 && Text.All(c => Glyphs.IsLatin(c) || c is '.' or '\'' or '-');
}

/// <summary>Cuts a byline into tokens; names set with blanks inside (修　远, 上官　晴) become one token.</summary>
internal static class CreditTokens
{
    public static List<CreditToken> Read(string source, TextSpan span)
    {
        var tokens = new List<CreditToken>();
        var text = new StringBuilder();
        int start = -1, gap = 0;
        var before = '\0';
        for (var i = span.Start; i <= span.End; i++)
        {
            var c = i < span.End ? Glyphs.Fold(source[i]) : '\0';
            if (start >= 0 && i < span.End && SkipLineBreak(source, i, span.End) is > 0 and var after)
            {
                // 张 / 小明: a line break parts nothing.
                i = after - 1;
                continue;
            }

            var blank = i == span.End || Glyphs.IsBlank(source[i]);
            var mark = i < span.End && IsMark(c);
            if (!blank && !mark)
            {
                start = start < 0 ? i : start;
                text.Append(c);
                continue;
            }

            if (start >= 0)
            {
                tokens.Add(new CreditToken(text.ToString(), new TextSpan(start, i), gap, before, NextMark(source, i, span.End)));
                text.Clear();
                start = -1;
                gap = 0;
                before = '\0';
            }

            if (mark)
            {
                before = c;
            }
            else if (i < span.End)
            {
                gap += source[i] == '\t' ? 4 : Glyphs.Columns(source[i]);
            }
        }

        return Merge(tokens);
    }

    // The index after blanks that hold a line end between two Chinese characters; 0 when there are none.
    private static int SkipLineBreak(string source, int position, int end)
    {
        var hasLineEnd = false;
        var after = position;
        while (after < end && Glyphs.IsBlank(source[after]))
        {
            hasLineEnd |= Glyphs.IsLineEnd(source[after]);
            after++;
        }

        return hasLineEnd && after < end && position > 0 && Glyphs.IsHan(source[position - 1]) && Glyphs.IsHan(source[after]) ? after : 0;
    }

    private static bool IsMark(char c) =>
        c is ',' or '、' or ';' or '&' or '/' or '|' or ':' or '(' or ')' or '【' or '】' or '[' or ']' or '。' or '—' or '–' or '∕' or '╱' || LayoutLexicon.Instance.BylineMarks.Contains([c]);

    private static char NextMark(string source, int position, int end)
    {
        while (position < end && Glyphs.IsBlank(source[position]))
        {
            position++;
        }

        return position < end && IsMark(Glyphs.Fold(source[position])) ? Glyphs.Fold(source[position]) : '\0';
    }

    // 罗　兰　王　子 is two names, 马　哈　德 is one, 令狐　冲 is one, 张　三　摄 ends with a credit word.
    private static List<CreditToken> Merge(List<CreditToken> tokens)
    {
        var merged = new List<CreditToken>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var run = 1;
            if (tokens[i].IsSingleHan && !IsRoleBeforeMark(tokens[i]))
            {
                while (i + run < tokens.Count && tokens[i + run].IsSingleHan && tokens[i + run].Before == '\0' && !IsRoleBeforeMark(tokens[i + run]))
                {
                    run++;
                }

                if (run > 2 && run % 2 == 1 && tokens[i + run - 1].Text is "摄" or "攝" or "文" or "图" or "圖" or "辑")
                {
                    run--;
                }

                for (var taken = 0; taken < run;)
                {
                    var size = run - taken == 3 || (run - taken > 3 && IsWiderGap(tokens, i + taken, 3)) ? 3 : Math.Min(2, run - taken);
                    merged.Add(Join(tokens, i + taken, size));
                    taken += size;
                }

                i += run;
                continue;
            }

            if (i + 1 < tokens.Count && tokens[i + 1].Before == '\0' && IsSplitName(tokens[i], tokens[i + 1]))
            {
                run = 2;
            }
            else
            {
                while (tokens[i].IsLatin && i + run < tokens.Count && tokens[i + run] is { IsLatin: true, Before: '\0', Gap: 1 })
                {
                    run++;
                }
            }

            merged.Add(Join(tokens, i, run));
            i += run;
        }

        return merged;
    }

    private static bool IsRoleBeforeMark(CreditToken token) => token.After is '/' or ':' or '∕' or '╱' && token.Text is "文" or "图" or "圖" or "摄" or "攝";

    private static bool IsSplitName(CreditToken first, CreditToken second) => second.IsSingleHan && LayoutLexicon.Instance.CompoundSurnames.Contains(first.Text);

    private static bool IsWiderGap(List<CreditToken> tokens, int index, int size) =>
        tokens[index + size].Gap > tokens[index + 1].Gap && tokens[index + 2].Gap == tokens[index + 1].Gap;

    private static CreditToken Join(List<CreditToken> tokens, int index, int count) => count == 1
        ? tokens[index]
        : new CreditToken(
            string.Join(tokens[index].IsLatin ? " " : "", tokens.Skip(index).Take(count).Select(token => token.Text)),
            new TextSpan(tokens[index].Span.Start, tokens[index + count - 1].Span.End),
            tokens[index].Gap,
            tokens[index].Before,
            tokens[index + count - 1].After);
}
