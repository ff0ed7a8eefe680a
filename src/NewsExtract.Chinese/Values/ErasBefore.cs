using System.Globalization;
using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Values;

/// <summary>Years before the Common Era: 公元前221年. EDTF counts a year 0, so that 公元前221年 is -0220; start and end are left out, for the calendar type begins with the year 1.</summary>
internal static class ErasBefore
{
    public static bool TryRead(string text, int position, out RecognizedValue value)
    {
        value = null!;
        if (text[position] is not ('公' or '纪') || !(text.AsSpan(position).StartsWith("公元前", StringComparison.Ordinal) || text.AsSpan(position).StartsWith("纪元前", StringComparison.Ordinal))
            || !TryReadPart(text, position + 3, '年', 9999, out var year, out var end))
        {
            return false;
        }

        var edtf = year == 1 ? "0000" : string.Create(CultureInfo.InvariantCulture, $"-{year - 1:D4}");
        if (TryReadPart(text, end, '月', 12, out var month, out var monthEnd))
        {
            edtf = string.Create(CultureInfo.InvariantCulture, $"{edtf}-{month:D2}");
            end = monthEnd;
            if (TryReadPart(text, end, '日', 31, out var day, out var dayEnd))
            {
                edtf = string.Create(CultureInfo.InvariantCulture, $"{edtf}-{day:D2}");
                end = dayEnd;
            }
        }

        value = new RecognizedValue(ValueKind.Time, new TextSpan(position, end), new TimeValue { Edtf = edtf });
        return true;
    }

    private static bool TryReadPart(string text, int start, char unit, int limit, out int number, out int end)
    {
        (number, end) = (0, start);
        if (start >= text.Length || !NumeralCharacters.OpenerSet.Contains(text[start]) || !NumeralReader.TryRead(text, start, out var numeral)
            || numeral is not { IsRange: false, Approximation: Approximation.Exact } || numeral.Low < 1 || numeral.Low > limit || numeral.Low % 1 != 0
            || numeral.End >= text.Length || text[numeral.End] != unit)
        {
            return false;
        }

        (number, end) = ((int)numeral.Low, numeral.End + 1);
        return true;
    }
}
