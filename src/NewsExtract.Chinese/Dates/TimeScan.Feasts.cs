namespace NewsExtract.Chinese.Dates;

/// <summary>Feasts and solar terms.</summary>
internal ref partial struct TimeScan
{
    // 元旦 ; 中秋节 ; 五一, 国庆 alone or in a year ; 除夕 ; 清明节
    private bool TryReadFeast()
    {
        if (TryReadSolarTerm() || TryReadRareFeast())
        {
            return true;
        }

        // “五一”假期
        var quoted = Current is '“' or '「' ? 1 : 0;
        if (s_lexicon.Find(Text, Position + quoted, out var length) is not { Kind: DateWordKind.Feast } word || Level > 1 || (quoted > 0 && At(Position + 1 + length) is not ('”' or '」')))
        {
            return false;
        }

        var end = Position + length + (quoted * 2);
        var next = At(end);
        var bound = s_lexicon.FindFeastAfter(Text, end);
        if (quoted > 0 && s_lexicon.Find(Text, end, out var named) is { Kind: DateWordKind.Feast })
        {
            // “六一”儿童节
            bound = named;
        }

        if (bound == 0 && ((!word.StandsAlone && Level == 0 && !IsAlone(end) && s_lexicon.FindAfter(Text, end) == 0 && !Stands(end, "前一天") && !Stands(end, "那天") && !Stands(end, "当天"))
            || (s_lexicon.FindAfter(Text, end) == 0 && next is '文' or '联' or '档' or '快' or '祝' or '系' or '惠' or '活' or '礼' or '诗' or '团' or '灯' or '主' or '慰' or '劳' or '运' or '庙' || (next == '晚' && At(end + 1) == '会'))))
        {
            return false;
        }

        end += bound;
        if (word.First > 0)
        {
            return word.IsLunar ? Add(new TimeStep(TimeStepKind.Lunar, word.First, word.Second), end) : AddMonthAndDay(word.First, word.Second, end);
        }

        return word.Word switch
        {
            // Numbers as much as feasts: only in company.
            "五一" or "十一" or "六一" or "七一" or "八一" or "三八" when Level == 0 && bound == 0 && IsAlone(end) => false,
            "五一" => AddMonthAndDay(5, 1, end),
            "十一" => AddMonthAndDay(10, 1, end),
            "六一" => AddMonthAndDay(6, 1, end),
            "七一" => AddMonthAndDay(7, 1, end),
            "八一" => AddMonthAndDay(8, 1, end),
            "三八" => AddMonthAndDay(3, 8, end),
            "双十一" or "双11" => AddMonthAndDay(11, 11, end),
            "双十二" or "双12" => AddMonthAndDay(12, 12, end),
            "除夕" or "大年三十" or "年三十" => Add(new TimeStep(TimeStepKind.Lunar, 13, -1), end),
            "母亲节" => AddWeekdayOfMonth(5, 2, 7, end),
            "父亲节" => AddWeekdayOfMonth(6, 3, 7, end),
            _ => false,
        };
    }

    // 芒种 ; 清明节 ; 2017年大寒 ; 雨水 and 大雪 are weather as well
    private bool TryReadSolarTerm()
    {
        if (Position + 1 >= Text.Length || Level > 1 || SolarTerms.Find(Text.Slice(Position, 2)) is not { } term)
        {
            return false;
        }

        var end = Position + 2;
        var named = At(end) == '节' && At(end + 1) != '日' ? At(end + 1) == '气' ? 2 : 1 : 0;
        end += named;
        var weather = term is 3 or 9 or 21 or 22;
        return (named > 0 || (Level == 1 && !weather) || IsAlone(end) || Stands(end, "当天") || Stands(end, "前后")) && Add(new TimeStep(TimeStepKind.SolarTerm, term), end);
    }

    // 世界读书日 ; 感恩节
    private bool TryReadRareFeast()
    {
        if (Level > 1 || !FeastLexicon.Default.TryFind(Text, Position, out var length, out var month, out var day, out var weekday))
        {
            return false;
        }

        var end = Position + length;
        if (At(end) is '快' or '祝' or '礼' or '晚' or '文' or '活')
        {
            return false;
        }

        return weekday == 0 ? AddMonthAndDay(month, day, end) : AddWeekdayOfMonth(month, day, weekday, end);
    }

    private bool AddWeekdayOfMonth(int month, int number, int weekday, int end)
    {
        Steps.Add(new TimeStep(TimeStepKind.Month, month));
        return Add(new TimeStep(TimeStepKind.NthWeekday, number, weekday), end);
    }

}
