using NewsExtract.Chinese.Numerals;
using static NewsExtract.Chinese.Dates.DateNumbers;

namespace NewsExtract.Chinese.Dates;

/// <summary>Distances from the reference date (三天后, 半小时前), and spans that begin or end there (未来三年, 17天内).</summary>
internal ref partial struct TimeScan
{
    // 三天后 ; 两个半月以内 ; 半年之后 ; 过两天 ; 近三年来
    private bool TryReadShift()
    {
        var over = Stands(Position, "再过") ? 2 : Current == '过' && Level == 0 && !IsWordCharacter(Previous) ? 1 : 0;
        if (!TryReadLength(Position + over, out var length))
        {
            return false;
        }

        var tail = TailOfSpan(length.End);
        var word = Text.Slice(length.End, tail);
        if (over > 0)
        {
            return tail == 0 && !length.IsVague && AddShift(length, 1, length.End);
        }

        // 三季度以来 is since the third quarter; three of them are 三个季度.
        if (tail == 0 || length.IsVague || (length.Unit == TimeUnit.Quarter && At(length.End - 3) != '个'))
        {
            return false;
        }

        return word[^1] switch
        {
            '后' => AddShift(length, 1, length.End + tail),
            '前' => AddShift(length, -1, length.End + tail),
            '内' => AddSpan(length, 1, length.End + tail),
            _ => AddSpan(length, -1, length.End + tail),
        };
    }

    private bool AddShift(in TimeLength length, int sign, int end) =>
        Add(new TimeStep(TimeStepKind.Shift, sign * length.Months, sign * length.Days, sign * length.Seconds), end);

    private bool AddSpan(in TimeLength length, int sign, int end) =>
        Add(new TimeStep(TimeStepKind.Reach, sign * length.Months, sign * length.Days, sign * length.Seconds), end);

    // 未来三年 ; 过去的一周 ; 最近10分钟 ; 上两个月 ; 近十年来
    private bool TryReadSpan()
    {
        var direction = 0;
        var end = Position;
        foreach (var (word, towards) in s_directions)
        {
            if (Stands(Position, word) && !(word.Length == 1 && IsWordCharacter(Previous)))
            {
                (direction, end) = (towards, Position + word.Length);
                break;
            }
        }

        if (direction == 0 || Stands(Position, "上半月") || Stands(Position, "下半月") || s_lexicon.Find(Text, Position, out _) is { Kind: DateWordKind.Half } || IsInWord(Text[Position..end].ToString()))
        {
            return false;
        }

        end += At(end) == '的' ? 1 : 0;
        // 这一年 and 下一周 are one unit, which TryReadRelative has.
        if (!TryReadLength(end, out var length) || length.IsVague || (Current is '上' or '下' or '这' && length is { Count: 1, Whole: true } && length.Unit > TimeUnit.WorkDay) || (Current is '前' && length.Unit is TimeUnit.Month or TimeUnit.Quarter) || !(length.Whole || length.Months + length.Days + length.Seconds > 0))
        {
            return false;
        }

        var tail = TailOfSpan(length.End);
        if (tail > 0 && Text[length.End + tail - 1] is '前' or '后')
        {
            return false;
        }

        tail = tail == 0 && At(length.End) == '里' ? 1 : tail;
        return AddDirected(length, direction, length.End + tail);
    }

    private bool AddDirected(in TimeLength length, int direction, int end)
    {
        var whole = length.Whole && length.Unit is not (TimeUnit.WorkDay or TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second);
        return whole ? Add(new TimeStep(TimeStepKind.Span, length.Count, (int)length.Unit, direction), end) : AddSpan(length, Math.Sign(direction), end);
    }

    // 1 and -1 from the day itself, 3 and -3 by the calendar, 4 by the calendar behind the unit that runs: 下 is to 接下来 as 上 is
    private static readonly (string Word, int Direction)[] s_directions =
    [
        ("未来", 1), ("今后", 1), ("往后", 1), ("此后", 1), ("之后", 1), ("接下来", 3), ("下", 4), ("后", 3), ("过去", -1), ("最近", -1), ("过往", -1), ("之前", -1), ("近", -1), ("这", -1), ("前", -3), ("上", -3),
    ];

    /// <summary>A length of time as so many of one unit, and as months, days or seconds.</summary>
    private readonly ref struct TimeLength
    {
        public required int End { get; init; }

        public required int Count { get; init; }

        public required TimeUnit Unit { get; init; }

        /// <summary><see cref="Count"/> of the unit, nothing over.</summary>
        public required bool Whole { get; init; }

        /// <summary>六七年, 十多天, 几个月.</summary>
        public required bool IsVague { get; init; }

        public int Months { get; init; }

        public int Days { get; init; }

        public int Seconds { get; init; }
    }

    private readonly bool TryReadLength(int start, out TimeLength length)
    {
        length = default;
        var position = start;
        decimal count;
        var vague = false;
        if (At(position) == '半')
        {
            count = 0.5m;
            position++;
        }
        else if (position < Text.Length && NumeralCharacters.OpenerSet.Contains(Text[position]) && NumeralReader.TryRead(Text, position, out var number) && !(number.PlainDigits == 4 && At(number.End) is '年' or ' ')
            && number.PlainDigits < 5 && !(number.PlainDigits > 1 && Text[position] == '0') && number.Form == NumeralForm.Positional && number.High < 100_000)
        {
            count = number.Low;
            vague = number.IsRange || number.Approximation != Approximation.Exact;
            position = number.End;
        }
        else
        {
            return false;
        }

        position += At(position) == ' ' ? 1 : 0;
        var half = 0m;
        if (At(position) == '个')
        {
            position++;
            if (At(position) == '半')
            {
                half = 0.5m;
                position++;
            }
        }

        vague |= At(position) is '多' or '余';
        position += At(position) is '多' or '余' ? 1 : 0;
        var (unit, unitLength) = UnitAt(position);
        if (unit == TimeUnit.None && At(position) == '分')
        {
            (unit, unitLength) = (TimeUnit.Minute, 1);
        }

        // 三月 and 3日 are dates; 半月 and 三日后 are not.
        if (unit == TimeUnit.None || (unit == TimeUnit.Month && At(position - 1) is not ('个' or '半' or '多' or '余')) || (unit == TimeUnit.Hour && unitLength == 1 && At(position - 1) != '个'))
        {
            return false;
        }

        var minutes = At(position) == '刻' ? 15 : 1;
        position += unitLength;
        if (At(position) == '半' && At(position + 1) != '价')
        {
            half = 0.5m;
            position++;
            position += unit == TimeUnit.Minute && At(position) == '钟' ? 1 : 0;
        }

        if (At(position) is '多' or '余')
        {
            vague = true;
            position++;
        }

        length = Measure(count + half, unit, minutes, position, vague);
        return count + half > 0;
    }

    private static TimeLength Measure(decimal count, TimeUnit unit, int minutes, int end, bool vague)
    {
        var (months, days, seconds) = unit switch
        {
            TimeUnit.Year => (count * 12, 0m, 0m),
            TimeUnit.Quarter => (count * 3, 0m, 0m),
            TimeUnit.Month => (decimal.Floor(count), count % 1 * 30, 0m),
            TimeUnit.Week => (0m, count * 7, 0m),
            TimeUnit.Day or TimeUnit.WorkDay => (0m, count, 0m),
            TimeUnit.Hour => (0m, 0m, count * 3600),
            TimeUnit.Minute => (0m, 0m, count * 60 * minutes),
            _ => (0m, 0m, count),
        };
        return new TimeLength
        {
            End = end,
            Count = (int)count,
            Unit = unit,
            Whole = count % 1 == 0 && minutes == 1,
            IsVague = vague || unit == TimeUnit.WorkDay || months % 1 != 0 || days % 1 != 0 || seconds % 1 != 0,
            Months = (int)months,
            Days = (int)days,
            Seconds = (int)seconds,
        };
    }

    // 三年过后 is said beside 三年后.
    private readonly int TailOfSpan(int position) => Stands(position, "过后") ? 2 : DateScan.TailOfSpan(Text, position);
}
