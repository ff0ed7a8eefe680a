using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Quantities;

/// <summary>Reads what follows a numeral up to the end of its unit: 家, 个多月, 个亿, 万亩, 台（套）, 元5角.</summary>
internal static class UnitReader
{
    private static readonly UnitLexicon s_lexicon = UnitLexicon.Default;

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
            return PriceReader.ReadPieces(text, start, bare, unit);
        }

        if ((unit.Word is "角" or "分" && NumeralCharacters.IsCapital(text[number.Start]) && !AmountReader.StartsWith(text, start, "分之")) || PriceReader.IsLoneMinor(text, number, unit, start))
        {
            return PriceReader.ReadCapitalMinor(text, bare);
        }

        // 二两 ; 四千六百两 ; 5两黄金 ; but not 三两天 or 2024两会
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

        // 六万元欧元 ; 700元日币
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
            UnitKind.Money => PriceReader.ReadForeignMinor(text, PriceReader.ReadMinor(text, amount)),
            UnitKind.Duration or UnitKind.Measure when multiplier == 1 => ReadTail(text, amount, unit),
            UnitKind.WeakCount when unit.Word == "度" => ReadDegree(text, amount),
            UnitKind.Count or UnitKind.WeakCount => ReadAlternatives(text, amount),
            _ => number.Form == NumeralForm.DigitRun && !number.IsRange && unit.Kind == UnitKind.Percent ? null : amount,
        };
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

        // 两米六 ; 一米八高
        if (unit.Word == "米" && end < text.Length && !amount.Number.IsArabic && NumeralCharacters.ChineseDigit(text[end]) is var tenth and > 0
            && (end + 1 >= text.Length || !char.IsLetterOrDigit(text[end + 1]) || text[end + 1] is '高' or '长' or '宽' or '深' or '左' or '以' or '的' or '多'))
        {
            return amount with { Span = new TextSpan(amount.Span.Start, end + 1), Addend = tenth / 10m };
        }

        // 1米75, 1米8 ; but not 3米30台
        if (unit.Word == "米" && end < text.Length && amount.Number is { IsArabic: true, PlainDigits: 1 } && NumeralCharacters.IsArabic(text[end]) && NumeralReader.TryRead(text, end, out var parts) && parts.PlainDigits is 1 or 2
            && parts.Scale == 1 && (parts.End >= text.Length || !char.IsLetterOrDigit(text[parts.End]) && text[parts.End] is not ('%' or '.') || text[parts.End] is '高' or '长' or '宽' or '深' or '左' or '的'))
        {
            return amount with { Span = new TextSpan(amount.Span.Start, parts.End), Addend = parts.Low / (parts.PlainDigits == 1 ? 10 : 100) };
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
