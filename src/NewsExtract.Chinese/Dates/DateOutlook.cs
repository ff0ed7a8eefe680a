using System.Buffers;

namespace NewsExtract.Chinese.Dates;

/// <summary>
/// Which year a month or day without one is of, the same for records and values: that of the reference date; in the first three
/// months of a year the late months of the one before, where the text tells of something that was. Never a year ahead.
/// </summary>
internal static class DateOutlook
{
    private const int Reach = 16;

    // Words that a date of the coming months stands with: 将于10月18日, 计划11月底.
    private static readonly string[] s_ahead = ["将", "拟", "计划", "预计", "有望", "力争", "争取", "定于", "届时", "确保", "即将", "明年"];

    private static readonly SearchValues<char> s_clauseEnds = SearchValues.Create("，。；！？\n,;!?");

    /// <param name="year">Of the reference date.</param>
    /// <param name="issueMonth">Of the reference date; <c>null</c> when it is a year alone.</param>
    /// <param name="first">First month meant.</param>
    /// <param name="last">Last month meant.</param>
    /// <param name="isReport">See <see cref="IsReport"/>.</param>
    /// <returns>The year before for 12月28日, 11月 and 1至11月 in a report of January.</returns>
    public static int YearOf(int year, int? issueMonth, int first, int last, bool isReport) =>
        isReport && issueMonth <= 3 && (first >= 10 || (first == 1 && last is >= 9 and <= 11)) ? year - 1 : year;

    /// <summary>Whether the words around a date may tell of something that was: there are some, and none speaks of what is to come.</summary>
    /// <param name="span">Of the date in <paramref name="text"/>.</param>
    public static bool IsReport(ReadOnlySpan<char> text, TextSpan span)
    {
        var before = text[Math.Max(0, span.Start - Reach)..span.Start];
        before = before[(before.LastIndexOfAny(s_clauseEnds) + 1)..];
        var after = text[span.End..Math.Min(text.Length, span.End + Reach)];
        var stop = after.IndexOfAny("。；！？\n");
        after = stop < 0 ? after : after[..stop];
        foreach (var word in s_ahead)
        {
            if (before.Contains(word, StringComparison.Ordinal) || after.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return Letters(before) + Letters(after) > 2;
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var character in text)
        {
            count += char.IsLetter(character) ? 1 : 0;
        }

        return count;
    }
}
