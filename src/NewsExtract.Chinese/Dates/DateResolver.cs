using System.Globalization;

namespace NewsExtract.Chinese.Dates;

/// <summary>
/// Resolves the dates of one article in reading order, against its reference date and the dates named before; never the
/// clock. Closed intervals, weeks from Monday. Not safe for concurrent use.
/// </summary>
internal sealed class DateResolver(DateReference reference)
{
    private readonly int? _baseYear = reference.Date?.Year;

    // The last year, month and day named; of the running sentence the year alone.
    private int? _sentenceYear;
    private PartialDate? _last;

    // Of the date resolved now: the words around it, and the month that a range ends with (11 of 1月至11月).
    private bool _isReport = true;
    private int _lastMonth;

    /// <summary>Forgets what only the sentence before knew.</summary>
    public void StartSentence() => _sentenceYear = null;

    /// <param name="isReport">The words around tell of something that was, see <see cref="DateOutlook"/>.</param>
    /// <returns>A value without a date when the text leaves it open.</returns>
    public DateValue Resolve(DateExpression expression, bool isReport = true)
    {
        _isReport = isReport;
        _lastMonth = expression.To is { YearAnchor: DateAnchor.None, MonthAnchor: DateAnchor.Absolute, DayAnchor: DateAnchor.None, Month: var last } ? last : 0;
        switch (expression.Shape)
        {
            case DateShape.Plan:
                return ResolvePlan(expression);
            case DateShape.Decade:
                return ResolveDecade(expression);
            case DateShape.Span:
                return ResolveSpan(expression);
            case DateShape.Open:
                return new DateValue();
            default:
                return ResolveCalendar(expression);
        }
    }

    // The seventh plan began in 1986, each takes five years; the first two are older than the rule.
    private static DateValue ResolvePlan(DateExpression expression)
    {
        var first = expression.Number <= 2 ? 1948 + (expression.Number * 5) : 1951 + (expression.Number * 5);
        var last = first + 4;
        return expression.IsPlanEnd
            ? Period(new PartialDate(last), new PartialDate(last))
            : Period(new PartialDate(first), expression.IsSince ? null : new PartialDate(last));
    }

    private DateValue ResolveDecade(DateExpression expression)
    {
        // Without a date of issue the paper is taken to be of this century, as 上世纪 mostly is.
        var first = expression.Number + (expression.Direction is { } distance ? (((_baseYear ?? 2001) / 100) + distance) * 100 : 0);
        return new DateValue
        {
            Edtf = string.Create(CultureInfo.InvariantCulture, $"{first / 10}X"),
            Start = new DateOnly(first, 1, 1),
            End = new DateOnly(first + 9, 12, 31),
        };
    }

    private DateValue ResolveSpan(DateExpression expression)
    {
        if (expression.Direction == 0 || expression.IsSince || reference is not { IsIssue: true, Date: { Day: int day, Month: int month, Year: var year } })
        {
            return new DateValue();
        }

        var anchor = new DateOnly(year, month, day);
        var distance = expression.Number * (expression.Direction ?? 0);
        var other = expression.Unit switch
        {
            '年' => anchor.Year + distance is > 1 and < 9999 ? anchor.AddYears(distance) : anchor,
            '月' => anchor.AddMonths(distance),
            '周' => anchor.AddDays(distance * 7),
            _ => anchor.AddDays(distance),
        };
        var (start, end) = other < anchor ? (other, anchor) : (anchor, other);
        return new DateValue { Edtf = $"{Iso(start)}/{Iso(end)}", Start = start, End = end };
    }

    private DateValue ResolveCalendar(DateExpression expression)
    {
        var from = expression.From;
        if (from.IsEmpty)
        {
            // 17时
            return new DateValue();
        }

        if (from.Week is not null || from.Weekday > 0)
        {
            return ResolveWeek(from);
        }

        if (from.IsLunar)
        {
            return ResolveLunar(from);
        }

        if (YearOf(from) is not { } year)
        {
            return new DateValue();
        }

        Remember(from, year);
        if (from.Season > 0)
        {
            return new DateValue { Edtf = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{from.Season}") };
        }

        if (DateOf(from, year) is not { } start)
        {
            return new DateValue();
        }

        _last = start;
        if (from.Quarter > 0)
        {
            return new DateValue
            {
                Edtf = string.Create(CultureInfo.InvariantCulture, $"{start.Year:D4}-Q{from.Quarter}"),
                Start = First(start),
                End = Last(new PartialDate(start.Year, from.ToMonth)),
            };
        }

        if (expression.To is { IsEmpty: false } to)
        {
            return ResolveRange(start, to);
        }

        return expression.IsSince ? Period(start, null) : Period(start, from.ToMonth > 0 ? new PartialDate(start.Year, from.ToMonth) : start);
    }

    private DateValue ResolveRange(PartialDate start, DateParts to)
    {
        var year = to.YearAnchor switch
        {
            DateAnchor.Absolute => to.Year,
            DateAnchor.Relative => (_baseYear ?? start.Year) + to.Year,
            _ => start.Year,
        };
        if (to.MonthAnchor == DateAnchor.Relative)
        {
            if (reference.Date is not { Month: int issueMonth })
            {
                return Period(start, start);
            }

            (year, var relative) = AddMonths(reference.Date.Value.Year, issueMonth, to.Month);
            to = to with { MonthAnchor = DateAnchor.Absolute, YearAnchor = DateAnchor.Absolute, Month = relative };
        }

        int? month = to.MonthAnchor == DateAnchor.Absolute ? Math.Max(to.Month, to.ToMonth) : to.DayAnchor == DateAnchor.Absolute ? start.Month : null;
        int? day = to.DayAnchor == DateAnchor.Absolute ? to.Day : null;
        if (to.YearAnchor == DateAnchor.None && month < start.Month)
        {
            // 12月28日至1月3日
            year++;
        }

        if (!PartialDate.IsValid(year, month, day))
        {
            return Period(start, start);
        }

        var end = new PartialDate(year, month, day);
        _last = end;
        return First(start) <= Last(end) ? Period(start, end) : Period(start, start);
    }

    // 去年 ; 2023年 ; 八五年 ; 当年 ; none: the year of the sentence, or the article's.
    private int? YearOf(DateParts parts) => parts.YearAnchor switch
    {
        DateAnchor.Absolute when parts.IsShortYear => Century(parts.Year),
        DateAnchor.Absolute => parts.Year,
        DateAnchor.Relative => _baseYear + parts.Year,
        DateAnchor.Same => parts.Year == -1 ? (_sentenceYear ?? _baseYear) - 1 : _last?.Year + parts.Year,
        _ when parts.DayAnchor == DateAnchor.Same => _last?.Year ?? _baseYear,
        _ when parts.MonthAnchor == DateAnchor.Absolute => _sentenceYear ?? _baseYear,
        _ when parts.DayAnchor == DateAnchor.Absolute => (_last is { Month: not null } ? _last?.Year : null) ?? _baseYear,
        _ => _baseYear,
    };

    private int Century(int year)
    {
        var limit = _baseYear ?? 2049;
        return (year + 2000 <= limit ? 2000 : 1900) + year;
    }

    private PartialDate? DateOf(DateParts parts, int year)
    {
        int? month = null;
        int? day = null;
        switch (parts.MonthAnchor)
        {
            case DateAnchor.Absolute:
                month = parts.Month;
                if (parts.YearAnchor == DateAnchor.None && _sentenceYear is null && reference.IsIssue)
                {
                    year = DateOutlook.YearOf(year, reference.Date?.Month, parts.Month, Math.Max(Math.Max(parts.Month, parts.ToMonth), _lastMonth), _isReport);
                }

                break;
            case DateAnchor.Relative:
                if (reference.Date is not { Month: int issueMonth })
                {
                    return null;
                }

                (year, month) = AddMonths(year, issueMonth, parts.Month);
                break;
            default:
                break;
        }

        switch (parts.DayAnchor)
        {
            case DateAnchor.Absolute:
                if (month is null)
                {
                    return DayOfKnownMonth(parts.Day);
                }

                day = parts.Day;
                break;
            case DateAnchor.Relative:
                return reference is { IsIssue: true, Date: { Day: int issueDay } date } ? AddDays(new PartialDate(date.Year, date.Month, issueDay), parts.Day) : null;
            case DateAnchor.Same:
                return _last is { Day: not null } last ? AddDays(last, parts.Day) : null;
            default:
                break;
        }

        return PartialDate.IsValid(year, month, day) ? new PartialDate(year, month, day) : null;
    }

    // 19日 behind 9月18日 is of September; in a paper of the 2nd, 30日 is of the month before.
    private PartialDate? DayOfKnownMonth(int day)
    {
        if (_last is { Month: int month, Day: not null } last)
        {
            return PartialDate.IsValid(last.Year, month, day) ? new PartialDate(last.Year, month, day) : null;
        }

        if (reference.Date is not { Month: int issueMonth, Year: var year } date)
        {
            return null;
        }

        if (date.Day is { } issueDay && day > issueDay + 7)
        {
            // In March, 30日 is of March all the same.
            var (yearBefore, before) = AddMonths(year, issueMonth, -1);
            (year, issueMonth) = PartialDate.IsValid(yearBefore, before, day) ? (yearBefore, before) : (year, issueMonth);
        }

        return PartialDate.IsValid(year, issueMonth, day) ? new PartialDate(year, issueMonth, day) : null;
    }

    private void Remember(DateParts parts, int year)
    {
        if (parts.YearAnchor is DateAnchor.Absolute or DateAnchor.Relative)
        {
            _sentenceYear = year;
        }
    }

    private DateValue ResolveWeek(DateParts parts)
    {
        if (reference is not { IsIssue: true, Date: { Month: int month, Day: int day, Year: var year } })
        {
            return new DateValue();
        }

        var issue = new DateOnly(year, month, day);
        var monday = issue.AddDays(-((int)issue.DayOfWeek + 6) % 7).AddDays(7 * (parts.Week ?? 0));
        if (parts.Weekday == 0)
        {
            return new DateValue { Edtf = $"{Iso(monday)}/{Iso(monday.AddDays(6))}", Start = monday, End = monday.AddDays(6) };
        }

        var date = monday.AddDays(parts.Weekday - 1);
        return new DateValue { Edtf = Iso(date), Start = date, End = date };
    }

    private DateValue ResolveLunar(DateParts parts)
    {
        if (YearOf(parts) is not { } year || year is < 1902 or > 2100)
        {
            return new DateValue();
        }

        var date = LunarDates.ToGregorian(year, parts.Month, parts.Day);
        if (date is not { } found)
        {
            return new DateValue();
        }

        return new DateValue { Edtf = Iso(found), Start = found, End = found };
    }

    private static (int Year, int Month) AddMonths(int year, int month, int distance)
    {
        var total = (year * 12) + month - 1 + distance;
        return (total / 12, (total % 12) + 1);
    }

    private static PartialDate? AddDays(PartialDate date, int days)
    {
        if (date is not { Month: int month, Day: int day })
        {
            return null;
        }

        var moved = new DateOnly(date.Year, month, day).AddDays(days);
        return new PartialDate(moved.Year, moved.Month, moved.Day);
    }

    /// <param name="end"><c>null</c> when the period is open at its end.</param>
    private static DateValue Period(PartialDate start, PartialDate? end) => new()
    {
        Edtf = end is null ? $"{start}/.." : start == end ? start.ToString() : $"{start}/{end}",
        Start = First(start),
        End = end is { } last ? Last(last) : null,
    };

    private static DateOnly First(PartialDate date) => new(date.Year, date.Month ?? 1, date.Day ?? 1);

    private static DateOnly Last(PartialDate date)
    {
        var month = date.Month ?? 12;
        return new DateOnly(date.Year, month, date.Day ?? DateTime.DaysInMonth(date.Year, month));
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
