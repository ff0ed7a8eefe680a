using NewsExtract.Chinese.Dates;
using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Quantities;

/// <summary>Reads lengths of time given in several units, and adds them up in the smallest: 3小时20分 is 200 分, 三年零六个月 is 42 个月; and weights: 七斤四两 is 74 两.</summary>
internal static class CompositeDurations
{
    private static readonly UnitLexicon s_lexicon = UnitLexicon.Default;

    /// <param name="amount">What was read up to the end of the first unit.</param>
    public static Amount Read(ReadOnlySpan<char> text, in Amount amount)
    {
        var unit = amount.Unit!.Word;
        var total = (decimal?)amount.Number.Low;
        var end = amount.Span.End;
        var last = amount;
        while (TryReadPart(text, end, unit, out var part, out var partUnit, out var unitSpan))
        {
            total = partUnit is null ? total + Hundredths(part) : total * Factor(unit, partUnit.Word) + part.Low;
            end = unitSpan.End;
            unit = partUnit?.Word ?? "";
            last = last with
            {
                Span = new TextSpan(amount.Span.Start, end),
                Total = total,
                IsComposite = total is null,
                Unit = partUnit ?? last.Unit,
                UnitSpan = partUnit is null ? last.UnitSpan : unitSpan,
            };
        }

        return last;
    }

    // 20分 behind 3小时 ; 76 behind 8秒 ; 零六个月 behind 三年 ; 2晚 behind 3天, which add up to nothing
    private static bool TryReadPart(ReadOnlySpan<char> text, int start, string unit, out Numeral part, out UnitWord? partUnit, out TextSpan unitSpan)
    {
        part = default;
        partUnit = null;
        unitSpan = default;
        if (unit is not ("年" or "天" or "小时" or "个小时" or "分" or "分钟" or "秒" or "斤"))
        {
            return false;
        }

        var at = start < text.Length && text[start] is '零' or '又' ? start + 1 : start;
        if (at >= text.Length || !NumeralCharacters.OpenerSet.Contains(text[at]) || !NumeralReader.TryRead(text, at, out part) || part.IsRange || part.Low >= 100)
        {
            return false;
        }

        partUnit = s_lexicon.FindUnit(text, part.End, out var length);
        if (partUnit is null)
        {
            unitSpan = new TextSpan(part.End, part.End);
            return unit == "秒" && DurationReader.AreDecimals(text, part);
        }

        unitSpan = new TextSpan(part.End, part.End + length);
        return partUnit.Kind is UnitKind.Duration or UnitKind.Measure && (Factor(unit, partUnit.Word) is not null || (unit == "天" && partUnit.Word is "晚" or "夜"));
    }

    private static decimal? Factor(string unit, string lower) => (unit, lower) switch
    {
        ("年", "个月") => 12,
        ("斤", "两") => 10,
        ("天", "小时" or "个小时") => 24,
        ("小时" or "个小时", "分" or "分钟") => 60,
        ("分" or "分钟", "秒" or "秒钟") => 60,
        _ => null,
    };

    private static decimal Hundredths(in Numeral digits) => digits.PlainDigits switch
    {
        1 => digits.Low / 10,
        2 => digits.Low / 100,
        _ => digits.Low / 1000,
    };
}
