using System.Buffers;
using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Quantities;

/// <summary>Reads money as it is spoken and its sub-units: 五块二, 3元5角2分, 六毛六, 七美元又五美分.</summary>
internal static class PriceReader
{
    private static readonly UnitLexicon s_lexicon = UnitLexicon.Default;

    private static readonly SearchValues<char> s_priceVerbs = SearchValues.Create("花费付卖价赚");

    // 六毛六 ; 三角八分 ; 4毛。 ; 每公斤5角 ; but not 三角形, 珠三角 or 五角大楼
    public static bool IsLoneMinor(ReadOnlySpan<char> text, in Numeral number, UnitWord unit, int start) =>
        unit.Word is "角" or "毛" && !number.IsRange && number.Low < 10 && (number.Start == 0 || !char.IsLetterOrDigit(text[number.Start - 1]) || FollowsRate(text, number.Start))
        && (start + 1 >= text.Length || !char.IsLetter(text[start + 1]) || NumeralCharacters.ChineseDigit(text[start + 1]) > 0);

    // 每公斤|5角 ; 每度电|三角
    private static bool FollowsRate(ReadOnlySpan<char> text, int start)
    {
        for (var length = 1; length <= 4 && start > length; length++)
        {
            if (text[start - length - 1] == '每')
            {
                return s_lexicon.FindUnit(text, start - length, out var found) is { Kind: UnitKind.Measure or UnitKind.Count or UnitKind.Duration } && found == length;
            }
        }

        return false;
    }

    // 壹角 ; 伍分 ; 壹角贰分
    public static Amount? ReadCapitalMinor(ReadOnlySpan<char> text, in Amount bare)
    {
        var minor = ReadMinor(text, bare with { Kind = AmountKind.Money, Span = new TextSpan(bare.Span.Start, bare.Span.Start), Number = bare.Number with { Low = 0, High = 0 } });
        return minor.Span.IsEmpty ? null : minor;
    }

    // 五块钱 ; 四十七块八 ; 12块5 ; 六千多块 ; 两块砖 is a count.
    public static Amount? ReadPieces(ReadOnlySpan<char> text, int start, in Amount bare, UnitWord piece)
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
    public static Amount ReadMinor(ReadOnlySpan<char> text, Amount amount)
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

        // 七块六毛五
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

    // 七美元又五美分 ; 5欧元20欧分
    public static Amount ReadForeignMinor(ReadOnlySpan<char> text, in Amount amount)
    {
        var start = amount.Span.End;
        start += start < text.Length && text[start] is '又' or '零' ? 1 : 0;
        return start < text.Length && amount.Addend == 0 && NumeralCharacters.OpenerSet.Contains(text[start]) && NumeralReader.TryRead(text, start, out var part)
            && s_lexicon.FindUnit(text, part.End, out var length) is { Kind: UnitKind.Money, Factor: < 1 } minor && minor.Currency == amount.Unit?.Currency && amount.Unit?.Factor == 1 && part.Low < 100
            ? amount with { Span = new TextSpan(amount.Span.Start, part.End + length), Addend = part.Low * minor.Factor }
            : amount;
    }
}
