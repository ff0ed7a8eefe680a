using NewsExtract.Chinese.Numerals;
using NewsExtract.Chinese.Quantities;

namespace NewsExtract.Chinese.Values;

/// <summary>Numbers that are part of a name or say which one, and count nothing: C919, 5G, 歼-20, 80后, 502路, 二期工程, 百度.</summary>
internal static class NamedNumbers
{
    // What is counted in 路: 16路视频, 2路电源.
    private static readonly string[] s_channels = ["视频", "音频", "信号", "监控", "摄像", "探头", "高清", "画面", "直播", "数据", "传感", "光纤", "通道", "电源", "供电", "来电", "大军", "人马", "纵队", "队伍"];

    public static bool IsName(string text, in Amount amount, ValueKind kind)
    {
        var start = amount.Span.Start;
        var end = amount.Span.End;
        var isBare = kind == ValueKind.Number || (kind == ValueKind.Quantity && amount.Unit?.Measure is null);
        if (!isBare || amount.Approximation != Approximation.Exact || amount.CurrencyPrefix is not null || amount.UpperNumber is not null)
        {
            return false;
        }

        if (amount.Number.IsArabic && start > 0)
        {
            // C919, S209线 ; 歼-20 ; 9K is a number with its place
            if (char.IsAsciiLetter(text[start - 1]) || (kind == ValueKind.Number && start > 1 && text[start - 1] is '-' or '—' && IsNameCharacter(text[start - 2])))
            {
                return true;
            }
        }

        if (kind == ValueKind.Number)
        {
            // 5G网络, 4K
            if (amount.Number is { IsArabic: true, Scale: 1, PlainDigits: 1 } && end < text.Length && char.IsAsciiLetterUpper(text[end]) && (end + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[end + 1])))
            {
                return true;
            }

            // 80后, 九〇后
            return amount.Number.Low is >= 50 and < 100 && amount.Number.Low % 5 == 0 && amount.Span.Length == 2 && end < text.Length && text[end] == '后' && amount.Number.Form != NumeralForm.BareScale;
        }

        // 502路, 12路公交车
        if (amount.Unit?.Word == "路" && amount.Number is { IsArabic: true, Scale: 1, PlainDigits: > 0 and < 4 })
        {
            return !Array.Exists(s_channels, word => text.AsSpan(end).StartsWith(word, StringComparison.Ordinal));
        }

        // 二期|工程, 一级|响应 ; 百度
        return (amount.Kind == AmountKind.WeakCount && amount.Number is { IsArabic: false, Length: 1 } && end < text.Length && char.IsLetter(text[end]))
            || (amount.Number is { Form: NumeralForm.BareScale, Length: 1 } && amount.Unit?.Word == "度");
    }

    private static bool IsNameCharacter(char character) => char.IsLetter(character) && character is not ('是' or '为' or '和' or '至' or '到');
}
