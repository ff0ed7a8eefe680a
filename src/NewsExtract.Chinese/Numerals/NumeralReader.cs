using static NewsExtract.Chinese.Numerals.NumeralCharacters;

namespace NewsExtract.Chinese.Numerals;

/// <summary>
/// Reads the numeral that starts at a position: Arabic with thousands commas and a decimal point, Chinese in small
/// and capital characters, and both mixed (3.5万, 1亿2千万). One pass, and the caller goes on at the end returned.
/// </summary>
internal static class NumeralReader
{
    /// <summary>
    /// <c>false</c> when no numeral starts here. A run of digits that is too long for a number also gives <c>false</c>,
    /// with <paramref name="numeral"/> spanning the run, so that the caller can step over it.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, int start, out Numeral numeral)
    {
        numeral = default;
        if (start >= text.Length)
        {
            return false;
        }

        // 陆地, 伍某: a capital form alone is no number.
        if (IsCapital(text[start]) && !HasCapitalCompany(text, start))
        {
            return false;
        }

        return IsArabic(text[start])
            ? ArabicNumerals.TryRead(text, start, out numeral)
            : new ChineseNumeralParser(text, start).TryParse(out numeral);
    }

    // 壹拾 ; 壹元贰角 ; 壹百 ; 五分之壹 ; a text of one such character ; but not 大陆分, 着陆点, 大陆百强 or 收拾三
    internal static bool HasCapitalCompany(ReadOnlySpan<char> text, int start)
    {
        var before = start > 0 ? text[start - 1] : '\0';
        if (start + 1 >= text.Length)
        {
            return start == 0 || (start == 1 && before is '负' or '-') || IsChineseNumeral(before) || before == '之';
        }

        var next = text[start + 1];
        if (IsCapital(next) || (IsChineseNumeral(next) && !IsCapitalWord(text[start]) && !(text[start] == '拾' && before is '收' or '捡')))
        {
            return true;
        }

        return (next is '圆' or '元' or '角' or '分' or '整' or '点' or '块' or '打' || SmallPlace(next) > 0 || LargePlace(next) > 0 || !char.IsLetterOrDigit(next))
            && (!char.IsLetter(before) || before is '元' or '圆' or '角' or '零' or '币' or '负' or '点' or '之' || IsChineseNumeral(before));
    }

    /// <summary>The 兆 at <paramref name="position"/> is 10^12: 2兆7,191亿元, 七兆五十三亿; else the unit or its prefix (五兆瓦).</summary>
    internal static bool IsTrillion(ReadOnlySpan<char> text, int position) =>
        position + 1 < text.Length && (IsArabic(text[position + 1]) || ChineseDigit(text[position + 1]) >= 0 || text[position + 1] is '元' or '圆' or '日' or '美' or '韩' or '余' or '多');

    /// <summary>The 千 or 百 at <paramref name="position"/> belongs to a unit: 千瓦, 百帕.</summary>
    internal static bool OpensUnit(ReadOnlySpan<char> text, int position) =>
        position + 1 < text.Length && text[position + 1] is '瓦' or '米' or '克' or '伏' or '卡' or '帕' or '赫' or '焦' or '升' or '兆' or '安' or '字' or '乏';

    /// <summary>The 多 or 余 at <paramref name="position"/> opens a word of its own: 多元, 多功能, 余额.</summary>
    internal static bool IsOtherWord(ReadOnlySpan<char> text, int position) =>
        position + 1 < text.Length && text[position] switch
        {
            '多' => text[position + 1] is '层' or '功' or '样' or '媒' or '边' or '方' or '晶' or '少',
            '余' => text[position + 1] is '额' or '杭' or '热' or '姚' or '压' or '电' or '地' or '量' or '款',
            _ => false,
        };
}
