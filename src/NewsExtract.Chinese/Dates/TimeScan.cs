using NewsExtract.Chinese.Numerals;
using static NewsExtract.Chinese.Dates.DateNumbers;

namespace NewsExtract.Chinese.Dates;

/// <summary>One attempt at a chain of steps: where the scan stands and what it has read so far.</summary>
/// <param name="start">Where the time starts, words such as 大约 included.</param>
/// <param name="position">Where its first step starts.</param>
internal ref partial struct TimeScan(ReadOnlySpan<char> text, int start, int position)
{
    private static readonly DateLexicon s_lexicon = DateLexicon.Default;

    private bool _isLunar;

    public readonly ReadOnlySpan<char> Text { get; } = text;

    public readonly int Start { get; } = start;

    public int Position { get; private set; } = position;

    public List<TimeStep> Steps { get; private set; } = [];

    /// <summary>Where the first part of the day starts, behind the day: 晚上 of 今天晚上; 0 when there is none.</summary>
    public int DaysEnd { get; private set; }

    private readonly int Level => Steps.Count == 0 ? 0 : Steps[^1].Level;

    private readonly char Current => At(Position);

    private readonly char Previous => At(Start - 1);

    private readonly char At(int position) => position >= 0 && position < Text.Length ? Text[position] : '\0';

    private readonly bool Stands(int position, string word) => position <= Text.Length && Text[position..].StartsWith(word, StringComparison.Ordinal);

    // Steps are ever finer, so that there are few.
    public bool TryReadChain()
    {
        if (Position >= Text.Length)
        {
            return false;
        }

        while (Steps.Count < 8)
        {
            var before = Position;
            if (Steps.Count > 0 && Current is '的' or ' ' or '，')
            {
                Position++;
            }

            var (level, start) = (Level, Position);
            if (!(At(before) == '，' ? TryReadWeekdayBehind() : TryReadStep(apart: Position > before)))
            {
                Position = before;
                break;
            }

            if (level == 3 && Level > 3)
            {
                DaysEnd = start;
            }
        }

        return Steps.Count > 0;
    }

    private bool TryReadStep(bool apart) => Level switch
    {
        0 => TryReadFirst(),
        1 => TryReadLunarName() || TryReadMonth() || TryReadPartOfYear() || TryReadRelative() || TryReadFeast() || TryReadDayWord() || TryReadNth() || TryReadYearEdge() || TryReadDotted(),
        2 when Steps[^1].Kind == TimeStepKind.Week => TryReadWeekday(),
        2 => TryReadDay() || TryReadNth() || TryReadMonthPart(),
        3 => TryReadWeekdayBehind() || TryReadPeriod() || TryReadClock() || TryReadAbout() || TryReadNeighbour() || TryReadInYear(apart),
        4 => TryReadClock(),
        _ => false,
    };

    private bool TryReadFirst()
    {
        // G2023年, 1.5月, 第3季度 behind its 第
        if (NumeralCharacters.OpenerSet.Contains(Current) && (Previous is '第' or '.' or '/' || char.IsAsciiLetterOrDigit(Previous)))
        {
            return false;
        }

        return TryReadLunarName() || TryReadIso() || TryReadCentury() || TryReadShift() || TryReadSpan() || TryReadYear() || TryReadMonth() || TryReadRelative() || TryReadPartOfYear()
            || TryReadWeekday() || TryReadFeast() || TryReadDayWord() || TryReadDay() || TryReadClock() || TryReadPeriod() || TryReadTurnOfYear() || TryReadWord();
    }

    // 一年前的今天 ; 三年前的5月
    private bool TryReadInYear(bool apart) => Steps[^1] is { Kind: TimeStepKind.Shift, Second: 0, Third: 0 } year && year.First % 12 == 0
        && ((apart && TryReadSameDay()) || (NumeralCharacters.OpenerSet.Contains(Current) && TryReadMonth()));

    // 今天大约十点
    private bool TryReadAbout()
    {
        var before = Position;
        Position += Stands(Position, "大约") ? 2 : At(Position) == '约' ? 1 : 0;
        if (Position > before && (TryReadPeriod() || TryReadClock()))
        {
            return true;
        }

        Position = before;
        return false;
    }

    private bool Add(TimeStep step, int end)
    {
        Steps.Add(step);
        Position = end;
        return true;
    }

    // Nothing but punctuation, blanks or the edges of the text around start and end.
    private readonly bool IsAlone(int end) => !IsWordCharacter(Previous) && !IsWordCharacter(At(end));

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) || character is '%' or '℃' or '°' or '$' or '¥' or '.';

    /// <summary>The other end of a range; <c>null</c> when there is none.</summary>
    public List<TimeStep>? TryReadOtherEnd(List<TimeStep> from)
    {
        var end = Position;
        var joined = TryReadJoint(ref end);
        if (joined == '\0' || end >= Text.Length)
        {
            return null;
        }

        var inner = new TimeScan(Text, end, end) { IsOtherEnd = true, Century = from[0].Kind == TimeStepKind.Year ? from[0].First / 100 * 100 : null };
        if (!inner.TryReadChain())
        {
            return null;
        }

        var to = inner.Steps;
        if (to[^1].Kind is TimeStepKind.Shift or TimeStepKind.Span || from[^1].Kind is TimeStepKind.Span or TimeStepKind.Shift || (from[^1].Level < 4 && to[^1].Level > 4))
        {
            return null;
        }

        var after = inner.Position;
        var between = Stands(after, "之间") ? 2 : At(after) == '间' ? 1 : 0;
        if (joined == '和' && between == 0)
        {
            return null;
        }

        Position = after + between;
        Position += Current == '止' ? 1 : 0;
        return to;
    }

    // 至 ; 到 ; — ; 起至 ; 起，至 ; 和 … 之间
    private readonly char TryReadJoint(ref int end)
    {
        end += At(end) == ' ' ? 1 : 0;
        if (At(end) == '起' && (At(end + 1) is '至' or '到' || (At(end + 1) is '，' or ',' && At(end + 2) is '至' or '到')))
        {
            end += At(end + 1) is '，' or ',' ? 2 : 1;
        }

        var joint = At(end);
        if (joint is not ('至' or '到' or '-' or '–' or '－' or '～' or '~' or '―' or '─' or '—' or 'ー' or '和' or '与'))
        {
            return '\0';
        }

        end += joint is '—' && At(end + 1) == '—' ? 2 : 1;
        end += At(end) == ' ' ? 1 : 0;
        return joint is '和' or '与' ? '和' : joint;
    }

    private readonly bool IsRangeSign(int position) => At(position) is '至' or '到' or '-' or '–' or '－' or '～' or '~' or '―' or '─' or '—';

    // The number before the sign takes its unit from the one behind: 12 of 12-19日.
    private readonly bool SharesUnit(int end, int max, string units)
    {
        if (!IsRangeSign(end))
        {
            return false;
        }

        var next = At(end) == '—' && At(end + 1) == '—' ? end + 2 : end + 1;
        return TryReadSmall(Text, next, max, out _, out var after) && units.Contains(At(after), StringComparison.Ordinal);
    }

    public bool IsOtherEnd { get; init; }

    /// <summary>Of a short year behind a full one: 87 of 1982到87年.</summary>
    public int? Century { get; init; }

    /// <summary>以来, 起, 之前, 期间 … behind the time.</summary>
    public void ReadBound(bool isRange, ref TimeBound bound)
    {
        for (var turn = 0; turn < 2; turn++)
        {
            var position = Position + (Current == ' ' && At(Position + 1) is '之' or '以' or '前' or '后' ? 1 : 0);
            position += At(position) is '或' or '及' && At(position + 1) is '之' or '以' && At(position + 2) is '前' or '后' ? 1 : 0;
            var length = BoundLength(position, out var found);
            if (length == 0)
            {
                break;
            }

            if (!isRange && found != TimeBound.Closed && Steps[^1].Kind is not (TimeStepKind.Shift or TimeStepKind.Span))
            {
                bound = found;
            }

            Position = position + length;
        }
    }

    private readonly int BoundLength(int position, out TimeBound bound)
    {
        bound = TimeBound.Closed;
        if (Stands(position, "以后") || Stands(position, "之后") || Stands(position, "开始"))
        {
            bound = TimeBound.Since;
            return 2;
        }

        if (At(position) == '起' && At(position + 1) is not ('草' or '初' or '码' or '点' or '步' or '来' or '诉' or '义'))
        {
            bound = TimeBound.Since;
            return At(position + 1) == '至' && At(position + 2) == '今' ? 3 : 1;
        }

        if (At(position) == '后' && At(position + 1) is not ('勤' or '方' or '续' or '期' or '台' or '备' or '者' or '面' or '的'))
        {
            bound = TimeBound.Since;
            return 1;
        }

        var length = s_lexicon.FindAfter(Text, position);
        if (length == 0 || (length == 1 && s_lexicon.IsNotBefore(Text, position)))
        {
            return 0;
        }

        var word = Text.Slice(position, length);
        bound = word is "以来" or "至今" ? TimeBound.Since
            : word is "以前" or "之前" or "前" or "底前" or "底以前" or "末前" ? TimeBound.Until
            : TimeBound.Closed;
        return length;
    }
}
