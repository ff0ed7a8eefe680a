using NewsExtract.Chinese.Numerals;
using NewsExtract.Chinese.Quantities;
using static NewsExtract.Chinese.Dates.DateNumbers;

namespace NewsExtract.Chinese.Dates;

/// <summary>Years, months and days by number.</summary>
internal ref partial struct TimeScan
{
    // 2023年 ; 98年5月 ; 零六年 ; 两千年最后一天 ; 1982 of 1982至87年
    private bool TryReadYear()
    {
        if (!TryReadYearNumber(Position, out var year, out var isShort, out var end))
        {
            return false;
        }

        var unit = At(end) == ' ' ? end + 1 : end;
        var sign = At(end) == ' ' ? end + 1 : end;
        if (!isShort && IsRangeSign(sign) && TryReadYearNumber(SkipSign(sign), out _, out var lastShort, out var last) && (At(last) == '年' || (!lastShort && At(Position - 1) == '从')))
        {
            return Add(new TimeStep(TimeStepKind.Year, year), end);
        }

        if (!isShort && IsOtherEnd && At(end) != '年' && IsAlone(end) && At(unit) != '年')
        {
            // 2017 of 2016.05-2017
            return Add(new TimeStep(TimeStepKind.Year, year), end);
        }

        if (At(unit) != '年' || At(unit + 1) is '代' or '级' or '龄' or '薪' or '制' || (isShort && !IsYear(year, unit)))
        {
            return false;
        }

        if (isShort)
        {
            // 2050 on is the last century's
            year += Century ?? CenturyInList(Text, Position) ?? (year < 50 ? 2000 : 1900);
        }

        return Add(new TimeStep(TimeStepKind.Year, year), unit + 1);
    }

    private readonly int SkipSign(int sign)
    {
        var next = At(sign + 1) == '—' ? sign + 2 : sign + 1;
        return At(next) == ' ' ? next + 1 : next;
    }

    private readonly bool TryReadYearNumber(int start, out int year, out bool isShort, out int end)
    {
        if (start < Text.Length && DateNumbers.TryReadYear(Text, start, rocYears: false, out year, out isShort, out end) && !(isShort && At(start) == '两'))
        {
            return true;
        }

        if (DateNumbers.TryReadYear(Text, start, rocYears: true, out year, out isShort, out end) && IsRocYear(start, end))
        {
            return true;
        }

        // 公元163年, 公元一六三年
        if (At(start - 1) == '元' && At(start - 2) == '公' && NumeralReader.TryRead(Text, start, out var common) && common is { IsRange: false, Low: >= 1 and < 2100 } && common.Low % 1 == 0 && At(common.End) == '年')
        {
            (year, isShort, end) = ((int)common.Low, false, common.End);
            return true;
        }

        // 两千零四年 with something behind: else a length of time
        year = 0;
        isShort = false;
        end = start;
        if (At(start + 1) != '千' || !NumeralReader.TryRead(Text, start, out var number) || number is not { Low: >= 1000 and < 2100, IsRange: false } || number.Low % 1 != 0)
        {
            return false;
        }

        year = (int)number.Low;
        end = number.End;
        var next = At(end + 1) == '的' ? end + 2 : end + 1;
        return (TryReadSmall(Text, next, 12, out _, out var monthEnd) && At(monthEnd) == '月') || Stands(next, "最后") || At(next) is '第' or '底' or '初';
    }

    // 108年11月 in Taiwan: no length of time stands before a month.
    private readonly bool IsRocYear(int start, int end) => end - start == 3 && At(end) == '年'
        && ((TryReadSmall(Text, end + 1, 12, out var month, out var after) && month > 0 && At(after) == '月') || At(end + 1) is '底' or '初' || Stands(end + 1, "上半年") || Stands(end + 1, "下半年"));

    // 98年5月, 07年第三季度, 06年; 24年 where nothing else stands: 15年 is a length of time more often than a year.
    private readonly bool IsYear(int year, int unit)
    {
        var next = unit + 1;
        var mayCount = !NumeralCharacters.IsArabic(Text[Position]) && MayCountYears(year);
        if ((TryReadSmall(Text, next, 12, out var month, out var end) && month > 0 && (At(end) is '月' or '季' || IsRangeSign(end) || (At(end) == '-' && end == next + 2)))
            || (At(next) is '底' or '末' && year > 12) || NumeralCharacters.IsZero(Text[Position]) || Text[Position] == '0' || Century is not null || CenturyInList(Text, Position) is not null || (!mayCount && IsAlone(next))
            || Stands(next, "上半年") || Stands(next, "下半年") || (At(next) == '前' && At(next + 2) is '个' or '月' or '季') || (!mayCount && Stands(next, "以后")) || Stands(next, "全年") || (At(next) == '每' && !IsWordCharacter(Previous)))
        {
            return true;
        }

        if (At(next) == '第')
        {
            return TryReadSmall(Text, next + 1, 53, out _, out end) && At(end) is '季' or '周' or '个' or '月';
        }

        return !NumeralCharacters.IsArabic(Text[Position]) && year is > 19 and < 100 && !mayCount;
    }

    // 1月 ; 3月份 ; 1 of 1至11月
    private bool TryReadMonth()
    {
        var start = Current == '闰' ? Position + 1 : Position;
        if (!TryReadSmall(Text, start, 12, out var month, out var end) || month == 0)
        {
            return false;
        }

        if (SharesUnit(end, 12, "月"))
        {
            return start == Position && Add(new TimeStep(TimeStepKind.Month, month), end);
        }

        end += At(end) == ' ' && At(end + 1) == '月' ? 1 : 0;
        if (At(end) != '月' || At(end + 1) is '薪' or '球' or '亮' or '饼' or '刊' or '嫂' or '租' or '票' or '龄' or '均')
        {
            return false;
        }

        end += At(end + 1) == '份' ? 2 : 1;
        _isLunar |= start > Position;
        if (TryReadLunarDay(At(end) == '的' ? end + 1 : end, out var day, out var dayEnd))
        {
            // 闰二月初三
            return Add(new TimeStep(TimeStepKind.Lunar, month, day, start > Position ? 1 : 0), dayEnd);
        }

        if (start > Position)
        {
            return Add(new TimeStep(TimeStepKind.Lunar, month, 0, 1), end);
        }

        return Add(_isLunar ? new TimeStep(TimeStepKind.Lunar, month) : new TimeStep(TimeStepKind.Month, month), end);
    }

    // 农历 in front of a month; 正月, 冬月, 腊月初八
    private bool TryReadLunarName()
    {
        if (Current is '农' or '阴' or '旧' && At(Position + 1) == '历')
        {
            var before = Position;
            _isLunar = true;
            Position += 2;
            if (TryReadNamedMonth() || (Level == 0 && (TryReadYear() || TryReadRelative())) || TryReadMonth())
            {
                return true;
            }

            Position = before;
            return false;
        }

        return TryReadNamedMonth();
    }

    private bool TryReadNamedMonth()
    {
        var month = Current switch { '正' => 1, '冬' => 11, '腊' => 12, _ => 0 };
        if (month == 0 || At(Position + 1) != '月')
        {
            return false;
        }

        var end = Position + 2;
        if (!TryReadLunarDay(end, out var day, out var dayEnd) && !(TryReadSmall(Text, end, 30, out day, out dayEnd) && IsBareDay(end, dayEnd)))
        {
            (day, dayEnd) = (0, end);
        }

        return Add(new TimeStep(TimeStepKind.Lunar, month, day), dayEnd);
    }

    // 初八 ; behind 农历 any day
    private readonly bool TryReadLunarDay(int start, out int day, out int end)
    {
        if (At(start) == '初')
        {
            return TryReadSmall(Text, start + 1, 10, out day, out end) && day > 0 && At(end) is not ('个' or '步' or '中');
        }

        day = 0;
        end = start;
        if (!(_isLunar || At(start) == '廿') || !TryReadSmall(Text, start, 30, out day, out end) || day == 0)
        {
            return false;
        }

        end += At(end) is '日' or '号' ? 1 : 0;
        return true;
    }

    // 1日 ; 18号 ; 12 of 12-19日 ; 3 of 1月3
    private bool TryReadDay()
    {
        var behindMonth = Level > 0;
        if (!TryReadSmall(Text, Position, 31, out var day, out var end) || day == 0 || (behindMonth && Steps[^1].Kind is TimeStepKind.Months or TimeStepKind.QuarterShift or TimeStepKind.Nth))
        {
            return false;
        }

        if (SharesUnit(end, 31, "日号曰"))
        {
            return Add(new TimeStep(TimeStepKind.Day, day), end);
        }

        var unit = At(end) == ' ' ? end + 1 : end;
        if (At(unit) is '日' or '号' or '曰')
        {
            return (behindMonth ? At(unit) != '号' || At(unit + 1) is not ('楼' or '线' or '院' or '馆' or '店') : IsDayAlone(unit)) && Add(new TimeStep(TimeStepKind.Day, day), unit + 1);
        }

        return behindMonth && IsBareDay(Position, end) && Add(new TimeStep(TimeStepKind.Day, day), end);
    }

    // 1日 but not 日本; 12号 but not 12号线
    private readonly bool IsDayAlone(int unit)
    {
        var next = At(unit + 1);
        if (At(unit) == '号')
        {
            return (!IsWordCharacter(Previous) || Previous is '于' or '在' or '是' or '从' or '到' or '的') && Previous is not ('〕' or ']' or '】' or '“')
                && next is not ('”' or '）') && (!char.IsLetterOrDigit(next) || next is '到' or '至' or '晚' or '早' or '上' or '下' or '凌' or '中' or '前' or '之' or '以' or '起' or '是' || NumeralCharacters.OpenerSet.Contains(next));
        }

        return At(unit) == '日' && !(next is '本' or '均' or '常' or '报' or '程' or '用' or '产' or '游' or '处' or '照' or '元' or '之' or '复')
            && !(next == '夜' && At(unit + 2) is not ('里' or '间' or '，')) && !(next is '内' or '后' or '来' or '以' or '前');
    }

    // 3 of 1月3 and 十月十五; not of 5月12名工人
    private readonly bool IsBareDay(int start, int end)
    {
        if (!char.IsLetterOrDigit(At(end)) && At(end) is not ('%' or '℃' or '.' or ':' or '：'))
        {
            return true;
        }

        return s_lexicon.Find(Text, end, out var length) is { Kind: DateWordKind.Time } && StartsClock(end + length) | length > 1
            || (At(end) is '至' or '到' or '出' or '开' or '预' or '有' && IsPlainNumber(start, end));
    }

    private readonly bool IsPlainNumber(int start, int end) =>
        AmountReader.TryRead(Text, start, start, out var amount, out _) && amount.Kind == AmountKind.Number && amount.Span.End == end;

    // 底 ; 上旬 ; 月底 behind a month
    private bool TryReadMonthPart()
    {
        var repeated = Current == '月' && At(Position + 1) is '底' or '末' or '初' or '中' ? 1 : 0;
        var position = Position + repeated;
        if (Steps[^1].Kind is TimeStepKind.Months or TimeStepKind.QuarterShift)
        {
            return At(position) is '初' or '末' && At(position + 1) != '步' && Add(new TimeStep(TimeStepKind.Part, At(position) == '初' ? 0 : 2, 0), position + 1);
        }

        // 10月上半月
        if (Stands(Position, "上半月") || Stands(Position, "下半月"))
        {
            return Add(new TimeStep(TimeStepKind.Part, Current == '上' ? 3 : 4), Position + 3);
        }

        // 中上旬 ; 中下旬
        var first = At(position) switch { '上' => 0, '中' => 1, '下' => 2, _ => -1 };
        var last = At(position + 1) switch { '上' => 0, '中' => 1, '下' => 2, _ => -1 };
        if (first >= 0 && last >= 0 && At(position + 2) == '旬')
        {
            return Add(new TimeStep(TimeStepKind.Part, Math.Min(first, last), 0, Math.Max(first, last)), position + 3);
        }

        if (first >= 0 && At(position + 1) == '旬')
        {
            return Add(new TimeStep(TimeStepKind.Part, first), position + 2);
        }

        var part = At(position) switch
        {
            '初' when At(position + 1) is not ('步' or '始' or '级' or '中') => 0,
            '中' when repeated > 0 || !char.IsLetter(At(position + 1)) => 1,
            '底' or '末' when At(position + 1) != '端' => 2,
            _ => -1,
        };
        return part >= 0 && Steps[^1].Kind != TimeStepKind.Nth && Add(new TimeStep(TimeStepKind.Part, part), position + 1);
    }
}
