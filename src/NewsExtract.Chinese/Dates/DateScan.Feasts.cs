using NewsExtract.Chinese.Numerals;
using static NewsExtract.Chinese.Dates.DateNumbers;

namespace NewsExtract.Chinese.Dates;

/// <summary>Feasts and days of the lunar calendar.</summary>
internal ref partial struct DateScan
{
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

    // 农历五月初六 ; 正月初八 ; 初八 ; 腊月二十三
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
}
