namespace NewsExtract.Readers.Layout;

/// <summary>Tells lines that may be headlines from sentences and from rows of lists.</summary>
internal static class TitleTest
{
    private const int LongestTitle = 46;
    private const int LongestLatinTitle = 120;
    private const int ShortestProse = 60;
    private const int LongestWithComma = 30;

    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    public static bool IsTitle(TextUnit unit, LineText line)
    {
        var profile = unit.Profile;
        var latin = profile.Latin > profile.Han * 2;
        if (!line.IsWhole || unit.Lines > 2 || profile.Visible > (latin ? LongestLatinTitle : LongestTitle) || profile.Visible < 2
            || profile.Han + profile.Latin < 2 || profile.ClauseMarks > 4)
        {
            return false;
        }

        var head = line.Head;
        if (profile.Stops > 0 && (head.IndexOf('。') >= 0 || head.IndexOf('｡') >= 0))
        {
            return false;
        }

        if (profile.Ending == Ending.Soft || profile.Last is ',' or '、' or ';' || (latin && profile.Last == '.'))
        {
            return false;
        }

        // A headline of this length has no comma; the head of a paragraph that a break cut has.
        if (profile.Visible >= LongestWithComma && (profile.Commas > 0 || s_lexicon.ProseOpenings.AtStart(head) > 0))
        {
            return false;
        }

        if (profile is { Commas: > 1, Visible: >= 18 })
        {
            return false;
        }

        // 4月21日，由…: a sentence that a break cut.
        if ((profile.Commas > 0 && OpensWithDay(head)) || head[0] is '据' or '據')
        {
            return false;
        }

        // 江政发〔2016〕31号
        if (profile.Last is '号' or '號' && head.IndexOfAny("〔[【(") > 0 && profile.Visible <= 24)
        {
            return false;
        }

        if ((profile.WideGaps > 1 || profile.Gaps > 3) && !profile.IsLetterSpaced && !latin)
        {
            return false;
        }

        if (head.Count(':') > 1)
        {
            return false;
        }

        if ((profile.First == '(' && profile.Last == ')') || IsNumbered(head) || IsQuestionOrAnswer(head))
        {
            return false;
        }

        // “……？”: a paragraph of direct speech.
        return !(profile.First is '“' or '「' && profile.Ending == Ending.Closed && Glyphs.IsCloser(profile.Last)) && !Glyphs.IsNeverFirst(profile.First);
    }

    public static bool IsProse(in TextProfile profile, LineText line) =>
        (profile.Stops > 0 || (profile.Commas > 0 && profile.Visible >= 20) || profile.Questions > 0 || IsQuestionOrAnswer(line.Head) || (profile.Visible > ShortestProse && profile.Gaps < 3)
            || (profile.Commas > 0 && OpensWithDay(line.Head))
            || (line.Head[0] is '据' or '據' && profile is { Visible: > 10, Ending: Ending.Open })
            || (profile is { ClauseMarks: > 1, Visible: >= 30, Gaps: 0, Ending: Ending.Open }))
        && !(profile.WideGaps > 2 && profile.Stops == 0 && !profile.IsLetterSpaced);

    /// <summary>一、, （一）, 1．, ①, 第一条, ●: what numbers or dots the items of a list and sections.</summary>
    public static bool IsNumbered(ReadOnlySpan<char> head)
    {
        if (head.Length < 3)
        {
            return false;
        }

        if (head[0] is (>= '①' and <= '⑳') or (>= '⑴' and <= '⒇') or (>= '⒈' and <= '⒛') or '●' or '◆' or '■' or '★' or '•' or '·' or '※')
        {
            return true;
        }

        var position = head[0] is '(' or '第' ? 1 : 0;
        var start = position;
        while (position < head.Length && position - start < 3 && (Glyphs.Digit(head[position]) is not null || head[position] == '十'))
        {
            position++;
        }

        if (position == start || position == head.Length)
        {
            return false;
        }

        return head[0] switch
        {
            '(' => head[position] == ')',
            '第' => head[position] is '条' or '條' or '章' or '节' or '項' or '项' or '名',
            _ => head[position] is '、' or ')' || (head[position] == '.' && (position + 1 == head.Length || !char.IsAsciiDigit(head[position + 1]))),
        };
    }

    private static bool OpensWithDay(ReadOnlySpan<char> head)
    {
        var length = DateReader.ReadDay(head);
        length = length > 0 ? length : DateReader.Read(head, out _);
        length = length > 0 ? length : head.Length > 5 && head[4] == '年' && head[..4].IndexOfAnyExceptInRange('0', '9') < 0 ? 5 : 0;
        length = length > 0 ? length : s_lexicon.NewsDays.AtStart(head);
        return length > 0 && length < head.Length && head[length] is ',' or '晚' or '上' or '下' or '至';
    }

    private static bool IsQuestionOrAnswer(ReadOnlySpan<char> head) => head.Length > 3 && head[1] == ':' && head[0] is ('问' or '答' or '問' or 'Q' or 'A' or '甲' or '乙');
}
