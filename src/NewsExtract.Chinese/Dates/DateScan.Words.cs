using NewsExtract.Chinese.Numerals;
using static NewsExtract.Chinese.Dates.DateNumbers;

namespace NewsExtract.Chinese.Dates;

/// <summary>The parts of dates that are words: quarters, seasons, feasts, spans, weeks, reigns; and the end of a date.</summary>
internal ref partial struct DateScan
{
    // 一季度 ; 第三季度 ; 第3季 ; 首季 ; 前三季度 ; 首三季 ; 前11个月 ; 头两个月 ; 前七月
    public bool TryReadPartOfYear()
    {
        var position = Position;
        var leading = At(position) is '前' or '头' or '首';
        var ordinal = At(position) == '第';
        if (leading && At(position) == '首' && At(position + 1) == '季')
        {
            return SetMonths(1, 3, quarter: 1, At(position + 2) == '度' ? position + 3 : position + 2);
        }

        position += leading || ordinal ? 1 : 0;
        if (!TryReadSmall(Text, position, 12, out var number, out var end))
        {
            if (At(position) != '两')
            {
                return false;
            }

            number = 2;
            end = position + 1;
        }

        if (number == 0)
        {
            return false;
        }

        if (At(end) == '季' && number <= 4 && (At(end + 1) == '度' || leading || ordinal))
        {
            var after = At(end + 1) == '度' ? end + 2 : end + 1;
            return leading ? SetMonths(1, number * 3, number == 1 ? 1 : 0, after) : SetMonths((number * 3) - 2, number * 3, number, after);
        }

        if (!leading)
        {
            return false;
        }

        if (At(end) == '个' && At(end + 1) == '月')
        {
            return SetMonths(1, number, 0, end + 2);
        }

        return At(end) == '月' && At(position - 1) == '前' && SetMonths(1, number, 0, end + 1);
    }

    /// <summary>前八个月, 头两个月 without a year.</summary>
    public DateExpression? TryReadLeadingMonths(DateWord word)
    {
        Position = Start;
        return word.Word.Length == 1 && TryReadPartOfYear() ? Finish() : null;
    }

    private bool SetMonths(int first, int last, int quarter, int end)
    {
        From = From with { MonthAnchor = DateAnchor.Absolute, Month = first, ToMonth = last, Quarter = quarter };
        Position = end;
        return true;
    }

    private bool TryReadHalf()
    {
        if (s_lexicon.Find(Text, Position, out var length) is not { Kind: DateWordKind.Half } half)
        {
            return false;
        }

        return SetMonths(half.First, half.Second, 0, Position + length);
    }

    private bool TryReadSeasonPart()
    {
        var length = s_lexicon.FindSeasonAfter(Text, Position, out var season);
        if (length == 0 || (length == 1 && At(Position + 1) is '节' or '运' or '晚' or '耕' or '播' or '招' or '闱' or '茶' or '粮' or '收' or '奥' or '训' or '至' or '令' or '秋' or '城' or '光' or '风'))
        {
            return false;
        }

        From = From with { Season = season };
        Position += length;
        return true;
    }

    // 春节 ; 清明节期间 ; 国庆中秋假期
    private bool TryReadFeastPart()
    {
        if (s_lexicon.Find(Text, Position, out var length) is not { Kind: DateWordKind.Feast } word)
        {
            return false;
        }

        var start = Position;
        Position += length;
        if (ReadFeast(word))
        {
            return true;
        }

        Position = start;
        return false;
    }

    /// <summary>Stands behind the feast's name; <c>false</c> when the name is none here (节日盛装, 中秋晚会).</summary>
    public bool ReadFeast(DateWord word)
    {
        var length = s_lexicon.FindFeastAfter(Text, Position);
        Position += length;
        if (length == 0)
        {
            var tail = TailLength(Position);
            if (tail == 0 && !(word.StandsAlone || From.YearAnchor != DateAnchor.None)
                || (tail == 0 && At(Position) is '文' or '联' or '晚' or '庙' or '档' or '快' or '祝' or '系' or '惠' or '活' or '礼' or '诗' or '团' or '灯' or '主' or '慰' or '劳' or '运'))
            {
                return false;
            }
        }

        From = word.First > 0
            ? From with { MonthAnchor = DateAnchor.Absolute, Month = word.First, DayAnchor = DateAnchor.Absolute, Day = word.Second, IsLunar = word.IsLunar, HasFeast = length > 0 }
            : From with { HasFeast = true };
        return true;
    }

    /// <summary>“五一”前夕, “八一”假期: only with such a word behind.</summary>
    public bool TryReadQuotedFeast() => Current is '“' or '「' && TryReadQuotedPart();

    private bool TryReadQuotedPart()
    {
        if (Current is not ('“' or '「') || s_lexicon.Find(Text, Position + 1, out var length) is not { Kind: DateWordKind.Feast } word
            || At(Position + 1 + length) is not ('”' or '」'))
        {
            return false;
        }

        // “六一”儿童节
        var end = Position + length + 2;
        var after = s_lexicon.Find(Text, end, out var named) is { Kind: DateWordKind.Feast } ? named : s_lexicon.FindFeastAfter(Text, end);
        if (after == 0 && TailLength(end) == 0)
        {
            return false;
        }

        Position = end + after;
        From = From with { HasFeast = true };
        return word.Word.Length > 0;
    }

    // 农历四月初八 ; 正月初八 ; 初八 ; 腊月二十三
    public bool TryReadLunar()
    {
        if (Text[Start..].StartsWith("农历", StringComparison.Ordinal) || Text[Start..].StartsWith("阴历", StringComparison.Ordinal))
        {
            Position += 2;
            if (s_lexicon.Find(Text, Position, out var length) is { Kind: DateWordKind.Year } year)
            {
                Position += length;
                From = From with { YearAnchor = DateAnchor.Relative, Year = year.First };
            }
        }

        return TryReadLunarPart() || (Position > Start && TryReadLunarMonth());
    }

    private bool TryReadLunarPart()
    {
        var month = Current switch
        {
            '正' => 1,
            '冬' => 11,
            '腊' => 12,
            _ => 0,
        };
        if (month > 0 && At(Position + 1) == '月')
        {
            Position += 2;
            From = From with { MonthAnchor = DateAnchor.Absolute, Month = month, IsLunar = true };
            if (TryReadLunarDay(Position, out var day, out var end) || (TryReadSmall(Text, Position, 30, out day, out end) && day > 0 && !NumeralCharacters.IsArabic(Text[Position])))
            {
                Position = end;
                From = From with { DayAnchor = DateAnchor.Absolute, Day = day };
            }

            return true;
        }

        return false;
    }

    private bool TryReadLunarMonth()
    {
        if (!TryReadSmall(Text, Position, 12, out var month, out var end) || month == 0 || At(end) != '月')
        {
            return false;
        }

        Position = end + 1;
        From = From with { MonthAnchor = DateAnchor.Absolute, Month = month, IsLunar = true };
        if (TryReadLunarDay(Position, out var day, out end) || (TryReadSmall(Text, Position, 30, out day, out end) && day > 0))
        {
            Position = end;
            From = From with { DayAnchor = DateAnchor.Absolute, Day = day };
        }

        return true;
    }

    private readonly bool TryReadLunarDay(int position, out int day, out int end)
    {
        day = 0;
        end = position;
        return At(position) == '初' && TryReadSmall(Text, position + 1, 10, out day, out end) && day > 0 && !NumeralCharacters.IsArabic(Text[position + 1])
            && At(end) is not ('个' or '步' or '中');
    }

    /// <summary>A span of time: 未来三年, 近十年来, 三年内, 一个月内, 过去五年, 三年多来.</summary>
    public DateExpression? TryReadSpan(int position, int direction, bool needsTail)
    {
        if (position >= Text.Length || !NumeralReader.TryRead(Text, position, out var number) || number.PlainDigits >= 4
            || (number.Form == NumeralForm.DigitRun && !number.IsRange) || number.Form == NumeralForm.BareScale || number.High > 1000)
        {
            return null;
        }

        var end = number.End;
        if (IsRangeSign(end) && NumeralReader.TryRead(Text, end + 1, out var upper) && upper.Low > number.High && upper.High <= 1000)
        {
            number = upper;
            end = upper.End;
        }

        if (!TryReadSpanUnit(ref end, out var unit))
        {
            return null;
        }

        var more = At(end) is '多' or '余' or '半';
        end += more ? 1 : 0;
        var tail = SpanTail(end);
        if (tail == 0 && (needsTail || more || !IsPlainSpan(position, end, unit)))
        {
            return null;
        }

        // 近 is 约 in 时隔近四年重启; it opens a span at the start of a clause, or with 来 behind.
        var opensClause = Start == 0 || Text[Start - 1] is '，' or '。' or '\n' or '；' or '：' or '“' or '、' or ' ' or '　' or '！' or '？' or '（' or '最';
        if (tail == 0 && Text[Start] == '近' && !opensClause)
        {
            return null;
        }

        Position = end + tail;
        var edge = tail > 0 ? Text[end + tail - 1] : '\0';
        var past = direction < 0 || edge is '来' or '前' or '间';
        return new DateExpression(DateShape.Span, new TextSpan(Start, Position))
        {
            Number = (int)number.High,
            Unit = unit,
            Direction = direction != 0 ? direction : past ? -1 : edge == '后' ? 1 : 0,
            IsSince = edge is '前' or '后',
        };
    }

    private readonly bool IsPlainSpan(int position, int end, char unit)
    {
        // 前三年 and 首两个月 count from a start; 头三天 does, too. The word in front decides.
        return position > Start && !(unit == '月' && Text[Start] is '前' or '头' or '首') && Text[Start] != '首';
    }

    private readonly bool TryReadSpanUnit(ref int end, out char unit)
    {
        var counted = At(end) == '个';
        var position = counted ? end + 1 : end;
        unit = At(position);
        if (At(position) == '多' && counted)
        {
            position++;
            unit = At(position);
        }

        switch (unit)
        {
            case '年' when !counted && At(position + 1) is not ('代' or '级' or '度' or '产'):
            case '月' when counted:
            case '天' when !counted:
            case '日' when !counted:
            case '周' when !counted && At(position + 1) is not ('年' or '岁' or '边'):
                end = position + 1;
                return true;
            case '星' when At(position + 1) == '期':
            case '礼' when At(position + 1) == '拜':
                unit = '周';
                end = position + 2;
                return true;
            default:
                return false;
        }
    }

    private readonly int SpanTail(int position) => At(position) switch
    {
        '来' when At(position + 1) is not ('自' or '到' or '华' or '访') => 1,
        '内' when At(position + 1) is not ('蒙' or '部' or '容') => 1,
        '间' when At(position + 1) is not ('隔' or '断' or '接' or '歇') => 1,
        '前' when !s_lexicon.IsNotBefore(Text, position) => 1,
        '后' when At(position + 1) is not ('勤' or '方' or '续' or '期' or '台' or '备') => 1,
        '以' when At(position + 1) is '来' or '内' or '前' or '后' => 2,
        '之' when At(position + 1) is '内' or '前' or '后' or '间' => 2,
        _ => 0,
    };

    // 60年代 ; 二十世纪九十年代初 ; 20世纪末
    public DateExpression? TryReadDecade()
    {
        if (TryReadSmall(Text, Position, 21, out var century, out var end) && IsRangeSign(end) && TryReadSmall(Text, end + 1, 21, out var last, out var lastEnd) && last > century)
        {
            // 十五至十六世纪
            end = At(lastEnd) == '世' ? lastEnd : end;
        }

        if (century > 0 && !(Start > 0 && Text[Start - 1] is '半' or '下') && At(end) == '世' && At(end + 1) == '纪' && century > 0)
        {
            Position = end + 2;
            return ReadDecadeOf((century - 1) * 100, isRelative: false);
        }

        return ReadDecadeOf(null, isRelative: false);
    }

    /// <summary>Stands behind 上世纪 or 20世纪.</summary>
    public DateExpression? ReadDecadeOf(int? century, bool isRelative)
    {
        if (NumeralCharacters.OpenerSet.Contains(Current == '\0' ? '，' : Current) && NumeralReader.TryRead(Text, Position, out var number)
            && number.Low is >= 10 and <= 90 && number.Low % 10 == 0 && At(number.End) == '年' && At(number.End + 1) == '代')
        {
            Position = number.End + 2;
            ReadDecadeEdge();
            var decade = (century ?? 1900) + (int)number.Low;
            return new DateExpression(DateShape.Decade, new TextSpan(Start, Position + TailLength(Position))) { Number = isRelative ? (int)number.Low : decade, Direction = isRelative ? century!.Value / 100 : null };
        }

        if (century is null)
        {
            return null;
        }

        ReadDecadeEdge();
        return new DateExpression(DateShape.Open, new TextSpan(Start, Position + TailLength(Position)));
    }

    private void ReadDecadeEdge()
    {
        if (Current is '初' or '末')
        {
            Position++;
        }
        else if (Current is '中' or '后' or '前' && At(Position + 1) == '期')
        {
            Position += 2;
        }
    }

    /// <summary>Stands behind 上周 and the like.</summary>
    public DateExpression? ReadWeek(int offset)
    {
        var weekday = Weekday(Current);
        if (weekday == 0 && Current is '刊' or '边' or '围' or '期' or '转' or '年' or '折' or '身' or '末' && Current != '末')
        {
            return null;
        }

        From = From with { Week = offset, Weekday = weekday };
        if (weekday > 0 || Current == '末')
        {
            Position++;
        }

        ReadTime();
        return Finish();
    }

    /// <summary>Stands behind 星期.</summary>
    public DateExpression? ReadWeekday()
    {
        var weekday = Weekday(Current);
        if (weekday == 0)
        {
            return null;
        }

        Position++;
        From = From with { Weekday = weekday };
        ReadTime();
        return Finish();
    }

    /// <summary>昨（12）日, 昨 alone, 周三上午.</summary>
    public DateExpression? TryReadShortDay()
    {
        Position = Start + 1;
        if (Text[Start] == '周')
        {
            var weekday = Weekday(Current);
            if (weekday == 0 || s_lexicon.Find(Text, Position + 1, out _) is not { Kind: DateWordKind.Time })
            {
                return null;
            }

            return ReadWeekday();
        }

        var offset = Text[Start] switch
        {
            '昨' => -1,
            '明' => 1,
            '前' => -2,
            _ => 0,
        };
        if (Current is '（' or '(' && TryReadSmall(Text, Position + 1, 31, out var day, out var end) && At(end) is '）' or ')' && At(end + 1) is '日' or '天' or '晚')
        {
            Position = end + 2;
            From = From with { DayAnchor = DateAnchor.Relative, Day = offset };
            ReadTime();
            return day > 0 ? Finish() : null;
        }

        if (Text[Start] == '昨' && Current is '在' or '于' or '举' or '公' or '宣' or '召' or '与' or '，' or '由' or '起' or '获' or '向' or '正' or '下' or '上')
        {
            From = From with { DayAnchor = DateAnchor.Relative, Day = offset };
            ReadTime();
            return Finish();
        }

        return null;
    }

    private static int Weekday(char character) => character switch
    {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '日' or '天' => 7,
        _ => 0,
    };

    /// <summary>Stands behind a reign title: 同治十二年, 民国112年3月8日.</summary>
    public bool ReadEra(DateWord era)
    {
        int year;
        if (Current == '元')
        {
            year = 1;
            Position++;
        }
        else if (NumeralReader.TryRead(Text, Position, out var number) && number.Low is > 0 and < 200 && !number.IsRange)
        {
            year = (int)number.Low;
            Position = number.End;
        }
        else
        {
            return false;
        }

        if (Current != '年')
        {
            return false;
        }

        Position++;
        From = From with { YearAnchor = DateAnchor.Absolute, Year = era.First + year - 1 };
        ReadAfterYear();
        return true;
    }

    public bool SkipAndReadEra(DateWord era, int length)
    {
        Position += length;
        return ReadEra(era);
    }

    /// <summary>Stands behind 上午, 清晨 …, which need a clock time unless they are said alone.</summary>
    public bool ReadTimeAlone(DateWord word)
    {
        if (TryReadHour(alone: false))
        {
            return true;
        }

        if (!word.StandsAlone || (Start > 0 && Text[Start - 1] is '每' or '天' or '个' or '整' or '一'))
        {
            return false;
        }

        if (Current == '时' && At(Position + 1) == '分')
        {
            Position += 2;
        }

        return true;
    }

    /// <summary>The word stands at the start of a clause or before 的.</summary>
    public readonly bool IsWordBoundaryBehind() => Current is '的' or '，' or '。' or '、' or '时' or '，' || Start == 0 || !char.IsLetter(Text[Start - 1]);

    // 以来, 底前, 期间, 前 …
    private readonly int TailLength(int position)
    {
        var length = s_lexicon.FindAfter(Text, position);
        if (length == 1 && s_lexicon.IsNotBefore(Text, position))
        {
            return 0;
        }

        return length;
    }

    /// <summary>Takes in the words behind and makes the expression.</summary>
    public DateExpression Finish(DateShape shape = DateShape.Calendar)
    {
        var since = false;
        for (var turn = 0; turn < 2; turn++)
        {
            var position = Current == ' ' && At(Position + 1) == '同' ? Position + 1 : Position;
            var length = TailLength(position);
            if (length == 0)
            {
                break;
            }

            since |= Text.Slice(position, length) is "以来";
            Position = position + length;
        }

        return new DateExpression(shape, new TextSpan(Start, Position)) { From = From, To = _to, IsSince = since };
    }

    /// <summary>Stands before what follows a plan: 末, 期间, 以来, 规划 is another thing.</summary>
    public DateExpression? FinishPlan(int number, int end, bool quoted)
    {
        if (At(end) is '规' or '计' or '重' or '发' or '科' or '国')
        {
            return null;
        }

        Position = end;
        var last = Current == '末' || (Current == '期' && At(Position + 1) == '末');
        if (Current is '末' or '初')
        {
            Position++;
        }
        else if (Current == '期' && At(Position + 1) == '末')
        {
            Position += 2;
        }

        var tail = TailLength(Position);
        if (!quoted && tail == 0 && !last)
        {
            return null;
        }

        var since = tail > 0 && Text.Slice(Position, tail) is "以来";
        Position += tail;
        return new DateExpression(DateShape.Plan, new TextSpan(Start, Position)) { Number = number, IsPlanEnd = last, IsSince = since };
    }
}
