using System.Globalization;
using NewsExtract.Chinese.Dates;
using NewsExtract.Chinese.Numerals;
using NewsExtract.Chinese.Quantities;

namespace NewsExtract.Chinese.Values;

/// <summary>Reads and resolves numbers, ordinals, percentages, money and quantities at the places of one text.</summary>
/// <param name="text">Folded.</param>
/// <param name="surface">What the source prints for a span of <paramref name="text"/>: units are shown so.</param>
internal sealed class AmountScanner(string text, Func<TextSpan, string> surface)
{
    /// <param name="floor">No word before this position is taken in.</param>
    /// <param name="found">Takes the value, and behind it its parts.</param>
    /// <param name="next">Where to go on.</param>
    public bool TryRead(int position, int floor, List<RecognizedValue> found, out int next)
    {
        next = position + 1;
        if (WordAmounts.TryRead(text, position, floor, out var inWords))
        {
            next = inWords.Span.End;
            found.Add(inWords);
            return true;
        }

        if (!NumeralCharacters.OpenerSet.Contains(text[position]))
        {
            return false;
        }

        if (MixedNumbers.TryRead(text, position, out var special, out var value))
        {
            found.Add(new RecognizedValue(ValueKind.Number, special, new NumberValue { Value = value }));
            next = special.End;
            return true;
        }

        if (!AmountReader.TryRead(text, position, floor, out var amount, out next))
        {
            return false;
        }

        amount = WithLength(amount, out var length);
        next = Math.Max(next, amount.Span.End);
        var kind = KindOf(amount);
        if (position > floor && text[position - 1] == '第' && kind is ValueKind.Number or ValueKind.Quantity or ValueKind.Duration)
        {
            // 第三届: the numeral alone is the ordinal.
            next = amount.Number.End;
            AddOrdinal(found, amount.Number);
            return true;
        }

        // 排名前三的
        if (kind == ValueKind.Number && position > floor && text[position - 1] == '前' && amount.Number is { IsArabic: false, IsRange: false, Low: > 0 and <= 100, Approximation: Approximation.Exact } && (!IsLetter(next) || text[next] == '的'))
        {
            AddOrdinal(found, amount.Number);
            return true;
        }

        if ((kind == ValueKind.Number && IsPartOfWord(amount)) || (kind == ValueKind.Duration && IsAdverb(amount)) || NamedNumbers.IsName(text, amount, kind) || PlaceNames.Default.IsOpenedBy(text, amount))
        {
            return false;
        }

        Add(found, amount, kind, length, floor, ref next);
        return true;
    }

    // 一个星期又三天, 15个交易日: lengths of time are longer here than news text wants them.
    private Amount WithLength(in Amount amount, out DurationValue? length)
    {
        length = null;
        if (amount.UpperNumber is { } upper)
        {
            length = amount is { Kind: AmountKind.Duration, UnitSpan: { } unit } ? Range(amount.Number.Low, upper.High, unit) : null;
            return amount;
        }

        if (amount.Denominator is not null || amount.IsNegative || !DurationReader.TryRead(text, amount.Number.Start, out var end, out var iso))
        {
            return amount;
        }

        length = amount is { Number: { IsRange: true } number, UnitSpan: { } printed } && iso is null ? Range(number.Low, number.High, printed) : new DurationValue(iso);
        return end <= amount.Span.End ? amount : amount with { Kind = AmountKind.Duration, Span = new TextSpan(amount.Span.Start, end), Total = amount.Total ?? amount.Number.Low };
    }

    // 3至5年, 六七天 ; without ends for working days
    private DurationValue Range(decimal low, decimal high, TextSpan unit)
    {
        return new DurationValue(null) { MinIso = IsoOf(low), MaxIso = IsoOf(high) };

        string? IsoOf(decimal number) => DurationReader.TryRead(string.Create(CultureInfo.InvariantCulture, $"{number}{unit.Of(text)}"), 0, out _, out var iso) ? iso : null;
    }

    private static void AddOrdinal(List<RecognizedValue> found, in Numeral number)
    {
        found.Add(new RecognizedValue(ValueKind.Ordinal, new TextSpan(number.Start - 1, number.End), new NumberValue { Value = number.Low }));
        found.Add(new RecognizedValue(ValueKind.Number, new TextSpan(number.Start, number.End), new NumberValue { Value = number.Low }) { IsPart = true });
    }

    // 四川, 一切, 统一零售价, 万象: a digit or place word in the company of letters is part of a word.
    private bool IsPartOfWord(in Amount amount)
    {
        var number = amount.Number;
        if (number.IsArabic || amount.Approximation != Approximation.Exact || amount.Denominator is not null || amount.IsNegative)
        {
            return false;
        }

        var isShort = number.Length == 1 || number.Form == NumeralForm.BareScale || (number.Length == 2 && number.Form == NumeralForm.DigitRun && !number.IsRange);
        // 正负二的平方
        if (number.Start > 1 && text[number.Start - 1] == '负' && text[number.Start - 2] == '正' && (!IsLetter(number.End) || text[number.End] == '的'))
        {
            return false;
        }

        // 答案是四不是五
        if (number.Length == 1 && number.Form == NumeralForm.Positional && number.Start > 0 && text[number.Start - 1] is '是' or '为' && (!IsLetter(number.End) || text[number.End] is '不' or '而' or '那' or '却' or '这'))
        {
            return false;
        }

        return isShort && (IsLetter(number.Start - 1) || IsLetter(number.End) || (number.Form == NumeralForm.BareScale && number.Low >= 10_000));
    }

    // 十分高兴, 万分感谢
    private bool IsAdverb(in Amount amount) => amount.Span.Length == 2 && text[amount.Span.Start] is '十' or '万' && text[amount.Span.Start + 1] == '分' && IsLetter(amount.Span.End);

    private bool IsLetter(int position) => position >= 0 && position < text.Length && char.IsLetter(text[position]);

    private void Add(List<RecognizedValue> found, in Amount amount, ValueKind kind, DurationValue? length, int floor, ref int next)
    {
        var printed = amount.UnitSpan is { IsEmpty: false } span ? surface(span) : "";
        var resolved = AmountResolver.Resolve(amount, printed);
        if (kind == ValueKind.Number && amount.Denominator is { } denominator)
        {
            resolved = Fraction(amount, denominator);
        }
        else if (kind == ValueKind.Percentage && amount.Unit is { Word: not "%" and not "％" and not "‰" and not "‱" })
        {
            resolved = resolved is null ? null : resolved with { Unit = "pp" };
        }

        var whole = kind == ValueKind.Number && amount.CurrencyPrefix is null ? Signed(amount, ref resolved) : amount.Span;
        if (kind == ValueKind.Duration)
        {
            found.Add(new RecognizedValue(kind, whole, (length ?? new DurationValue(null)) with { Approximation = amount.Approximation }));
        }
        else
        {
            var measure = amount.Unit?.Measure;
            if (CompoundUnits.Read(text, amount, printed, floor) is { } compound)
            {
                whole = compound.Span;
                next = Math.Max(next, whole.End);
                measure = compound.Measure;
                resolved = resolved is null ? null : resolved with { Unit = compound.Unit };
            }

            found.Add(new RecognizedValue(kind, whole, resolved) { Bounds = ValueBounds.Of(amount, resolved), Unit = kind == ValueKind.Quantity ? measure : null });
        }

        AddParts(found, amount, kind, whole, resolved);
    }

    // The numerals inside, and the amount without the words around it: 超过, 近, 以上.
    private void AddParts(List<RecognizedValue> found, in Amount amount, ValueKind kind, TextSpan whole, NumberValue? resolved)
    {
        if (amount.Total is not null || (amount.Number.Low == 0 && amount.Addend != 0))
        {
            return;
        }

        var last = amount.UpperNumber ?? amount.Number;
        var core = new TextSpan(amount.CurrencyPrefix is null ? amount.Number.Start : whole.Start, Math.Max(last.End, amount.UnitSpan?.End ?? 0));
        if (core != whole && core.End <= whole.End && core.Start >= whole.Start && kind is ValueKind.Quantity or ValueKind.Money or ValueKind.Percentage && amount.UnitSpan is not null && amount.Approximation != Approximation.Exact && amount.Addend == 0)
        {
            found.Add(new RecognizedValue(kind, core, resolved) { IsPart = true });
        }

        if (amount.UpperNumber is { } upper)
        {
            var span = new TextSpan(amount.Number.Start, upper.End);
            if (span != whole && kind != ValueKind.Number)
            {
                found.Add(new RecognizedValue(ValueKind.Number, span, new NumberValue { Min = resolved?.Min ?? amount.Number.Low, Max = resolved?.Max ?? upper.High }) { IsPart = true });
            }

            return;
        }

        if (amount is { Unit.Word: "打", Number.IsRange: false, Approximation: Approximation.Exact })
        {
            // 四打 is 48 as a number.
            found.Add(new RecognizedValue(ValueKind.Number, whole, new NumberValue { Value = amount.Number.Low * 12 }) { IsPart = true });
        }

        var number = new TextSpan(amount.Number.Start, amount.Number.End);
        var isArticle = kind is ValueKind.Money or ValueKind.Percentage && amount.Number is { IsArabic: false, Length: 1, Low: 1 };
        if (number != whole && !isArticle && (amount.Denominator is null || amount.IsPlainShare) && amount.Number.Form != NumeralForm.BareScale)
        {
            var value = amount.Number.IsRange ? new NumberValue { Min = amount.Number.Low, Max = amount.Number.High } : new NumberValue { Value = amount.Number.Low, Approximation = amount.Number.Approximation };
            found.Add(new RecognizedValue(ValueKind.Number, number, value) { IsPart = true, Bounds = ValueBounds.Of(amount.Number) });
        }

        if (amount.Number is { Ceiling: not null, IsArabic: false } && whole == number && whole.Length > 2 && text[whole.End - 1] is '多' or '余')
        {
            // 六百 of 六百多
            found.Add(new RecognizedValue(ValueKind.Number, new TextSpan(whole.Start, whole.End - 1), new NumberValue { Value = amount.Number.Low }) { IsPart = true });
        }
    }

    // 三分之一 and 一百分之一 are numbers, 百分之三 and 万分之一 percentages.
    private static ValueKind KindOf(in Amount amount) => amount.Kind switch
    {
        AmountKind.Money => ValueKind.Money,
        AmountKind.Percent when amount.Denominator is not null && !amount.IsPlainShare => ValueKind.Number,
        AmountKind.Percent => ValueKind.Percentage,
        AmountKind.Measure or AmountKind.Count or AmountKind.WeakCount => ValueKind.Quantity,
        AmountKind.Duration when amount.Unit is { Word: "岁" or "周岁" } => ValueKind.Quantity,
        AmountKind.Duration => ValueKind.Duration,
        _ => ValueKind.Number,
    };

    private static NumberValue Fraction(in Amount amount, decimal denominator)
    {
        var sign = amount.IsNegative ? -1 : 1;
        var low = sign * amount.Number.Low / denominator;
        var high = sign * (amount.UpperNumber?.High ?? amount.Number.High) / denominator;
        return low == high
            ? new NumberValue { Value = low, Approximation = amount.Approximation }
            : new NumberValue { Min = low, Max = high, Approximation = amount.Approximation };
    }

    // -10.1 at the start of a text, behind a blank or a bracket; 3-5 is a range and A-5 a name.
    private TextSpan Signed(in Amount amount, ref NumberValue? value)
    {
        var start = amount.Span.Start;
        if (!amount.Number.IsArabic || amount.IsNegative || start == 0 || text[start - 1] is not ('-' or '−') || (start > 1 && text[start - 2] is not (' ' or '（' or '(' or '：' or '，' or ',' or '=' or '是' or '为' or '和' or '至' or '到')) || value?.Value is not { } number)
        {
            return amount.Span;
        }

        value = value with { Value = -number };
        return new TextSpan(start - 1, amount.Span.End);
    }
}
