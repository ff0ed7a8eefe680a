using System.Buffers;
using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Quantities;

/// <summary>Reads what follows a numeral up to the end of its unit: 家, 个多月, 个亿, 万亩, 台（套）, 元5角.</summary>
internal static class UnitReader
{
    private static readonly UnitLexicon s_lexicon = UnitLexicon.Default;

    private static readonly SearchValues<char> s_priceVerbs = SearchValues.Create("花费付卖价赚");

    /// <summary>An amount of kind <see cref="AmountKind.Number"/> when no unit follows.</summary>
    public static Amount Read(ReadOnlySpan<char> text, in Numeral number)
    {
        var bare = new Amount
        {
            Kind = AmountKind.Number,
            Span = new TextSpan(number.Start, number.End),
            Number = number,
            Multiplier = 1,
            Approximation = number.Approximation,
        };
        var position = number.End;

        // 一半
        if (number.Low == 1 && number.Scale == 1 && position < text.Length && text[position] == '半' && number.Length == 1)
        {
            return bare with { Kind = AmountKind.Percent, Span = new TextSpan(number.Start, position + 1), Multiplier = 50 };
        }

        // 4个亿 ; 3.6个亿元
        var multiplier = 1m;
        if (AmountReader.StartsWith(text, position, "个亿"))
        {
            multiplier = 100_000_000;
            position += 2;
        }

        var start = position;
        if (position + 1 < text.Length && text[position] == ' ' && number.IsArabic)
        {
            start++;
        }

        var amount = TryReadBroken(text, start, bare) ?? TryReadPlain(text, start, bare, multiplier);
        if (amount is { } found)
        {
            return found with { Multiplier = found.Multiplier * multiplier };
        }

        return multiplier == 1 ? bare : bare with { Kind = AmountKind.Money, Span = new TextSpan(number.Start, position), Multiplier = multiplier };
    }

    // 3个多小时 ; 四个多月 ; 两个半小时
    private static Amount? TryReadBroken(ReadOnlySpan<char> text, int start, in Amount bare)
    {
        if (start + 2 >= text.Length || text[start] != '个' || text[start + 1] is not ('多' or '半'))
        {
            return null;
        }

        var unitStart = start + 2;
        var unit = text[unitStart] == '月' ? s_lexicon.FindUnit("个月", 0, out var length) : s_lexicon.FindUnit(text, unitStart, out length);
        length = text[unitStart] == '月' ? 1 : length;
        if (unit is not { Kind: UnitKind.Duration or UnitKind.Percent })
        {
            return null;
        }

        var half = text[start + 1] == '半';
        return bare with
        {
            Kind = AmountReader.ToKind(unit.Kind),
            Span = new TextSpan(bare.Span.Start, unitStart + length),
            Unit = unit,
            UnitSpan = new TextSpan(unitStart, unitStart + length),
            Addend = half ? 0.5m : 0,
            Approximation = half ? bare.Approximation : Approximation.Over,
        };
    }

    private static Amount? TryReadPlain(ReadOnlySpan<char> text, int start, in Amount bare, decimal multiplier)
    {
        if (s_lexicon.FindUnit(text, start, out var length) is not { } unit || !AmountReader.EndsUnit(text, start, length))
        {
            return null;
        }

        var number = bare.Number;
        if (unit.Word == "块")
        {
            return ReadPieces(text, start, bare, unit);
        }

        if ((unit.Word is "角" or "分" && NumeralCharacters.IsCapital(text[number.Start]) && !AmountReader.StartsWith(text, start, "分之")) || IsLoneMinor(text, number, unit, start))
        {
            return ReadCapitalMinor(text, bare);
        }

        // 二两 ; 三千两百两 ; 5两黄金 ; but not 三两天 or 2024两会
        if (unit.Word == "两" && text[start - 1] == '两')
        {
            return null;
        }

        if (unit.Word == "两" && start + 1 < text.Length && char.IsLetterOrDigit(text[start + 1]) && text[start + 1] is not ('重' or '的' or '白' or '黄' or '金' or '银' or '左' or '以' or '多' or '半' or '酒' or '肉' or '茶' or '米' or '粮'))
        {
            return null;
        }

        if (unit.Kind == UnitKind.MoneyMinor && !unit.Word.EndsWith('钱'))
        {
            return null;
        }

        if (unit.Kind == UnitKind.Money && length == 1 && start + 1 < text.Length && text[start + 1] is '旦' or '宵' or '素' or '件' or '首' or '老' or '帅' or '钱')
        {
            return null;
        }

        // 三万元欧元 ; 9000元日币
        if (unit.Word == "元" && s_lexicon.FindUnit(text, start + 1, out var other) is { Kind: UnitKind.Money, Word: not "元" and not "块" } currency)
        {
            unit = currency;
            length += other;
        }

        var end = start + length;
        var amount = bare with
        {
            Kind = AmountReader.ToKind(unit.Kind),
            Span = new TextSpan(bare.Span.Start, end),
            Unit = unit,
            UnitSpan = new TextSpan(start, end),
        };
        return unit.Kind switch
        {
            UnitKind.Money => ReadForeignMinor(text, ReadMinor(text, amount)),
            UnitKind.Duration or UnitKind.Measure when multiplier == 1 => ReadTail(text, amount, unit),
            UnitKind.WeakCount when unit.Word == "度" => ReadDegree(text, amount),
            UnitKind.Count or UnitKind.WeakCount => ReadAlternatives(text, amount),
            _ => number.Form == NumeralForm.DigitRun && !number.IsRange && unit.Kind == UnitKind.Percent ? null : amount,
        };
    }

    // 九毛九 ; 两角五分 ; 5毛。 ; but not 三角形, 珠三角 or 五角大楼
    private static bool IsLoneMinor(ReadOnlySpan<char> text, in Numeral number, UnitWord unit, int start) =>
        unit.Word is "角" or "毛" && !number.IsRange && number.Low < 10 && (number.Start == 0 || !char.IsLetterOrDigit(text[number.Start - 1]))
        && (start + 1 >= text.Length || !char.IsLetter(text[start + 1]) || NumeralCharacters.ChineseDigit(text[start + 1]) > 0);

    // 壹角 ; 伍分 ; 壹角贰分
    private static Amount? ReadCapitalMinor(ReadOnlySpan<char> text, in Amount bare)
    {
        var minor = ReadMinor(text, bare with { Kind = AmountKind.Money, Span = new TextSpan(bare.Span.Start, bare.Span.Start), Number = bare.Number with { Low = 0, High = 0 } });
        return minor.Span.IsEmpty ? null : minor;
    }

    // 五块钱 ; 四十七块八 ; 12块5 ; 六千多块 ; 两块砖 is a count.
    private static Amount? ReadPieces(ReadOnlySpan<char> text, int start, in Amount bare, UnitWord piece)
    {
        var end = start + 1;
        var minor = end >= text.Length ? -1 : NumeralCharacters.IsArabic(text[end]) ? text[end] - '0' : NumeralCharacters.ChineseDigit(text[end]);
        if (minor > 0 && end + 1 < text.Length && (char.IsLetterOrDigit(text[end + 1]) || text[end + 1] is '.' or '%'))
        {
            minor = -1;
        }

        // 三块零四
        if (minor == 0 && end + 1 < text.Length && NumeralCharacters.ChineseDigit(text[end + 1]) is var cents and > 0 && (end + 2 >= text.Length || !char.IsLetter(text[end + 2])))
        {
            return bare with { Kind = AmountKind.Money, Span = new TextSpan(bare.Span.Start, end + 2), Addend = cents * 0.01m };
        }

        // 八块六毛 ; 六块五角七分
        var withMinor = ReadMinor(text, bare with { Kind = AmountKind.Money, Span = new TextSpan(bare.Span.Start, end) });
        if (withMinor.Addend > 0)
        {
            return withMinor;
        }

        if (minor <= 0 && bare.Number.Low % 1 == 0 && !SpeaksOfPrice(text, bare.Number.Start, end) && ((bare.Number.Low < 1000 && !(bare.Number.Low >= 100 && (end >= text.Length || !char.IsLetter(text[end])))) || IsBesideBlocks(text, bare.Number.Start - 1, end)))
        {
            return bare with { Kind = AmountKind.Count, Span = new TextSpan(bare.Span.Start, end), Unit = piece, UnitSpan = new TextSpan(start, end) };
        }

        return bare with
        {
            Kind = AmountKind.Money,
            Span = new TextSpan(bare.Span.Start, minor > 0 ? end + 1 : end),
            Addend = minor > 0 ? minor / 10m : 0,
        };
    }

    // 花了三块。 卖5块, ; 7块 as a text of its own
    private static bool SpeaksOfPrice(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 && end >= text.Length) || ((end >= text.Length || !char.IsLetterOrDigit(text[end])) && text[Math.Max(0, start - 3)..start].ContainsAny(s_priceVerbs));

    // 砖1000万块 ; 5000块石板
    private static bool IsBesideBlocks(ReadOnlySpan<char> text, int before, int after) =>
        (before >= 0 && text[before] is '砖' or '石' or '瓦' or '牌' or '板') || (after < text.Length && text[after] is '砖' or '石' or '瓦' or '牌' or '板' or '木' or '玻' or '电' or '屏' or '田' or '地' or '显');

    // 3元5角 ; 3元5角2分
    private static Amount ReadMinor(ReadOnlySpan<char> text, Amount amount)
    {
        var end = amount.Span.End;
        var addend = 0m;
        while (end < text.Length && NumeralCharacters.OpenerSet.Contains(text[end])
            && NumeralReader.TryRead(text, text[end] == '零' && end + 1 < text.Length && text[end + 1] is not ('角' or '分') ? end + 1 : end, out var part) && part.Low < 100 && part.End < text.Length && text[part.End] is '角' or '毛' or '分'
            && !(text[part.End] == '分' && part.End + 1 < text.Length && text[part.End + 1] is '之' or '钟' or '期' or '别'))
        {
            addend += part.Low * (text[part.End] == '分' ? 0.01m : 0.1m);
            end = part.End + 1;
        }

        // 九块九毛九
        if (addend > 0 && text[end - 1] is '毛' or '角' && end < text.Length && NumeralCharacters.ChineseDigit(text[end]) is var hundredths and > 0 && (end + 1 >= text.Length || !char.IsLetterOrDigit(text[end + 1])))
        {
            addend += hundredths * 0.01m;
            end++;
        }

        // 六角七分钱
        if (addend > 0 && end < text.Length && text[end] == '钱')
        {
            end++;
        }

        if (end < text.Length && text[end] is '整' or '正' && end == amount.Span.End && (end + 1 >= text.Length || !char.IsLetter(text[end + 1])))
        {
            end++;
        }

        return amount with { Span = new TextSpan(amount.Span.Start, end), Addend = addend };
    }

    // 两美元又三美分 ; 5欧元20欧分
    private static Amount ReadForeignMinor(ReadOnlySpan<char> text, in Amount amount)
    {
        var start = amount.Span.End;
        start += start < text.Length && text[start] is '又' or '零' ? 1 : 0;
        return start < text.Length && amount.Addend == 0 && NumeralCharacters.OpenerSet.Contains(text[start]) && NumeralReader.TryRead(text, start, out var part)
            && s_lexicon.FindUnit(text, part.End, out var length) is { Kind: UnitKind.Money, Factor: < 1 } minor && minor.Currency == amount.Unit?.Currency && amount.Unit?.Factor == 1 && part.Low < 100
            ? amount with { Span = new TextSpan(amount.Span.Start, part.End + length), Addend = part.Low * minor.Factor }
            : amount;
    }

    // 两年半 ; 一天半 ; 三十八度六 ; 3分20秒 ; 3天2晚 ; 3小时20分 ; 3×5米 is read from its first number.
    private static Amount ReadTail(ReadOnlySpan<char> text, Amount amount, UnitWord unit)
    {
        var end = amount.Span.End;
        if (end < text.Length && text[end] == '半' && (unit.Kind == UnitKind.Duration || unit.Word is "米" or "斤" or "公斤" or "吨" or "里" or "公里" or "亩" or "尺" or "寸")
            && (end + 1 >= text.Length || text[end + 1] is not ('价' or '数' or '夜' or '径' or '决')))
        {
            return amount with { Span = new TextSpan(amount.Span.Start, end + 1), Addend = 0.5m };
        }

        // 三米九 ; 一米八高
        if (unit.Word == "米" && end < text.Length && !amount.Number.IsArabic && NumeralCharacters.ChineseDigit(text[end]) is var tenth and > 0
            && (end + 1 >= text.Length || !char.IsLetterOrDigit(text[end + 1]) || text[end + 1] is '高' or '长' or '宽' or '深' or '左' or '以' or '的' or '多'))
        {
            return amount with { Span = new TextSpan(amount.Span.Start, end + 1), Addend = tenth / 10m };
        }

        return CompositeDurations.Read(text, amount);
    }

    // 三十八度六
    private static Amount ReadDegree(ReadOnlySpan<char> text, in Amount amount)
    {
        var end = amount.Span.End;
        var tenth = end < text.Length && !amount.Number.IsArabic ? NumeralCharacters.ChineseDigit(text[end]) : -1;
        return tenth <= 0 || (end + 1 < text.Length && NumeralCharacters.IsChineseNumeral(text[end + 1]))
            ? amount
            : amount with { Span = new TextSpan(amount.Span.Start, end + 1), Addend = tenth / 10m };
    }

    // 台（套） ; 头（只、匹） ; 头只
    private static Amount ReadAlternatives(ReadOnlySpan<char> text, in Amount amount)
    {
        var end = amount.Span.End;
        if (end >= text.Length || text[end] is not ('（' or '('))
        {
            return amount;
        }

        var position = end + 1;
        while (s_lexicon.FindUnit(text, position, out var length) is { Kind: UnitKind.Count or UnitKind.WeakCount })
        {
            position += length;
            if (position < text.Length && text[position] is '）' or ')')
            {
                return amount with
                {
                    Span = new TextSpan(amount.Span.Start, position + 1),
                    UnitSpan = new TextSpan(amount.UnitSpan!.Value.Start, position + 1),
                };
            }

            if (position >= text.Length || text[position] != '、')
            {
                break;
            }

            position++;
        }

        return amount;
    }
}
