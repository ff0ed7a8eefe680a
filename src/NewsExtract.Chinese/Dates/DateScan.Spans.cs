using NewsExtract.Chinese.Numerals;
using static NewsExtract.Chinese.Dates.DateNumbers;

namespace NewsExtract.Chinese.Dates;

/// <summary>Spans of time (未来三年, 十日内), decades and centuries.</summary>
internal ref partial struct DateScan
{
    /// <summary>A span of time: 未来三年, 近十年来, 三年内, 一个月内, 过去五年, 三年多来.</summary>
    public DateExpression? TryReadSpan(int position, int direction, bool needsTail)
    {
        Numeral number;
        if (At(position) == '半')
        {
            // 半年来, 半个月后
            number = new Numeral(position, position + 1, 0, 0, NumeralForm.Positional);
            needsTail = true;
        }
        else if (position >= Text.Length || !NumeralReader.TryRead(Text, position, out number) || number.PlainDigits >= 4
            || (number.Form == NumeralForm.DigitRun && (!number.IsRange || CenturyInList(Text, position) is not null)) || number.High > 1000)
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
        var tail = TailOfSpan(Text, end);
        if (tail == 0 && (needsTail || more || number.Form == NumeralForm.BareScale || !IsPlainSpan(position, end, unit)))
        {
            return null;
        }

        // 近 is 约 in 时隔近四年重启; it opens a span at the start of a clause, or with 来 behind.
        var opensClause = Start == 0 || Text[Start - 1] is '，' or '。' or '\n' or '；' or '：' or '“' or '、' or ' ' or '　' or '！' or '？' or '（' or '最' or '是';
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

    /// <summary>Length of 来, 以内, 之前 … behind a length of time at <paramref name="position"/>; 0 when another word begins there (内蒙古).</summary>
    internal static int TailOfSpan(ReadOnlySpan<char> text, int position)
    {
        var next = position + 1 < text.Length ? text[position + 1] : '\0';
        return (position < text.Length ? text[position] : '\0') switch
        {
            '来' when next is not ('自' or '到' or '华' or '访') => 1,
            '内' when next is not ('蒙' or '部' or '容') => 1,
            '间' when next is not ('隔' or '断' or '接' or '歇') => 1,
            '前' when !s_lexicon.IsNotBefore(text, position) => 1,
            '后' when next is not ('勤' or '方' or '续' or '期' or '台' or '备') => 1,
            '以' when next is '来' or '内' or '前' or '后' => 2,
            '之' when next is '内' or '前' or '后' or '间' => 2,
            _ => 0,
        };
    }

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
            && (number.Low is >= 10 and <= 90 || (century is null && number is { PlainDigits: 4, Low: >= 1800 and <= 2090 })) && number.Low % 10 == 0 && At(number.End) == '年' && At(number.End + 1) == '代')
        {
            Position = number.End + 2;
            ReadDecadeEdge();
            var decade = (number.PlainDigits == 4 ? 0 : century ?? 1900) + (int)number.Low;
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
        if (Current is '初' or '末' && At(Position + 1) != '期')
        {
            Position++;
        }
        else if ((Current is '中' or '后' or '前' or '初' or '末' && At(Position + 1) == '期') || (Current == '中' && At(Position + 1) == '叶'))
        {
            Position += 2;
        }
    }
}
