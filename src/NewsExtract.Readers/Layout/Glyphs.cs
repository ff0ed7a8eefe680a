namespace NewsExtract.Readers.Layout;

/// <summary>What single UTF-16 units are in a printed line.</summary>
internal static class Glyphs
{
    /// <summary>White space, controls, and what prints as nothing: zero-width characters, soft hyphen, byte order mark.</summary>
    public static bool IsBlank(char c) =>
        c <= ' ' || (c >= '\u007F' && (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u00AD' or '\uFEFF' or '\u180E' or '\u2060' or (>= '\u200B' and <= '\u200F')));

    public static bool IsLineEnd(char c) => c is '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Ideographs, both halves of those beyond the basic plane, 〇, and the radicals that PDF fonts put in their place.</summary>
    public static bool IsHan(char c) =>
        c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '\u3007'
            or (>= '\u2E80' and <= '\u2FDF') or (>= '\uD840' and <= '\uD88F') or (>= '\uDC00' and <= '\uDFFF');

    public static bool IsLatin(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00C0' and <= '\u024F');

    /// <summary>Full-width forms to ASCII; everything else as it is.</summary>
    public static char Fold(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;

    /// <summary>Columns that a unit takes: two for what is set in a full square.</summary>
    public static int Columns(char c) => c switch
    {
        < '\u1100' => c is '\u00AD' ? 0 : 1,
        >= '\u200B' and <= '\u200F' or '\u2060' or '\uFEFF' => 0,
        '\u2014' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u2026' => 2,
        >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' => 2,
        >= '\uFE30' and <= '\uFE6F' or >= '\uFF01' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6' => 2,
        >= '\uD800' and <= '\uDBFF' => 2,
        >= '\uDC00' and <= '\uDFFF' => 0,
        >= '\u2150' and <= '\u27BF' => 2,
        _ => 1,
    };

    /// <summary>Marks that end a sentence, in folded text.</summary>
    public static bool IsStop(char c) => c is '。' or '!' or '?' or '…' or '｡';

    public static bool IsCloser(char c) => c is '”' or '’' or '」' or '』' or ')' or '】' or '〕' or '》' or '〉' or '"' or ']' or '］';

    /// <summary>Marks that part clauses, in folded text.</summary>
    public static bool IsClauseMark(char c) => c is ',' or '、' or ';' or ':';

    /// <summary>No line of Chinese begins with these, in folded text.</summary>
    public static bool IsNeverFirst(char c) => c is ',' or '、' or ';' or ':' or '。' or '!' or '?' or '%' or '’' or '”' or '」' or '』' or ')' or '》' or '〉' or '】' or '〕' or '℃' or '‰';

    /// <summary>The value of a decimal digit in ASCII or Chinese (〇, ○, 一 … 九), or <c>null</c>. Folded text.</summary>
    public static int? Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        '〇' or '○' or '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => null,
    };
}
