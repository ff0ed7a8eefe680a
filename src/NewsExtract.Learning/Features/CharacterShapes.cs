using System.Globalization;

namespace NewsExtract.Learning.Features;

/// <summary>Classes of characters, as word shapes of Latin texts are.</summary>
internal static class CharacterShapes
{
    /// <summary>The class of what lies beyond the text.</summary>
    public const byte Edge = 0;

    public const int Count = 24;

    private const byte Han = 1;
    private const byte Other = 23;

    public static byte Of(char character) => character switch
    {
        >= '0' and <= '9' => 2,
        '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '〇' or '零' or '两' => 3,
        '十' or '百' or '千' or '万' or '亿' => 4,
        '年' or '月' or '日' or '时' => 5,
        '元' or '个' or '家' or '人' or '项' or '吨' or '米' => 6,
        >= 'A' and <= 'Z' => 7,
        >= 'a' and <= 'z' => 8,
        '第' => 9,
        '%' or '‰' => 10,
        '.' or ',' => 11,
        '、' => 12,
        '，' or '；' or '：' or ':' => 13,
        '。' or '！' or '？' => 14,
        '“' or '‘' => 15,
        '”' or '’' => 16,
        '《' => 17,
        '》' => 18,
        '（' or '(' => 19,
        '）' or ')' => 20,
        '·' or '-' or '—' or '~' or '～' => 21,
        ' ' or '\n' => 22,
        >= '\u4e00' and <= '\u9fff' => Han,
        _ => char.GetUnicodeCategory(character) == UnicodeCategory.OtherLetter ? Han : Other,
    };
}
