namespace NewsExtract.Chinese.Dates;

/// <summary>What relative dates of an article are counted from.</summary>
/// <param name="Date">The day of issue, of the dateline or of the first dated event, as far as known.</param>
/// <param name="IsIssue">It is the day of issue or of a dateline, so that 今天 and 昨天 count from it.</param>
internal readonly record struct DateReference(PartialDate? Date, bool IsIssue)
{
    public static DateReference None => default;
}
