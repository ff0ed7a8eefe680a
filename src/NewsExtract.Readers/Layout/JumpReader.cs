using System.Globalization;

namespace NewsExtract.Readers.Layout;

/// <summary>Finds what sends the reader elsewhere: （下转第3版）, 上接第1版, ▶相关报道见第3版.</summary>
internal static class JumpReader
{
    private const int LongestJump = 40;

    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    /// <summary>Whether a whole line is a jump.</summary>
    public static bool IsJump(LineText line, out bool back)
    {
        back = false;
        if (!line.IsWhole || line.Head.Length > LongestJump)
        {
            return false;
        }

        var text = line.Head.Trim("()【】[]▶►▲→>》*※◆●·-—");
        if (text.Length < 3 || text.IndexOf('。') >= 0)
        {
            return false;
        }

        back = s_lexicon.JumpsBack.AtStart(text) > 0;
        var opens = back || s_lexicon.JumpOpenings.AtStart(text) > 0 || s_lexicon.JumpOpenings.AtStart(line.Head) > 0;
        return (opens && (HasPage(text) || text.Length <= 8)) || (line.Head[0] is '▶' or '►' or '→' or '>' && HasPage(text)) || IsTrailing(text);
    }

    /// <summary>Length in source characters of a bracketed jump at the end of a line: …全面（下转第三版）.</summary>
    public static int AtEnd(string source, TextSpan line)
    {
        if (Glyphs.Fold(source[line.End - 1]) != ')')
        {
            return 0;
        }

        for (var i = line.End - 2; i >= Math.Max(line.Start, line.End - LongestJump); i--)
        {
            if (Glyphs.Fold(source[i]) == '(')
            {
                return IsJumpText(source.AsSpan(i + 1, line.End - i - 2)) ? line.End - i : 0;
            }
        }

        return 0;
    }

    /// <summary>Length in source characters of a bracketed jump at the beginning of a line: （上接第一版）全面….</summary>
    public static int AtStart(string source, TextSpan line)
    {
        if (Glyphs.Fold(source[line.Start]) != '(')
        {
            return 0;
        }

        for (var i = line.Start + 1; i < Math.Min(line.End, line.Start + LongestJump); i++)
        {
            if (Glyphs.Fold(source[i]) == ')')
            {
                return IsJumpText(source.AsSpan(line.Start + 1, i - line.Start - 1)) ? i + 1 - line.Start : 0;
            }
        }

        return 0;
    }

    /// <summary>The page that a jump or a running head names, with the letter of its section: 3 in 下转第三版, A2 in 上接A02版; <c>null</c> when none.</summary>
    public static string? PageIn(string source, TextSpan span)
    {
        var text = new string([.. span.Of(source).ToString().Where(c => !Glyphs.IsBlank(c)).Select(Glyphs.Fold)]);
        for (var end = 1; end < text.Length; end++)
        {
            var start = end;
            while (start > 0 && (Glyphs.Digit(text[start - 1]) is not null || text[start - 1] == '十'))
            {
                start--;
            }

            // 今日八版 and 共12版 count pages.
            if (start < end && s_lexicon.JumpPages.Contains(text.AsSpan(end, 1)) && !(start > 0 && text[start - 1] is '日' or '共'))
            {
                var section = start > 0 && char.IsAsciiLetterUpper(text[start - 1]) ? text[(start - 1)..start] : "";
                return section + Number(text[start..end]).ToString(CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    // 三, 十二, 二十, 02
    private static int Number(string digits)
    {
        var (tens, ones) = (0, 0);
        foreach (var c in digits.TakeLast(4))
        {
            (tens, ones) = Glyphs.Digit(c) is { } digit ? (tens, (ones * 10) + digit) : (Math.Max(ones, 1) * 10, 0);
        }

        return tens + ones;
    }

    private static bool IsJumpText(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[LongestJump];
        var length = 0;
        foreach (var c in text)
        {
            if (!Glyphs.IsBlank(c))
            {
                folded[length++] = Glyphs.Fold(c);
            }
        }

        var plain = folded[..length];
        return s_lexicon.JumpOpenings.AtStart(plain) > 0 && HasPage(plain);
    }

    // 第3版刊发评论…, 评论见第2版, 全文见3版
    private static bool IsTrailing(ReadOnlySpan<char> text)
    {
        var see = text.LastIndexOf('见');
        see = see < 0 ? text.LastIndexOf('見') : see;
        return see >= 0 && text.Length <= 24 && text.IndexOfAny(",;") < 0 && s_lexicon.JumpPages.Contains(text[^1..]) && IsPageNumber(text[(see + 1)..^1]);
    }

    private static bool HasPage(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (s_lexicon.JumpPages.Contains(text.Slice(i, 1)) && (Glyphs.Digit(text[i - 1]) is not null || text[i - 1] is '十' or '头' or '頭'))
            {
                return true;
            }
        }

        return text.IndexOfAnyInRange('0', '9') >= 0 && text.Length <= 8;
    }

    private static bool IsPageNumber(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (Glyphs.Digit(c) is null && c is not ('第' or '十' or '今' or '日' or '本' or '报' or '、' or '至' or '-' or (>= 'A' and <= 'H')))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
