using System.Buffers;

namespace NewsExtract.Chinese.Numerals;

/// <summary>What single characters mean within a numeral.</summary>
internal static class NumeralCharacters
{
    /// <summary>Characters that can open a numeral.</summary>
    public const string Openers = "0123456789零〇○一二三四五六七八九十百千万亿两廿卅半几数壹贰叁肆伍陆柒捌玖拾佰仟";

    public static SearchValues<char> OpenerSet { get; } = SearchValues.Create(Openers);

    public static bool IsArabic(char character) => character is >= '0' and <= '9';

    /// <summary>0 to 9, or -1 when the character is no Chinese digit; 两 is 2.</summary>
    public static int ChineseDigit(char character) => character switch
    {
        '零' or '〇' or '○' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    public static bool IsZero(char character) => character is '零' or '〇' or '○';

    /// <summary>A capital form. 陆, 伍 and 仟 are words and surnames, too, so they count in the company of others only.</summary>
    public static bool IsCapital(char character) => character is '壹' or '贰' or '叁' or '肆' or '伍' or '陆' or '柒' or '捌' or '玖' or '拾' or '佰' or '仟';

    /// <summary>A capital form that is a word and a surname, too.</summary>
    public static bool IsCapitalWord(char character) => character is '陆' or '伍';

    /// <summary>10, 100 or 1000; 0 when the character names no place below 万.</summary>
    public static int SmallPlace(char character) => character switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        _ => 0,
    };

    /// <summary>10^4 or 10^8; 0 when the character is neither 万 nor 亿.</summary>
    public static long LargePlace(char character) => character switch
    {
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };

    /// <summary>20 or 30 for the joined forms 廿 and 卅, else 0.</summary>
    public static int JoinedTens(char character) => character switch
    {
        '廿' => 20,
        '卅' => 30,
        _ => 0,
    };

    public static bool IsChineseNumeral(char character) =>
        ChineseDigit(character) >= 0 || SmallPlace(character) > 0 || LargePlace(character) > 0 || JoinedTens(character) > 0;
}
