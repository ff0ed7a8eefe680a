using NewsExtract.Chinese.Numerals;
using NewsExtract.Chinese.Quantities;

namespace NewsExtract.Extraction.Mentions.Values;

/// <summary>
/// Decides which recognised amounts are mentions in the sense of the annotation guidelines: ordinals, codes, idioms,
/// structure words and the 一 that is only an article (一个产业) are not.
/// </summary>
internal static class QuantityPolicy
{
    /// <param name="type">The mention type when the amount is one.</param>
    public static bool IsMention(ReadOnlySpan<char> text, in Amount amount, out EntityType type)
    {
        type = amount.Kind switch
        {
            AmountKind.Money => EntityType.Money,
            AmountKind.Percent => EntityType.Percent,
            _ => EntityType.Quantity,
        };
        if (IsBareMoney(text, amount))
        {
            type = EntityType.Money;
            return true;
        }

        if (amount.Kind == AmountKind.Number || IsAdverb(text, amount) || ValueLexicon.IsIdiom(text, amount.Number.Start) || IsOrdinalOrCode(text, amount.Span.Start, amount.Number.IsArabic))
        {
            return false;
        }

        return amount.Kind switch
        {
            AmountKind.Percent => true,
            AmountKind.Money => IsMoney(text, amount),
            AmountKind.Measure => IsMeasure(text, amount),
            AmountKind.Duration => IsDuration(text, amount),
            AmountKind.Count => IsCount(text, amount),
            _ => IsWeakCount(text, amount),
        };
    }

    // 教训十分惨痛 ; 万分感谢
    private static bool IsAdverb(ReadOnlySpan<char> text, in Amount amount) =>
        amount.Span.Length == 2 && text[amount.Span.Start] is '十' or '万' && text[amount.Span.Start + 1] == '分' && amount.Span.End < text.Length && char.IsLetter(text[amount.Span.End]);

    // 产值过千亿, 融资3.2亿: the 元 is left out.
    private static bool IsBareMoney(ReadOnlySpan<char> text, in Amount amount) =>
        amount.Kind == AmountKind.Number && amount.Number.Scale >= 10_000
        && (amount.Number.Form != NumeralForm.BareScale || amount.Approximation != Approximation.Exact || (amount.Number.Length > 1 && IsOneOf(Before(text, amount), "破达")))
        && (EndsClause(text, amount.Span.End) || text[amount.Span.End] is '的' or '增' or '提' or '降' or '大' or '到' or '至')
        && !IsOrdinalOrCode(text, amount.Span.Start, amount.Number.IsArabic)
        && ValueLexicon.SpeaksOfMoney(text, amount.Span.Start);

    // 第3名 ; G108 ; A320 ; 0855-8210
    internal static bool IsOrdinalOrCode(ReadOnlySpan<char> text, int start, bool isArabic)
    {
        if (start == 0)
        {
            return false;
        }

        var previous = text[start - 1];
        if (previous == '第' || (previous == '之' && text[start] == '一') || (isArabic && previous is ':' or '：' or '+' && start > 1 && char.IsAsciiDigit(text[start - 2])) || (isArabic && (char.IsAsciiLetterOrDigit(previous) || previous is '_' or '№' or '#')))
        {
            return true;
        }

        // 第三、四节课
        for (var i = start - 1; i > 0 && text[i] == '、' && NumeralCharacters.OpenerSet.Contains(text[i - 1]); i--)
        {
            while (i > 0 && NumeralCharacters.OpenerSet.Contains(text[i - 1]))
            {
                i--;
            }

            if (i > 0 && text[i - 1] == '第')
            {
                return true;
            }
        }

        return isArabic && previous is '-' or '.' && start > 1 && char.IsAsciiLetterOrDigit(text[start - 2]);
    }

    // 亿元以上 ; 百亿元 ; 近万元 ; but 万元产值, 亿元产业 and 一分钱 are no amounts.
    private static bool IsMoney(ReadOnlySpan<char> text, in Amount amount)
    {
        if (amount.Unit is { Kind: UnitKind.MoneyMinor } && amount.Number.Low == 1)
        {
            return false;
        }

        return amount.Number.Form != NumeralForm.BareScale
            || amount.Approximation != Approximation.Exact
            || (amount.Number.Length > 1 && amount.Number.Scale > 10_000)
            || (amount.Number.Scale >= 100 && amount.Number.Low is 100_000_000_000 or 10_000_000_000);
    }

    private static bool IsMeasure(ReadOnlySpan<char> text, in Amount amount)
    {
        if (IsBareScale(amount))
        {
            return false;
        }

        // 最后一公里 is a saying; 一亩 and 一倍 are amounts.
        return !IsSingleOne(amount) || !IsOneOf(Before(text, amount), "后先前每第这那同另某");
    }

    // 三天 ; 试用期一年 ; 他一年有… is a way of speaking.
    private static bool IsDuration(ReadOnlySpan<char> text, in Amount amount)
    {
        var before = Before(text, amount);
        if (IsBareScale(amount) || amount.Unit!.Word == "世纪" || (!amount.Number.IsArabic && IsOneOf(before, "每第这那")))
        {
            return false;
        }

        if ((amount.Unit.Word is "日" && amount.Number.Low is <= 31 or >= 1000) || (amount.Unit.Word is "年" && (amount.Number.PlainDigits == 4 || (amount.Number.Form == NumeralForm.DigitRun && !amount.Number.IsRange))))
        {
            // A calendar date that no date rule took: 2023年.
            return false;
        }

        return !IsSingleOne(amount) || amount.Addend > 0 || amount.Approximation != Approximation.Exact || EndsClause(text, amount.Span.End);
    }

    private static bool IsCount(ReadOnlySpan<char> text, in Amount amount)
    {
        if (IsBareScale(amount) || IsQuotedName(text, amount))
        {
            return false;
        }

        if (amount.Number.IsArabic)
        {
            return true;
        }

        if (amount.Unit is { Word: "次" } && Before(text, amount) == '届')
        {
            // 八届五次会议
            return false;
        }

        if (!IsSingleOne(amount))
        {
            return amount.Approximation != Approximation.Exact || (!IsSingle(text, amount, '二') && !IsSingle(text, amount, '几') && amount.Number.Low != 0);
        }

        // 彩电一台。 The list of what was given ends with it; elsewhere 一台 is an article.
        return amount.Unit is { Word: "台" or "部" or "辆" or "套" or "座" or "枚" or "艘" or "架" or "幅" or "颗" or "层" }
            && EndsClause(text, amount.Span.End)
            && !IsOneOf(Before(text, amount), "的这那每某同另第头最后唯首有是为")
            && (amount.Unit.Word == "层" || !IsOneOf(Before(text, amount), "上下"));
    }

    // 三大主产区 ; 临洮、渭源三县区 ; 举办八届， ; but 二期, 三级, 两地合作.
    private static bool IsWeakCount(ReadOnlySpan<char> text, in Amount amount)
    {
        if (IsBareScale(amount) || IsSingleOne(amount) || IsQuotedName(text, amount) || IsSingle(text, amount, '二') || amount.Number.Form == NumeralForm.DigitRun)
        {
            return false;
        }

        var word = amount.Unit!.Word;
        var before = Before(text, amount);
        var appositive = char.IsLetter(before) && !IsOneOf(before, "的了和与及在由对为，从到");
        return word switch
        {
            "大" => !amount.Number.IsArabic && amount.Number.Low is > 1 and < 10,
            "级" => (amount.Number.IsArabic && EndsWithForce(text, amount.Span.End)) || (IsOneOf(before, "风力") && amount.Number.Low <= 17),
            "方" => amount.Number.IsArabic && amount.Number.Low >= 10,
            "度" => amount.Number.IsArabic || amount.Number.Low > 9,
            "届" => EndsClause(text, amount.Span.End) && !IsOneOf(before, "第"),
            "市" or "省" or "县" or "区" or "县区" or "区县" or "县市" or "市县" or "市州" or "地市" or "地" or "镇" or "乡" or "村" or "国" or "省市" or "州" or "盟" or "旗" =>
                amount.Number.IsArabic ? amount.Number.Low < 2000 : appositive && FollowsList(text, amount.Span.Start),
            "部委" or "部门" or "街道" or "社区" or "乡镇" => amount.Number.Low > 2,
            "校" or "院" or "厂" or "站" or "桥" or "岛" => amount.Number.IsArabic || (amount.Number.Low > 2 && FollowsList(text, amount.Span.Start)),
            "面" or "期" or "线" or "边" or "代" or "类" or "路" or "环" or "步" or "岗" or "栏" or "档" or "室" or "厅" or "城" or "亭" => (amount.Number.IsArabic || amount.Number.Low > 10) && word is "面" or "类" or "档" or "厅",
            _ => amount.Number.IsArabic,
        };
    }

    // 4.9级地震 ; 9级大风
    private static bool EndsWithForce(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && (text[end] is '风' or '台' || (text[end] is '大' or '强' && text[end + 1] is '风' or '震') || (text[end] == '地' && text[end + 1] == '震'));

    // 怀来、张北两地: the names it sums up stand before it.
    private static bool FollowsList(ReadOnlySpan<char> text, int start)
    {
        for (var i = start - 1; i >= 0 && i >= start - 12; i--)
        {
            if (text[i] is '、')
            {
                return true;
            }

            if (text[i] is '，' or '。' or '\n' or '；' or '：' or '“')
            {
                return false;
            }
        }

        return false;
    }

    // “三个一批”, “两个转型”: the quoted words are a name.
    private static bool IsQuotedName(ReadOnlySpan<char> text, in Amount amount)
    {
        if (amount.Number.IsArabic || Before(text, amount) is not ('“' or '「' or '‘' or '"'))
        {
            return false;
        }

        for (var i = amount.Span.End; i < text.Length && i < amount.Span.End + 10; i++)
        {
            if (text[i] is '”' or '」' or '’' or '"')
            {
                return true;
            }

            if (text[i] is '，' or '。' or '、' or '；' or '：' or '\n')
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsBareScale(in Amount amount) => amount.Number.Form == NumeralForm.BareScale && amount.Approximation == Approximation.Exact;

    private static bool IsSingleOne(in Amount amount) =>
        !amount.Number.IsArabic && amount.Number.Length == 1 && amount.Number.Low == 1 && amount.Number.Scale == 1 && amount.UpperNumber is null;

    private static bool IsSingle(ReadOnlySpan<char> text, in Amount amount, char character) =>
        amount.Number.Length == 1 && text[amount.Number.Start] == character && amount.UpperNumber is null;

    private static char Before(ReadOnlySpan<char> text, in Amount amount) => amount.Span.Start > 0 ? text[amount.Span.Start - 1] : '\n';

    private static bool IsOneOf(char character, string set) => set.Contains(character, StringComparison.Ordinal);

    internal static bool EndsClause(ReadOnlySpan<char> text, int end) =>
        end >= text.Length || text[end] is '，' or '。' or '；' or '、' or '！' or '？' or '：' or '\n' or '”' or '」' or '）' or ')' or ';' or '!' or '?';
}
