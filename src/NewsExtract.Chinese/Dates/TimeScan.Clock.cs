using NewsExtract.Chinese.Numerals;
using static NewsExtract.Chinese.Dates.DateNumbers;

namespace NewsExtract.Chinese.Dates;

/// <summary>Times of day.</summary>
internal ref partial struct TimeScan
{
    // 上午 ; 晚 ; 凌晨
    private bool TryReadPeriod()
    {
        if (s_lexicon.Find(Text, Position, out var length) is not { Kind: DateWordKind.Time } word)
        {
            if (Current != '早' || !(Level >= 3 ? At(Position + 1) is not ('稻' or '已' or '就') : StartsClock(Position + 1)))
            {
                return Stands(Position, "半夜") && Add(new TimeStep(TimeStepKind.Period, 0, 5), Position + 2);
            }

            return Add(new TimeStep(TimeStepKind.Period, 4, 12), Position + 1);
        }

        var end = Position + length;
        var (first, last) = HoursOf(word.Word);
        if (Stands(end, "时分"))
        {
            end += 2;
        }
        else if (word.Word.Length == 1 && At(end) is '会' or '报' or '宴' or '餐' or '辈' or '班' or '校' or '光' or '曦' or '间' or '年' or '于' or '些' or '点')
        {
            return false;
        }

        // 下午 alone is a time where nothing else is near; 每天上午 is none
        if (Level == 0 && !StartsClock(end) && (word.Word.Length == 1 || !(word.StandsAlone ? Previous is not ('每' or '天' or '个' or '整' or '一') : IsAlone(end))))
        {
            return false;
        }

        return Add(new TimeStep(TimeStepKind.Period, first, last), end);
    }

    private static (int First, int Last) HoursOf(string word) => word switch
    {
        "凌晨" => (0, 6),
        "黎明" or "拂晓" => (4, 6),
        "清晨" => (5, 8),
        "早晨" or "早上" or "早间" or "一早" or "晨" => (4, 12),
        "上午" => (6, 12),
        "中午" or "正午" or "午间" => (11, 13),
        "午后" => (13, 15),
        "下午" => (12, 18),
        "傍晚" => (17, 19),
        "午夜" => (0, 1),
        "深夜" => (21, 24),
        _ => (18, 24),
    };

    private readonly bool TryReadHour(int position, out int hour, out int end)
    {
        if (At(position) == '两')
        {
            (hour, end) = (2, position + 1);
            return true;
        }

        return TryReadSmall(Text, position, 24, out hour, out end);
    }

    private readonly bool StartsClock(int position) => TryReadHour(position, out _, out var end) && (At(end) is '时' or '点' or ':' or '：' || IsRangeSign(end));

    // 9时30分 ; 8点半 ; 15:30:20 ; 九时许 ; 零点 ; 十点一刻 ; 9 of 9~12点
    private bool TryReadClock()
    {
        if (!TryReadHour(Position, out var hour, out var end))
        {
            return false;
        }

        if (At(end) is ':' or '：')
        {
            return TryReadColonClock(hour, end);
        }

        var known = Level > 0 || IsOtherEnd;
        if (SharesUnit(end, 24, "时点") && (known || NumeralCharacters.IsArabic(Text[Position])))
        {
            return Add(new TimeStep(TimeStepKind.Clock, Level == 4 ? HourIn(Steps[^1], hour) : hour, -1, -1), end);
        }

        if (At(end) is not ('时' or '点') || (!known && !IsClockAlone(hour, end)) || (At(end) == '点' && At(end + 1) is '名' or '将' or '火') || (At(end) == '时' && At(end + 1) is '代' or '期'))
        {
            return false;
        }

        var (minute, second) = (-1, -1);
        var position = end + 1;
        if (At(position) == '半')
        {
            minute = 30;
            position++;
        }
        else if (TryReadCount(position, out var quarters, out var after) && At(after) == '刻' && quarters <= 3)
        {
            minute = quarters * 15;
            position = after + 1;
        }
        else if (TryReadSmall(Text, position, 59, out var read, out after) && (At(after) == '分' ? At(after + 1) is not ('之' or '球') : IsMinute(position, after, known)))
        {
            minute = read;
            position = At(after) == '分' ? after + 1 : after;
        }

        if (minute >= 0 && TryReadSmall(Text, position, 59, out var seconds, out var behind) && At(behind) == '秒')
        {
            second = seconds;
            position = behind + 1;
        }

        return AddClock(hour, minute, second, position);
    }

    // 十五 of 三点十五 : two digits at least, and nothing behind
    private readonly bool IsMinute(int start, int end, bool known) => end - start >= 2 && (known || NumeralCharacters.IsArabic(Text[start]) || IsAlone(end))
        && (!char.IsLetterOrDigit(At(end)) || At(end) is '的' or '到' or '至' or '在' or '开' || IsPlainNumber(start, end)) && At(end) is not ('.' or '%');

    private bool TryReadColonClock(int hour, int end)
    {
        var minuteStart = end + 1;
        if (!IsTwoDigits(minuteStart, out var minute) || minute > 59 || NumeralCharacters.IsArabic(At(minuteStart + 2)) || At(minuteStart + 2) is '%')
        {
            return false;
        }

        var position = minuteStart + 2;
        var second = -1;
        if (At(position) is ':' or '：')
        {
            if (!IsTwoDigits(position + 1, out second) || second > 59 || NumeralCharacters.IsArabic(At(position + 3)))
            {
                return false;
            }

            position += 3;
        }

        // 以21:15获胜 is a score, 比例为1:20 a ratio
        if (Level == 0 && (Text[Math.Max(0, Start - 6)..Start].Contains('比') || Previous is '以' or '分' or '比' or ':' or '：' or '.' || At(position) is '胜' or '负' or '击' or '战' or '逆' or '获' or '险' or '取' or '大'))
        {
            return false;
        }

        position += At(position) is '时' or '分' ? 1 : 0;
        var blank = At(position) == ' ' ? 1 : 0;
        foreach (var (suffix, later) in s_meridians)
        {
            if (Text[(position + blank)..].StartsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                hour = (hour % 12) + later;
                position += blank + suffix.Length;
                break;
            }
        }

        return AddClock(hour, minute, second, position);
    }

    private static readonly (string Suffix, int Later)[] s_meridians = [("p.m.", 12), ("p.m", 12), ("pm", 12), ("a.m.", 0), ("a.m", 0), ("am", 0)];

    private readonly bool IsTwoDigits(int position, out int value)
    {
        value = 0;
        if (!NumeralCharacters.IsArabic(At(position)) || !NumeralCharacters.IsArabic(At(position + 1)))
        {
            return false;
        }

        value = ((Text[position] - '0') * 10) + Text[position + 1] - '0';
        return true;
    }

    private bool AddClock(int hour, int minute, int second, int end)
    {
        end += At(end) == '多' ? 1 : 0;
        if (At(end) is '许' or '整' or '钟')
        {
            end++;
        }

        end += Stands(end, "左右") || Stands(end, "前后") ? 2 : 0;
        if (Level == 4)
        {
            hour = HourIn(Steps[^1], hour);
        }

        return Add(new TimeStep(TimeStepKind.Clock, hour, minute, second), end);
    }

    // 下午3点 is 15, 晚12点 24, 凌晨12点 0, 中午1点 13
    public static int HourIn(TimeStep period, int hour) => period.First switch
    {
        0 when hour == 12 => 0,
        11 when hour is >= 1 and <= 3 => hour + 12,
        12 or 13 when hour is >= 1 and < 12 => hour + 12,
        17 or 18 or 21 when hour is >= 4 and < 12 => hour + 12,
        18 or 21 when hour is 12 or (>= 0 and < 4) => hour == 12 ? 24 : hour + 24,
        _ => hour,
    };

    // Without a day or 上午 in front: 17时, 8点半, 9点至11点; not 三点建议, not 零点五.
    private readonly bool IsClockAlone(int hour, int end)
    {
        var next = At(end + 1);
        var arabic = NumeralCharacters.IsArabic(Text[Position]);
        if (At(end) == '时')
        {
            return next is not ('代' or '段' or '间' or '候' or '常' or '期' or '光' or '节' or '尚' or '装' or '令' or '刻' or '速' or '隔')
                && (arabic || (hour >= 3 && next is '许' or '整' or '，' or '半') || (TryReadSmall(Text, end + 1, 59, out _, out var minuteEnd) && At(minuteEnd) == '分') || IsAlone(end + 1));
        }

        if (NumeralCharacters.OpenerSet.Contains(next) && next != '半')
        {
            return TryReadSmall(Text, end + 1, 59, out _, out var after)
                && (At(after) is '分' or '刻' ? At(after + 1) is not ('之' or '球' or '的') : after - end >= 3 && (arabic || (Text[(end + 1)..after].Contains('十') && IsAlone(after))));
        }

        return next is '半' or '钟' or '整' or '许' || IsAlone(end + 1) || Stands(end + 1, "左右") || Stands(end + 1, "之前") || Stands(end + 1, "之后") || Stands(end + 1, "以后") || Stands(end + 1, "以前")
            || (IsRangeSign(end + 1) && (s_lexicon.Find(Text, end + 2, out _) is not null || StartsClock(end + 2)));
    }
}
