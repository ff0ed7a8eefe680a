using NewsExtract.Chinese.Numerals;
using static NewsExtract.Chinese.Dates.DateNumbers;

namespace NewsExtract.Chinese.Dates;

/// <summary>One attempt at a date: where the scan stands and what it has read so far.</summary>
internal ref partial struct DateScan(ReadOnlySpan<char> text, int start, bool rocYears)
{
    private static readonly DateLexicon s_lexicon = DateLexicon.Default;

    private DateParts? _to;

    // Month and ToMonth are those of an edge of the year.
    private bool _isEdge;

    public readonly ReadOnlySpan<char> Text { get; } = text;

    public readonly int Start { get; } = start;

    public int Position { get; set; } = start;

    public DateParts From { get; set; }

    private readonly char Current => At(Position);

    private readonly char At(int position) => position >= 0 && position < Text.Length ? Text[position] : '\0';

    // 2023-12-01 ; 2023/12/1 ; 2023.12.01 ; 113-05-09
    public bool TryReadIsoDate()
    {
        if (!NumeralCharacters.IsArabic(Text[Start]) || !TryReadYear(Text, Start, rocYears, out var year, out var isShort, out var end) || isShort
            || At(end) is not ('-' or '/' or '.'))
        {
            return false;
        }

        var sign = Text[end];
        if (!TryReadSmall(Text, end + 1, 12, out var month, out var monthEnd) || month == 0 || At(monthEnd) != sign
            || !TryReadSmall(Text, monthEnd + 1, 31, out var day, out var dayEnd) || day == 0 || At(dayEnd) == sign)
        {
            return false;
        }

        From = new DateParts { YearAnchor = DateAnchor.Absolute, Year = year, MonthAnchor = DateAnchor.Absolute, Month = month, DayAnchor = DateAnchor.Absolute, Day = day };
        Position = dayEnd;
        return true;
    }

    // 2023年… ; 12月1日 ; 1至11月 ; 19日12时 ; 17时 ; 一季度
    public bool TryReadCalendar()
    {
        if (TryReadYearPart())
        {
            ReadAfterYear();
            return true;
        }

        Position = Start;
        return TryReadMonthPart() || TryReadDayPart() || TryReadPartOfYear() || TryReadHour(alone: true);
    }

    private bool TryReadYearPart()
    {
        if (!TryReadYear(Text, Position, rocYears, out var year, out var isShort, out var end))
        {
            return false;
        }

        // 2021—2023年: the first year has no 年 of its own.
        if (!isShort && IsRangeSign(end) && TryReadYear(Text, end + 1, rocYears, out var last, out var lastShort, out var lastEnd)
            && (At(lastEnd) == '年' || (At(lastEnd) == '学' && At(lastEnd + 1) == '年'))
            && (lastShort ? last > year % 100 : last > year))
        {
            From = new DateParts { YearAnchor = DateAnchor.Absolute, Year = year };
            _to = new DateParts { YearAnchor = DateAnchor.Absolute, Year = lastShort ? (year / 100 * 100) + last : last };
            Position = At(lastEnd) == '年' ? lastEnd + 1 : lastEnd + 2;
            return true;
        }

        if (At(end) != '年' || At(end + 1) is '代' or '级' or '龄' or '薪' or '期' or '产' or '制' or '均')
        {
            return At(end) == '年' && !isShort && At(end + 1) is '产' or '均' or '期' && AcceptYear(year, isShort, end);
        }

        return AcceptYear(year, isShort, end);
    }

    private bool AcceptYear(int year, bool isShort, int end)
    {
        if (isShort && CenturyInList(Text, Position) is { } century)
        {
            (year, isShort) = (century + year, false);
        }
        else if (isShort && !IsPlainShortYear(year, end))
        {
            return false;
        }

        From = From with { YearAnchor = DateAnchor.Absolute, Year = year, IsShortYear = isShort };
        Position = end + 1;
        return true;
    }

    // 98年5月, 98年底 and 三五年冬 are years; of those without company 八五年 is one, 30年, 七八年 and 三五年 are lengths of time.
    private readonly bool IsPlainShortYear(int year, int end)
    {
        if ((TryReadSmall(Text, end + 1, 12, out var month, out var monthEnd) && month > 0 && At(monthEnd) == '月') || (At(end + 1) is '底' or '末' && year > 12))
        {
            return true;
        }

        return !NumeralCharacters.IsArabic(Text[Position]) && year is > 19 and < 100 && (!MayCountYears(year) || SeasonLength(end + 1, out _) > 0);
    }

    /// <summary>What may stand behind a year: month, quarter, half, season, feast, 底, or a second year.</summary>
    public void ReadAfterYear()
    {
        if (Current == ' ' && At(Position + 1) is '同' or '前' or '上' or '下')
        {
            Position++;
        }

        var dated = TryReadMonthPart() || TryReadPartOfYear() || TryReadHalf() || TryReadQuotedPart() || TryReadFeastPart() || TryReadSeasonPart() || TryReadLunarPart();
        if (!dated)
        {
            ReadYearEdge();
        }

        ReadRange();
    }

    // 年底, 年初 once more (明年年底), and 底, 初, 末, 度 behind the 年 (明年底, 2014年度).
    private void ReadYearEdge()
    {
        var position = Position;
        if (Current == '年' && At(position + 1) is '底' or '初' or '末' or '中' or '终' or '内')
        {
            SetEdge(At(position + 1));
            Position += 2;
            return;
        }

        var edge = Current;
        if ((Current is '底' or '末' && At(position + 1) != '端')
            || (Current == '初' && At(position + 1) is not ('步' or '级' or '中' or '始' or '衷' or '心' or '审' or '选'))
            || (Current == '度' && At(position + 1) is not ('假' or '过' or '量'))
            || (Current == '内' && At(position + 1) is not ('蒙' or '部' or '外' or '地' or '陆' or '容')))
        {
            SetEdge(edge);
            Position++;
        }
    }

    /// <summary>年初, 年中 and 年底 are two months each; of 年内 and 年度 nothing is known.</summary>
    public void SetEdge(char edge)
    {
        var first = edge switch { '初' => 1, '中' => 6, '底' or '末' or '终' => 11, _ => 0 };
        if (first > 0 && From.YearAnchor is DateAnchor.Absolute or DateAnchor.Relative or DateAnchor.Same)
        {
            From = From with { MonthAnchor = DateAnchor.Absolute, Month = first, ToMonth = first + 1 };
            _isEdge = true;
        }
    }

    // 1月 ; 3月份 ; 1至11月 ; 一至四月份 ; 10月18日
    private bool TryReadMonthPart()
    {
        if (!TryReadSmall(Text, Position, 12, out var month, out var end) || month == 0)
        {
            return false;
        }

        var last = 0;
        if (IsRangeSign(end) && TryReadSmall(Text, end + 1, 12, out last, out var lastEnd) && At(lastEnd) == '月' && last > month)
        {
            end = lastEnd;
        }
        else
        {
            last = 0;
        }

        if (At(end) != '月' || At(end + 1) is '薪' or '球' or '亮' or '饼' or '刊' or '嫂' or '租' or '票' or '龄' or '均')
        {
            return false;
        }

        From = From with { MonthAnchor = DateAnchor.Absolute, Month = month, ToMonth = last };
        Position = end + 1;
        if (last == 0)
        {
            ReadAfterMonth();
        }
        else if (Current == '份')
        {
            Position++;
        }

        return true;
    }

    /// <summary>What may stand behind a month: a day, 上旬, 底, 份, 的一天, or a second month.</summary>
    public void ReadAfterMonth()
    {
        if (From.DayAnchor == DateAnchor.None && TryReadDay(out var day, out var end, afterMonth: true))
        {
            From = From with { DayAnchor = DateAnchor.Absolute, Day = day };
            Position = end;
            ReadTime();
            ReadRange();
            return;
        }

        if (TryReadLunarDay(Position, out day, out end))
        {
            From = From with { DayAnchor = DateAnchor.Absolute, Day = day, IsLunar = true };
            Position = end;
            return;
        }

        var length = s_lexicon.FindMonthAfter(Text, Position);
        if (length > 0 && !(Text[Position] == '中' && At(Position + 1) is '国' or '央' or '方' or '心' or '外')
            && !(Text[Position] == '初' && At(Position + 1) is '步' or '始' or '级'))
        {
            Position += length;
        }
        else if (Current == '的' && At(Position + 1) == '一')
        {
            ReadOneDay();
        }

        ReadRange();
    }

    // 五月的一天 ; 12月的一个清晨
    private void ReadOneDay()
    {
        var position = Position + 2;
        if (At(position) == '天')
        {
            Position = position + 1;
        }
        else if (At(position) == '个' && s_lexicon.Find(Text, position + 1, out var length) is { Kind: DateWordKind.Time })
        {
            Position = position + 1 + length;
        }
    }

    private bool TryReadDayPart()
    {
        if (!TryReadDay(out var day, out var end, afterMonth: false))
        {
            return false;
        }

        From = From with { DayAnchor = DateAnchor.Absolute, Day = day };
        Position = end;
        ReadTime();
        ReadRange();
        return true;
    }

    // 1日 ; 二十一曰 (a reader's slip of OCR) ; 18号 behind a month only ; 18-20日
    private bool TryReadDay(out int day, out int end, bool afterMonth)
    {
        end = Position;
        if (!TryReadSmall(Text, Position, 31, out day, out end) || day == 0)
        {
            return false;
        }

        if (IsRangeSign(end) && TryReadSmall(Text, end + 1, 31, out var last, out var lastEnd) && last > day && At(lastEnd) is '日' or '曰')
        {
            _to = new DateParts { DayAnchor = DateAnchor.Absolute, Day = last };
            end = lastEnd + 1;
            return true;
        }

        var unit = At(end);
        if (!(unit == '日' || (afterMonth && unit is '号' or '曰')) || (unit == '号' && At(end + 1) is '楼' or '线' or '院' or '馆' or '店'))
        {
            return false;
        }

        if (!afterMonth && At(end + 1) is '本' or '均' or '常' or '报' or '程' or '用' or '产' or '游' or '处' or '照' or '元' or '夜' && !(At(end + 1) == '夜' && At(end + 2) is '里' or '间' or '，'))
        {
            return false;
        }

        // 一日之长 ; but 一日之前, 1日之内
        if (!afterMonth && At(end + 1) == '之' && At(end + 2) is not ('前' or '后' or '内' or '间'))
        {
            return false;
        }

        end++;
        return true;
    }

    /// <summary>上午8时36分, 晚, 凌晨 behind a day.</summary>
    public void ReadTime()
    {
        if (s_lexicon.Find(Text, Position, out var length) is { Kind: DateWordKind.Time } word && !OpensOtherWord(word, Position + length))
        {
            Position += length;
            if (Current == '时' && At(Position + 1) == '分')
            {
                // 黎明时分
                Position += 2;
                return;
            }

            TryReadHour(alone: false);
            return;
        }

        TryReadHour(alone: false);
    }

    private readonly bool OpensOtherWord(DateWord word, int next) =>
        word.Word is "晚" or "夜" or "晨" && At(next) is '会' or '报' or '宴' or '餐' or '辈' or '班' or '校' or '光' or '曦' or '上' or '间' or '年';

    // 8时36分 ; 17时 ; 九时许 ; 8点半 behind 上午 only
    private bool TryReadHour(bool alone)
    {
        if (!TryReadSmall(Text, Position, 24, out var hour, out var end) || !(At(end) == '时' || (At(end) == '点' && (!alone || IsClockBehind(end + 1))) || (!alone && At(end) is ':' or '：')))
        {
            return false;
        }

        var clock = At(end) is ':' or '：';
        end++;
        if (alone && (At(end) is '代' or '段' or '间' or '候' or '常' or '期' or '光' or '节' or '尚' or '装' or '令' or '刻' or '速' or '隔'
            || (!NumeralCharacters.IsArabic(Text[Position]) && (hour < 3 || At(end) is not ('许' or '整' or '，' or '半')) && !TryReadSmall(Text, end, 59, out _, out _))))
        {
            return false;
        }

        Position = end;
        if (TryReadSmall(Text, end, 59, out _, out var minuteEnd) && (clock || At(minuteEnd) == '分'))
        {
            Position = clock ? minuteEnd : minuteEnd + 1;
            if (TryReadSmall(Text, Position, 59, out _, out var secondEnd) && At(secondEnd) == '秒')
            {
                Position = secondEnd + 1;
            }
        }
        else if (clock)
        {
            Position = end - 1;
            return false;
        }

        if (Current is '许' or '整' or '半' or '钟')
        {
            Position++;
        }
        else if (Current == '左' && At(Position + 1) == '右')
        {
            Position += 2;
        }

        return true;
    }

    // 8点半 ; 五点二十五分 ; 10点钟
    private readonly bool IsClockBehind(int position) =>
        At(position) is '半' or '钟' or '整' || (TryReadSmall(Text, position, 59, out _, out var end) && At(end) == '分' && At(end + 1) is not ('之' or '球' or '的'));

    // The other end: 2016年至2018年, 9月27日至10月4日, 4月11日至13日, 1月至8月.
    private void ReadRange()
    {
        if (_to is not null || !IsRangeSign(Position) || Position + 1 >= Text.Length)
        {
            return;
        }

        var inner = new DateScan(Text, Position + 1, rocYears) { _to = default(DateParts) };
        if (s_lexicon.Find(Text, Position + 1, out var length) is { Kind: DateWordKind.Month or DateWordKind.Year } word)
        {
            // 本月15日至下月10日 ; 去年10月至今年3月
            inner.Position += length;
            if (word.Kind == DateWordKind.Month)
            {
                inner.From = inner.From with { MonthAnchor = DateAnchor.Relative, Month = word.First };
                inner.ReadAfterMonth();
            }
            else
            {
                inner.From = inner.From with { YearAnchor = DateAnchor.Relative, Year = word.First };
                inner.ReadAfterYear();
            }
        }
        else if (!NumeralCharacters.OpenerSet.Contains(Text[Position + 1]) || !inner.TryReadCalendar())
        {
            return;
        }

        var to = inner.From;
        var fits = From.DayAnchor != DateAnchor.None ? to.DayAnchor == DateAnchor.Absolute
            : From.MonthAnchor != DateAnchor.None ? to.MonthAnchor != DateAnchor.None && to.DayAnchor == DateAnchor.None
            : to.YearAnchor != DateAnchor.None && to.MonthAnchor == DateAnchor.None;
        if (fits)
        {
            _to = to;
            Position = inner.Position;
        }
    }

    private readonly bool IsRangeSign(int position) =>
        At(position) is '至' or '到' or '-' or '–' or '－' or '～' or '~' or '―' or '─' || (At(position) == '—' && At(position + 1) != '—');
}
