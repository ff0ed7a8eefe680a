using NewsExtract.Chinese.Numerals;
using static NewsExtract.Chinese.Dates.DateNumbers;

namespace NewsExtract.Chinese.Dates;

/// <summary>Parts of years and months: quarters, halves, edges, the n-th and the last of something.</summary>
internal ref partial struct TimeScan
{
    // 一季度 ; 第三季度 ; 首季 ; Q1 ; 前三季度 ; 前11个月 ; 后三月 ; 首月 ; 上半年
    private bool TryReadPartOfYear()
    {
        var position = Position;
        if (s_lexicon.Find(Text, position, out var length) is { Kind: DateWordKind.Half } half)
        {
            return Add(new TimeStep(TimeStepKind.Months, half.First, half.Second), position + length);
        }

        if (At(position) == 'Q' && At(position + 1) is >= '1' and <= '4' && !char.IsAsciiLetterOrDigit(At(position + 2)) && !char.IsAsciiLetterOrDigit(Previous))
        {
            return AddQuarter(Text[position + 1] - '0', Stands(position + 2, "季度") ? position + 4 : position + 2);
        }

        if (At(position) == '首' && At(position + 1) is '季' or '月')
        {
            return At(position + 1) == '季' ? AddQuarter(1, At(position + 2) == '度' ? position + 3 : position + 2)
                : Level == 1 && Add(new TimeStep(TimeStepKind.Months, 1, 1), position + 2);
        }

        var lead = At(position);
        if (lead is '前' or '头' or '首' or '后' or '第')
        {
            position++;
        }

        if (!TryReadCount(position, out var number, out var end) || number > 12)
        {
            return false;
        }

        var counted = At(end) == '个';
        end += counted ? 1 : 0;
        if (At(end) == '季' && number <= 4 && (At(end + 1) == '度' || position > Position))
        {
            end += At(end + 1) == '度' ? 2 : 1;
            return lead is '前' or '头' or '首' ? Add(new TimeStep(TimeStepKind.Months, 1, number * 3), end)
                : lead == '后' ? Level == 1 && Add(new TimeStep(TimeStepKind.Months, 13 - (number * 3), 12), end)
                : !counted && AddQuarter(number, end);
        }

        if (At(end) != '月' || position == Position || lead == '第')
        {
            return false;
        }

        // 后三月 needs its year; 前三个月 without one is the year's, as news has it.
        return lead == '后' ? Level == 1 && Add(new TimeStep(TimeStepKind.Months, 13 - number, 12), end + 1)
            : (counted || lead == '前') && !(Level == 0 && TailOfSpan(end + 1) > 0) && Add(new TimeStep(TimeStepKind.Months, 1, number), end + 1);
    }

    private bool AddQuarter(int quarter, int end) => Add(new TimeStep(TimeStepKind.Months, (quarter * 3) - 2, quarter * 3, quarter), end);

    private readonly bool TryReadCount(int position, out int number, out int end)
    {
        if (At(position) == '两')
        {
            number = 2;
            end = position + 1;
            return true;
        }

        return TryReadSmall(Text, position, 99, out number, out end) && number > 0;
    }

    private static readonly string[] s_turns = ["岁末年初", "岁尾年初", "岁末岁首", "年末岁初", "年末年初", "年底年初", "年尾岁首"];

    // 岁末年初 ; 去年岁末年初
    private bool TryReadTurnOfYear()
    {
        foreach (var turn in s_turns)
        {
            if (Stands(Position, turn) && !IsInWord(turn))
            {
                return Add(new TimeStep(TimeStepKind.TurnOfYear), Position + turn.Length);
            }
        }

        return false;
    }

    // 年底 ; 底 ; 年初 ; 伊始 ; 末 behind a year
    private bool TryReadYearEdge()
    {
        if (TryReadTurnOfYear())
        {
            return true;
        }

        var repeated = Current == '年' && At(Position + 1) is '底' or '初' or '末' or '中' or '终' ? 1 : 0;
        var position = Position + repeated;
        if (Stands(position, "伊始"))
        {
            return Add(new TimeStep(TimeStepKind.Months, 1, 1), position + 2);
        }

        if (Current == '度' && At(Position + 1) is not ('假' or '过' or '量' or '度'))
        {
            // 2023年度
            Position++;
            return true;
        }

        if (Current == '内' && At(Position + 1) is not ('蒙' or '部' or '外' or '地' or '陆' or '容'))
        {
            Position++;
            return true;
        }

        if (Stands(position, "岁末") || Stands(position, "岁尾"))
        {
            return Add(new TimeStep(TimeStepKind.Part, 2), position + 2);
        }

        if (Stands(position, "全年"))
        {
            Position += 2;
            return true;
        }

        var part = At(position) switch
        {
            '初' when At(position + 1) is not ('步' or '级' or '中' or '始' or '衷' or '心' or '审' or '选' or '期') => 0,
            '中' when repeated > 0 => 1,
            '底' or '末' or '终' when At(position + 1) != '端' && (At(position) != '终' || repeated > 0) => 2,
            _ => -1,
        };
        return part >= 0 && Add(new TimeStep(TimeStepKind.Part, part), position + 1);
    }

    // 第二周 ; 第三个月 ; 第一个周二 ; 第十天 ; 前两天 ; 最后五天 ; 最后一个周三
    private bool TryReadNth()
    {
        var last = Stands(Position, "最后");
        var position = last ? Position + 2 : Position;
        var lead = last ? '末' : At(position);
        if (!last)
        {
            if (lead is not ('第' or '前' or '头') && !(lead is '一' && At(position + 1) == '个'))
            {
                return false;
            }

            position += lead == '一' ? 0 : 1;
        }

        position += At(position) == ' ' ? 1 : 0;
        if (!TryReadCount(position, out var number, out var end))
        {
            return false;
        }

        end += At(end) == ' ' ? 1 : 0;
        end += At(end) == '个' ? 1 : 0;
        end += At(end) == '的' ? 1 : 0;
        if (lead is not '前' and not '头' && TryReadWeekdayName(end, out var weekday, out var after) && (!last || number == 1))
        {
            return Add(new TimeStep(TimeStepKind.NthWeekday, last ? -1 : number, weekday), after);
        }

        var (unit, length) = UnitAt(end);
        if (unit is not (TimeUnit.Day or TimeUnit.Week or TimeUnit.Month) || (unit == TimeUnit.Month && Level != 1) || lead == '一')
        {
            return false;
        }

        var kind = last ? TimeStepKind.Trailing : lead == '第' ? TimeStepKind.Nth : TimeStepKind.Leading;
        return Add(new TimeStep(kind, number, (int)unit), end + length);
    }

    private readonly (TimeUnit Unit, int Length) UnitAt(int position) => At(position) switch
    {
        '年' when At(position + 1) is not ('代' or '级' or '度' or '产') => (TimeUnit.Year, 1),
        '季' when At(position + 1) == '度' => (TimeUnit.Quarter, 2),
        '月' => (TimeUnit.Month, 1),
        '周' when At(position + 1) is not ('年' or '岁' or '边') => (TimeUnit.Week, 1),
        '星' when At(position + 1) == '期' => (TimeUnit.Week, 2),
        '礼' when At(position + 1) == '拜' => (TimeUnit.Week, 2),
        '工' when Stands(position, "工作日") => (TimeUnit.WorkDay, 3),
        '交' when Stands(position, "交易日") => (TimeUnit.WorkDay, 3),
        '天' or '日' => (TimeUnit.Day, 1),
        '小' when At(position + 1) == '时' => (TimeUnit.Hour, 2),
        '钟' when At(position + 1) == '头' => (TimeUnit.Hour, 2),
        '钟' => (TimeUnit.Hour, 1),
        '分' when At(position + 1) == '钟' => (TimeUnit.Minute, 2),
        '刻' when At(position + 1) == '钟' => (TimeUnit.Minute, 2),
        '秒' => (TimeUnit.Second, At(position + 1) == '钟' ? 2 : 1),
        _ => (TimeUnit.None, 0),
    };
}
