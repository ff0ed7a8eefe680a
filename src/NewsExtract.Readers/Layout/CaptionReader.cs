namespace NewsExtract.Readers.Layout;

/// <summary>Tells captions: 图为…, ▲…, …张三 摄, …（资料照片）, …（圖／張三）.</summary>
internal static class CaptionReader
{
    private const int LongestCaption = 220;
    private const int LongestCredited = 90;

    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    public static bool IsCaption(LineText line, in TextProfile profile)
    {
        if (profile.Visible > LongestCaption || profile.Visible < 3)
        {
            return false;
        }

        var tail = line.Tail.TrimEnd("。");
        if (EndsWithPhotographer(tail))
        {
            return true;
        }

        if (profile.Visible > LongestCredited)
        {
            return s_lexicon.CaptionOpenings.AtStart(line.Head) > 0 && profile.Stops <= 2;
        }

        if (s_lexicon.CaptionMarks.AtStart(line.Head) > 0 || s_lexicon.CaptionOpenings.AtStart(line.Head) > 0)
        {
            return true;
        }

        // 《晨曲》　张三　摄于江州
        if (profile.Stops == 0 && line.Head.IndexOf("摄于", StringComparison.Ordinal) is > 2 and var taken && line.IsBlankBefore(taken))
        {
            return true;
        }

        if (line.Head[0] is >= '①' and <= '⑳' && tail.Length > 3 && tail[^1] is '摄' or '攝')
        {
            return true;
        }

        if (tail.IndexOf("(图片由", StringComparison.Ordinal) >= 0 || tail.IndexOf("(本文图", StringComparison.Ordinal) >= 0)
        {
            return false;
        }

        return profile.Stops <= 2 && (s_lexicon.CaptionEndings.AtEnd(tail) > 0 || EndsWithPictureCredit(tail));
    }

    /// <summary>Whether a caption names who took or gave the picture.</summary>
    public static bool HasCredit(LineText line, in TextProfile profile)
    {
        var tail = line.Tail.TrimEnd("。");
        return EndsWithPhotographer(tail) || (profile.Stops <= 2 && (s_lexicon.CaptionEndings.AtEnd(tail) > 0 || EndsWithPictureCredit(tail)));
    }

    // 张三 摄, 张三/摄, 本报记者张三摄, (张三 摄), 摄影:张三 — but not 拍摄, 航摄
    private static bool EndsWithPhotographer(ReadOnlySpan<char> tail)
    {
        var text = tail.TrimEnd(")】");
        if (text.Length < 3)
        {
            return false;
        }

        if (text[^1] is '摄' or '攝')
        {
            return text[^2] is not ('拍' or '航' or '翻' or '实' or '實' or '统' or '統' or '包' or '自' or '补');
        }

        var from = Math.Max(0, text.Length - 16);
        var last = text[from..];
        foreach (var word in (ReadOnlySpan<string>)["摄影/", "摄影:", "攝影/", "攝影:", "图/", "圖/", "摄/"])
        {
            var index = last.LastIndexOf(word, StringComparison.Ordinal);
            if (index >= 0 && from + index > 0 && last.Length - index - word.Length is >= 2 and <= 8)
            {
                return from + index >= 6 && text[from + index - 1] is '。' or '!' or '(' or '?' && text[(from + index + word.Length)..].IndexOfAny(",。") < 0;
            }
        }

        return false;
    }

    // …(圖/中城大學提供)
    private static bool EndsWithPictureCredit(ReadOnlySpan<char> tail)
    {
        if (tail.Length < 5 || tail[^1] != ')')
        {
            return false;
        }

        var open = tail.LastIndexOf('(');
        if (open < 2)
        {
            return false;
        }

        var content = tail[(open + 1)..^1];
        // (图片由…提供) credits the pictures of the whole story.
        return content.Length >= 3 && content.IndexOf('由') < 0 && content[0] is '图' or '圖' or '摄' or '攝' && content[1] is '/' or ':' or '片' or '源';
    }
}
