using NewsExtract.Chinese.Values;

namespace NewsExtract.Chinese.Dates;

/// <summary>
/// Resolves the times of one text in reading order, against its reference date and the dates named before; never the clock.
/// Closed intervals, weeks from Monday. Not safe for concurrent use.
/// </summary>
internal sealed class TimeResolver(PartialDate? reference)
{
    private readonly TimeSteps _steps = new(reference);

    /// <summary>What was resolved last is no month that there is: 闰四月 of a year without it.</summary>
    public bool IsImpossible => _steps.IsImpossible;

    /// <summary>Forgets what only the sentence before knew.</summary>
    public void StartSentence() => _steps.StartSentence();

    /// <summary>A date that another reader resolved.</summary>
    public void Remember(DateTime day) => _steps.Remember(TimeInterval.OfDays(day, 1));

    /// <param name="isReport">The words around tell of something that was, see <see cref="DateOutlook"/>.</param>
    /// <returns>A value without ends when the text or an unknown reference date leaves it open.</returns>
    public TimeValue Resolve(TimeExpression expression, bool isReport)
    {
        _steps.IsReport = isReport;
        _steps.IsImpossible = false;
        _steps.LastMonth = expression.To is [{ Kind: TimeStepKind.Month, First: var last }] ? last : 0;
        if (_steps.Apply(null, expression.From) is not { } from)
        {
            return new TimeValue();
        }

        _steps.Remember(from);
        if (expression.To is { } steps)
        {
            return ResolveEnd(from, expression.From, steps) is { } to ? Range(from, to) : new TimeValue();
        }

        return Bounded(from, expression.Bound);
    }

    public TimeValue Resolve(TimePart part) => _steps.Apply(null, part.Steps) is { } interval ? Bounded(interval, part.Bound) : new TimeValue();

    private static TimeValue Bounded(TimeInterval interval, TimeBound bound) => bound switch
    {
        TimeBound.Since => Value(interval) with { Edtf = $"{interval.StartText}/..", End = null },
        TimeBound.Until => Value(interval) with { Edtf = $"../{interval.EndText}", Start = null, End = interval.IsMoment ? interval.Start : Value(interval).End },
        _ => Value(interval),
    };

    // What the other end leaves out is as in the first: 15日 of 12月9日到15日, 3点 of 下午1点到3点.
    private TimeInterval? ResolveEnd(TimeInterval from, IReadOnlyList<TimeStep> fromSteps, IReadOnlyList<TimeStep> steps)
    {
        var first = steps[0];
        var year = TimeInterval.OfYear(from.Start.Year);
        var month = TimeInterval.OfMonths(from.Start.Year, from.Start.Month, 1);
        TimeInterval? context = first.Kind switch
        {
            TimeStepKind.Month or TimeStepKind.Months or TimeStepKind.Lunar => year,
            TimeStepKind.Day => month,
            TimeStepKind.Part => from.Unit == TimeUnit.Month ? month : year,
            TimeStepKind.Weekday => TimeInterval.OfDays(from.Start.AddDays(-(((int)from.Start.DayOfWeek + 6) % 7)), 7),
            TimeStepKind.Period or TimeStepKind.Clock => TimeInterval.OfDays(from.Start, 1),
            _ => null,
        };
        if (first.Kind == TimeStepKind.Clock && fromSteps is [.., { Kind: TimeStepKind.Period } period, { Kind: TimeStepKind.Clock }] && first.First <= 12)
        {
            // 3 of 下午1点到3点 is 15, too; of 晚上9点到3点 it is of the next day.
            var hour = TimeScan.HourIn(period, first.First);
            steps = [first with { First = hour }, .. steps.Skip(1)];
        }

        if (_steps.Apply(context, steps) is not { } to)
        {
            return null;
        }

        if (to.End <= from.Start || (to.IsMoment && to.Start <= from.Start))
        {
            // 12月28日至1月3日 ; 晚上9:30到凌晨3:00
            to = first.Kind switch
            {
                TimeStepKind.Month or TimeStepKind.Months when to.End.Year < 9990 => to with { Start = to.Start.AddYears(1), End = to.End.AddYears(1) },
                TimeStepKind.Day => to with { Start = to.Start.AddMonths(1), End = to.End.AddMonths(1) },
                TimeStepKind.Weekday => to with { Start = to.Start.AddDays(7), End = to.End.AddDays(7) },
                TimeStepKind.Period or TimeStepKind.Clock => to with { Start = to.Start.AddDays(1), End = to.End.AddDays(1) },
                _ => to,
            };
        }

        _steps.Remember(to);
        return to.End > from.Start ? to : null;
    }

    private static TimeValue Range(TimeInterval from, TimeInterval to)
    {
        var timed = from.HasTimeOfDay || to.HasTimeOfDay;
        return new TimeValue
        {
            Edtf = $"{from.StartText}/{to.EndText}",
            Start = from.Start,
            End = to.IsMoment ? to.Start : timed ? to.End.AddSeconds(-1) : to.End.AddDays(-1),
            HasTimeOfDay = timed,
        };
    }

    private static TimeValue Value(TimeInterval interval) => new()
    {
        Edtf = interval.Edtf,
        Start = interval.Start,
        End = interval.HasTimeOfDay ? interval.End.AddSeconds(-1) : interval.End.AddDays(-1),
        HasTimeOfDay = interval.HasTimeOfDay,
    };
}
