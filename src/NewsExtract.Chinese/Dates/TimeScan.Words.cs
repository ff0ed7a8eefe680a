using NewsExtract.Chinese.Numerals;
using static NewsExtract.Chinese.Dates.DateNumbers;

namespace NewsExtract.Chinese.Dates;

/// <summary>Words that count from the reference date or from the day named before: 去年, 下下周三, 大后天, 次日.</summary>
internal ref partial struct TimeScan
{
    // 去年 ; 上上个月 ; 这周 ; 下一年 ; 本季度 ; 同月
    private bool TryReadRelative()
    {
        if (s_lexicon.Find(Text, Position, out var length) is { Kind: DateWordKind.Year or DateWordKind.YearSame } year && Level == 0)
        {
            return !IsInWord(year.Word) && Add(new TimeStep(year.Kind == DateWordKind.Year ? TimeStepKind.YearShift : TimeStepKind.YearSame, year.First), Position + length);
        }

        var position = Position;
        var first = At(position);
        while (At(position) == first && position - Position < 4)
        {
            position++;
        }

        var count = position - Position;
        var shift = first switch { '上' => -count, '下' => count, '这' or '本' or '该' or '当' or '同' when count == 1 => 0, _ => int.MaxValue };
        if (shift == int.MaxValue || (first is '上' or '下' && (Previous is '以' or '之' or '线' or '网' or '马' or '地' or '天' or '楼' or '身' or '路' or '海' or '北' or '早' or '晚')))
        {
            return false;
        }

        position += At(position) == '一' && At(position + 1) != '月' && first is '上' or '下' or '这' ? 1 : 0;
        position += At(position) == '个' ? 1 : 0;
        var (unit, unitLength) = UnitAt(position);
        var end = position + unitLength;
        switch (unit)
        {
            case TimeUnit.Year when Level == 0:
                end += At(end) == '度' ? 1 : 0;
                return Add(new TimeStep(first == '该' ? TimeStepKind.YearSame : TimeStepKind.YearShift, shift), end);
            case TimeUnit.Quarter when Level == 0:
                return Add(new TimeStep(TimeStepKind.QuarterShift, shift), end);
            case TimeUnit.Month when At(end) is not ('亮' or '球' or '台'):
                end += At(end) == '份' ? 1 : 0;
                return Add(new TimeStep(first is '同' or '该' ? TimeStepKind.MonthSame : TimeStepKind.MonthShift, shift), end);
            case TimeUnit.Week when Level == 0:
                return TryReadWeek(shift, position, end);
            default:
                return TryReadWeekdayName(position, out var weekday, out end) && Level == 0 && AddWeekday(shift, weekday, end);
        }
    }

    // 下周周六 ; 上周星期三 ; 这礼拜三 ; 上周末 ; 下周1
    private bool TryReadWeek(int shift, int start, int end)
    {
        if (TryReadWeekdayName(start, out var weekday, out var after) || TryReadWeekdayName(end, out weekday, out after))
        {
            return AddWeekday(shift, weekday, after);
        }

        if (At(end) is '刊' or '边' or '围' or '期' or '转' or '折' or '身')
        {
            return false;
        }

        if (At(end) is >= '1' and <= '7' && !char.IsLetterOrDigit(At(end + 1)) && At(end + 1) != '.')
        {
            return AddWeekday(shift, Text[end] - '0', end + 1);
        }

        Steps.Add(new TimeStep(TimeStepKind.Week, shift));
        return At(end) == '末' || Stands(end, "周末") ? Add(new TimeStep(TimeStepKind.Weekend), At(end) == '末' ? end + 1 : end + 2) : Advance(end);
    }

    private bool Advance(int end)
    {
        Position = end;
        return true;
    }

    private bool AddWeekday(int shift, int weekday, int end)
    {
        Steps.Add(new TimeStep(TimeStepKind.Week, shift));
        return Add(new TimeStep(TimeStepKind.Weekday, weekday), end);
    }

    // 周三 ; 星期天 ; not 周年, 一周五天, 每周一
    private bool TryReadWeekday()
    {
        if (Level == 0 && (NumeralCharacters.OpenerSet.Contains(Previous) || Previous is '每' or '逢' or '隔' or '姓' or '四' or '个'))
        {
            return false;
        }

        if (Current == '周' && At(Position + 1) == '末' && Level == 0)
        {
            Steps.Add(new TimeStep(TimeStepKind.Week, 0));
            return Add(new TimeStep(TimeStepKind.Weekend), Position + 2);
        }

        return TryReadWeekdayName(Position, out var weekday, out var end) && Add(new TimeStep(TimeStepKind.Weekday, weekday), end);
    }

    private readonly bool TryReadWeekdayName(int position, out int weekday, out int end)
    {
        weekday = 0;
        end = position;
        var length = At(position) == '周' ? 1 : Stands(position, "星期") || Stands(position, "礼拜") ? 2 : 0;
        if (length == 0)
        {
            return false;
        }

        weekday = At(position + length) switch { '一' => 1, '二' => 2, '三' => 3, '四' => 4, '五' => 5, '六' => 6, '日' or '天' => 7, _ => 0 };
        end = position + length + 1;
        var next = At(end);
        return weekday > 0 && !NumeralCharacters.IsChineseNumeral(next) | next is '零' && !(length == 1 && next is '围' or '年' or '岁' or '期' or '个' or '福' or '刊' or '报' or '次');
    }

    // （星期一） ; ，星期一 ; 周六 behind a day add nothing
    private bool TryReadWeekdayBehind()
    {
        if (Level == 0)
        {
            return false;
        }

        if (Level != 3 || Steps[^1].Kind != TimeStepKind.Day)
        {
            return false;
        }

        var start = Position + (Current is '（' or '(' ? 1 : 0);
        if (!TryReadWeekdayName(start, out _, out var end))
        {
            return false;
        }

        return start == Position ? Advance(end) : At(end) is '）' or ')' && Advance(end + 1);
    }

    // 昨天 ; 今晚 ; 大大后天 ; 本日 ; 次日 ; 明后天
    private bool TryReadDayWord()
    {
        var position = Position;
        while (Level == 0 && At(position) == '大' && position - Position < 4)
        {
            position++;
        }

        var more = position - Position;
        if (more > 0 && At(position) is '前' or '后' && At(position + 1) is '天' or '日')
        {
            return Add(new TimeStep(TimeStepKind.DayShift, At(position) == '前' ? -2 - more : 2 + more), position + 2);
        }

        if (Stands(Position, "本日") && At(Position + 2) is not ('报' or '内'))
        {
            return Add(new TimeStep(TimeStepKind.DayShift, 0), Position + 2);
        }

        if (s_lexicon.Find(Text, Position, out var length) is not { Kind: DateWordKind.Day or DateWordKind.DaySame } word || IsInWord(word.Word)
            || (Level == 1 && word is not { Kind: DateWordKind.Day, First: 0 }))
        {
            return false;
        }

        Add(new TimeStep(word.Kind == DateWordKind.Day ? TimeStepKind.DayShift : TimeStepKind.DaySame, word.First), Position + length);
        if (word.Word[^1] is '晚' or '夜')
        {
            // 晚上 behind 今 is the word's own
            return Add(new TimeStep(TimeStepKind.Period, 18, 24), At(Position) == '间' ? Position + 1 : Position);
        }

        return word.Word[^1] is not ('晨' or '早') || Add(new TimeStep(TimeStepKind.Period, word.Word[^1] == '早' ? 4 : 0, word.Word[^1] == '早' ? 12 : 6), Position);
    }

    private readonly bool IsInWord(string word) => Start > 0 && DateReader.IsPartOfOtherWord(Previous, word, At(Position + word.Length) is '\0' ? '\n' : At(Position + word.Length));

    // 18世纪 ; 上世纪 ; what it has behind (60年代, 末) is for DateReader
    private bool TryReadCentury()
    {
        var relative = Stands(Position, "上世纪") || Stands(Position, "上个世纪") ? -1 : Stands(Position, "本世纪") ? 0 : 1;
        if (relative <= 0)
        {
            return Add(new TimeStep(TimeStepKind.Century, relative, 1), Position + (At(Position + 1) == '个' ? 4 : 3));
        }

        return TryReadSmall(Text, Position, 21, out var number, out var end) && number > 0 && Stands(end, "世纪") && Previous is not ('半' or '下' or '个')
            && Add(new TimeStep(TimeStepKind.Century, number), end + 2);
    }

    // 圣诞节前一天 ; 10日的第二天
    private bool TryReadNeighbour()
    {
        if (s_lexicon.Find(Text, Position, out var length) is { Kind: DateWordKind.DaySame } word && word.Word is "前一天" or "次日" or "第二天" or "翌日")
        {
            return Steps[^1].Kind != TimeStepKind.Shift && Add(new TimeStep(TimeStepKind.DaySame, word.First), Position + length);
        }

        return Steps[^1].Kind is TimeStepKind.DayShift && TryReadShift();
    }

    // 一年前的今天
    private bool TryReadSameDay() => Steps[^1].Kind == TimeStepKind.Shift && Stands(Position, "今天") && Advance(Position + 2);

    // 现在 as an end ; 年底 ; 月初 ; 今明两天 ; 全天
    private bool TryReadWord()
    {
        foreach (var (word, steps) in s_words)
        {
            if (Stands(Position, word) && !IsInWord(word) && !char.IsDigit(Previous))
            {
                Steps.AddRange(steps);
                return Advance(Position + word.Length);
            }
        }

        return (IsOtherEnd || At(Start) == '截') && s_now.AsSpan() is var now && FindNow(now);
    }

    private bool FindNow(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Stands(Position, word))
            {
                return Add(new TimeStep(TimeStepKind.Now), Position + word.Length);
            }
        }

        return false;
    }

    private static readonly string[] s_now = ["现在", "目前", "今"];

    private static readonly TimeStep s_thisYear = new(TimeStepKind.YearShift);
    private static readonly TimeStep s_thisMonth = new(TimeStepKind.MonthShift);

    private static readonly (string Word, TimeStep[] Steps)[] s_words =
    [
        ("上半月", [s_thisMonth, new(TimeStepKind.Part, 3)]),
        ("下半月", [s_thisMonth, new(TimeStepKind.Part, 4)]),
        ("年底", [s_thisYear, new(TimeStepKind.Part, 2)]),
        ("年末", [s_thisYear, new(TimeStepKind.Part, 2)]),
        ("年终", [s_thisYear, new(TimeStepKind.Part, 2)]),
        ("岁末", [s_thisYear, new(TimeStepKind.Part, 2)]),
        ("年初", [s_thisYear, new(TimeStepKind.Part, 0)]),
        ("年中", [s_thisYear, new(TimeStepKind.Part, 1)]),
        ("年内", [s_thisYear]),
        ("月底", [s_thisMonth, new(TimeStepKind.Part, 2)]),
        ("月末", [s_thisMonth, new(TimeStepKind.Part, 2)]),
        ("月初", [s_thisMonth, new(TimeStepKind.Part, 0)]),
        ("月内", [s_thisMonth]),
        ("上旬", [s_thisMonth, new(TimeStepKind.Part, 0)]),
        ("中旬", [s_thisMonth, new(TimeStepKind.Part, 1)]),
        ("下旬", [s_thisMonth, new(TimeStepKind.Part, 2)]),
        ("今明两天", [new(TimeStepKind.Span, 2, (int)TimeUnit.Day, 1)]),
        ("今明两年", [new(TimeStepKind.Span, 2, (int)TimeUnit.Year, 3)]),
        ("明后天", [new(TimeStepKind.DayShift, 1), new(TimeStepKind.Leading, 2, (int)TimeUnit.Day)]),
        ("明后两天", [new(TimeStepKind.DayShift, 1), new(TimeStepKind.Leading, 2, (int)TimeUnit.Day)]),
    ];
}
