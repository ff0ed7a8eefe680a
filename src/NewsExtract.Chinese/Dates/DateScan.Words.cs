using NewsExtract.Chinese.Numerals;
using static NewsExtract.Chinese.Dates.DateNumbers;

namespace NewsExtract.Chinese.Dates;

/// <summary>The parts of dates that are words: quarters, seasons, weeks, reigns, times of day; and the end of a date.</summary>
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
        var length = SeasonLength(Position, out var season);
        if (length == 0)
        {
            return false;
        }

        From = From with { Season = season };
        Position += length;
        return true;
    }

    // 春 of 1986年春; 0 for 春节
    private readonly int SeasonLength(int position, out int season)
    {
        var length = s_lexicon.FindSeasonAfter(Text, position, out season);
        return length == 1 && At(position + 1) is '节' or '运' or '晚' or '耕' or '播' or '招' or '闱' or '茶' or '粮' or '收' or '奥' or '训' or '至' or '令' or '秋' or '城' or '光' or '风' ? 0 : length;
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

    /// <summary>昨（14）日, 昨 alone, 周三上午.</summary>
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

    /// <summary>Stands behind a reign title: 光绪二十年, 民国112年3月8日.</summary>
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

            since |= Text.Slice(position, length) is "以来" or "至今";
            if (_isEdge && Text[position + length - 1] == '前')
            {
                // 年底前 is up to the end of it: no more than the year is known.
                From = From with { MonthAnchor = DateAnchor.None, Month = 0, ToMonth = 0 };
            }

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
