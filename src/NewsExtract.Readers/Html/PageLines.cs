using System.Text.RegularExpressions;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Html;

/// <summary>Tells lines of a page by their text: menus, notices, bylines, and those that say when and where an article appeared.</summary>
internal static partial class PageLines
{
    private const int LongestMenuLine = 40;
    private const int LongestImprint = 120;
    private const int LongestClockLine = 80;
    private const int LongestNotice = 300;

    private static readonly WebLexicon s_lexicon = WebLexicon.Instance;

    public static bool IsByline(string text)
    {
        List<TextSpan> whole = [new TextSpan(0, text.Length)];
        var line = new LineText();
        line.Load(text, whole);
        return BylineReader.TryRead(new TextUnit { Pieces = whole, Profile = TextProfile.Of(text, whole, line.Tail) }, line);
    }

    public static bool IsNotice(WebBlock block) =>
        s_lexicon.NoticeLines.AtStart(block.Text.AsSpan().TrimStart("【[（(")) > 0 || (block.Length <= LongestNotice && s_lexicon.NoticeWords.IsWithin(block.Text));

    public static bool IsMenuLine(WebBlock block) =>
        (block.Length <= LongestMenuLine || block.IsLink) && !block.Text.Contains('。', StringComparison.Ordinal)
        && s_lexicon.MenuLines.AtStart(Fold(block.Text)) is > 0 and var length && (length > 2 || block.Length <= 8 || block.LinkLength > 0);

    // 2024-03-05 09:30　来源：江州日报　作者：张三
    public static bool IsImprint(string text)
    {
        if (text.Length > LongestImprint || text.Contains('。', StringComparison.Ordinal))
        {
            return false;
        }

        var folded = Fold(text);
        var lexicon = LayoutLexicon.Instance;
        if (lexicon.ImprintLabels.AtStart(folded) > 0)
        {
            return true;
        }

        // 李四　江州发布　2024-05-06 18:00
        if (text.Length <= LongestClockLine && DateReader.Find(text) is { Day: not null } && Clock().IsMatch(text))
        {
            return true;
        }

        var day = DateReader.Read(folded, out _);
        return day > 0 && (day == folded.Length || folded[day] is >= '0' and <= '9' or ':' or '来' or '來' or '|' or '(' or '星' or '作' or '浏' or '点' or '阅' or '字' || lexicon.ImprintLabels.IsWithin(folded.AsSpan(day, Math.Min(40, folded.Length - day))));
    }

    [GeneratedRegex("""(?:^|[\s日T])[0-2]?[0-9][:：][0-5][0-9]""", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    private static string Fold(string text) => string.Concat(text.Where(c => !Glyphs.IsBlank(c)).Take(LongestImprint).Select(Glyphs.Fold));
}
