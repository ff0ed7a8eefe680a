using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Values;

/// <summary>Amounts that are words rather than numerals: 打对折, 减半, 翻一番.</summary>
internal static class WordAmounts
{
    /// <param name="floor">No word before this position is asked.</param>
    public static bool TryRead(string text, int position, int floor, out RecognizedValue value)
    {
        value = null!;
        switch (text[position])
        {
            // 打对折
            case '对' when StartsWith(text, position, "对折") && position > floor && text[position - 1] is '打' or '按':
            // 产量减半 ; 半 of 减半年 is another word's
            case '减' when StartsWith(text, position, "减半") && !(position + 2 < text.Length && text[position + 2] is '年' or '月' or '天' or '数' or '个'):
                value = new RecognizedValue(ValueKind.Percentage, new TextSpan(position, position + 2), new NumberValue { Value = 50, Unit = "%" });
                return true;
            case '翻':
                return TryReadDoubling(text, position, out value);
            default:
                return false;
        }
    }

    // 翻番 ; 翻一番 ; 翻了两番 ; 翻近3番
    private static bool TryReadDoubling(string text, int position, out RecognizedValue value)
    {
        value = null!;
        var at = position + 1;
        at += at < text.Length && text[at] == '了' ? 1 : 0;
        var isAbout = at < text.Length && text[at] is '近' or '约';
        at += isAbout ? 1 : 0;
        var times = 1m;
        if (at < text.Length && text[at] != '番')
        {
            if (!NumeralCharacters.OpenerSet.Contains(text[at]) || !NumeralReader.TryRead(text, at, out var numeral) || numeral is not { IsRange: false, Approximation: Approximation.Exact, Low: >= 1 and <= 20 } || numeral.Low % 1 != 0)
            {
                return false;
            }

            times = numeral.Low;
            at = numeral.End;
        }

        if (at >= text.Length || text[at] != '番')
        {
            return false;
        }

        var factor = 1m;
        for (var i = 0; i < times; i++)
        {
            factor *= 2;
        }

        value = new RecognizedValue(ValueKind.Quantity, new TextSpan(position, at + 1), new NumberValue { Value = factor, Unit = "倍", Approximation = isAbout ? Approximation.About : Approximation.Exact });
        return true;
    }

    private static bool StartsWith(string text, int position, string word) => text.AsSpan(position).StartsWith(word, StringComparison.Ordinal);
}
