namespace NewsExtract.Chinese.Normalization;

/// <summary>Classes of characters that normalisation asks for.</summary>
internal static class Characters
{
    /// <summary>A Chinese character of the basic plane, or half of one beyond it.</summary>
    public static bool IsHan(char character) =>
        character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF')
            or (>= '\u2E80' and <= '\u2FDF') or '〇' || char.IsSurrogate(character);

    public static bool IsAsciiLetter(char character) => char.IsAsciiLetter(character);

    /// <summary>A Latin letter or digit, full width included.</summary>
    public static bool IsLatin(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ')
            or (>= '\u00C0' and <= '\u024F');

    /// <summary>Characters that stand for nothing: soft hyphen, zero-width marks, variation selectors, other controls.</summary>
    public static bool IsInvisible(char character) =>
        character is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064')
            or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F')
        || (char.IsControl(character) && !IsBlank(character));

    /// <summary>White space of any kind, U+3000, no-break blanks and line ends included.</summary>
    public static bool IsBlank(char character) => char.IsWhiteSpace(character);

    public static bool IsLineEnd(char character) => character is '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>一 to 九 and their like, as 二○二三 has them around a circle.</summary>
    public static bool IsChineseDigit(char character) => "一二三四五六七八九〇零两".Contains(character, StringComparison.Ordinal);
}
