using System.Globalization;

namespace NewsExtract.Chinese.Dates;

/// <summary>A period of the calendar, or a moment as the period of its precision.</summary>
/// <param name="End">Exclusive.</param>
/// <param name="Unit">The unit it was said in: what is finer is not known.</param>
internal readonly record struct TimeInterval(DateTime Start, DateTime End, TimeUnit Unit)
{
    /// <summary>It counts hours, not days.</summary>
    public bool HasTimeOfDay => Unit is TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second;

    /// <summary>It is a time of day and no period of hours (上午).</summary>
    public bool IsMoment { get; init; }

    /// <summary>EDTF of it where it is no plain interval: 2024-Q1, 17XX.</summary>
    public string? Name { get; init; }

    public static TimeInterval? OfYear(int year) => year is > 1 and < 9990 ? new TimeInterval(new DateTime(year, 1, 1), new DateTime(year + 1, 1, 1), TimeUnit.Year) : null;

    /// <param name="month">From January of <paramref name="year"/>; it may lie outside 1 to 12.</param>
    public static TimeInterval? OfMonths(int year, int month, int count)
    {
        var total = (year * 12L) + month - 1;
        return total is > 24 and < 9990 * 12 && count is > 0 and < 10_000
            ? new TimeInterval(new DateTime((int)(total / 12), (int)(total % 12) + 1, 1), new DateTime((int)((total + count) / 12), (int)((total + count) % 12) + 1, 1), TimeUnit.Month)
            : null;
    }

    /// <param name="century">The eighteenth is 18: 17XX.</param>
    public static TimeInterval? OfCentury(int century) => century is > 1 and < 90
        ? new TimeInterval(new DateTime((century - 1) * 100, 1, 1), new DateTime(century * 100, 1, 1), TimeUnit.Year) { Name = string.Create(CultureInfo.InvariantCulture, $"{century - 1:D2}XX") }
        : null;

    public static TimeInterval? OfQuarter(int year, int quarter) =>
        OfMonths(year, (quarter * 3) - 2, 3) is { } months ? months with { Name = string.Create(CultureInfo.InvariantCulture, $"{months.Start.Year:D4}-Q{(months.Start.Month + 2) / 3}") } : null;

    public static TimeInterval OfDays(DateTime first, int count) => new(first.Date, first.Date.AddDays(count), TimeUnit.Day);

    /// <summary>EDTF of the beginning: 2023, 2023-12, 2023-12-01, 2023-12-01T09:00:00.</summary>
    public string StartText => Text(Start);

    /// <summary>EDTF of the last year, month, day or second.</summary>
    public string EndText => Text(IsMoment ? Start : HasTimeOfDay ? End.AddSeconds(-1) : End.AddDays(-1));

    public string Edtf => Name is not null ? Name
        : IsMoment || StartText == EndText ? StartText
        : $"{StartText}/{EndText}";

    private string Text(DateTime moment) => moment.ToString(
        Unit switch
        {
            TimeUnit.Year => "yyyy",
            TimeUnit.Month or TimeUnit.Quarter => "yyyy-MM",
            TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second => "yyyy-MM-ddTHH:mm:ss",
            _ => "yyyy-MM-dd",
        },
        CultureInfo.InvariantCulture);
}
