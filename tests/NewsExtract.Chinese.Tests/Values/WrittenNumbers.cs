using System.Globalization;
using System.Text;

namespace NewsExtract.Chinese.Tests.Values;

/// <summary>Writes whole numbers in the forms that papers print; the other way round is what is under test.</summary>
internal static class WrittenNumbers
{
    private const long Hundred = 100_000_000;

    public static IEnumerable<string> Forms(long number)
    {
        yield return number.ToString(CultureInfo.InvariantCulture);
        yield return number.ToString("N0", CultureInfo.InvariantCulture);
        yield return Chinese(number, "零一二三四五六七八九", "十百千");
        yield return Chinese(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟");
        yield return Mixed(number);
    }

    // 一万零五百亿零三千
    private static string Chinese(long number, string digits, string places)
    {
        if (number >= Hundred)
        {
            var rest = number % Hundred;
            return Chinese(number / Hundred, digits, places) + "亿" + (rest == 0 ? "" : (rest < Hundred / 10 ? "零" : "") + Chinese(rest, digits, places));
        }

        if (number >= 10_000)
        {
            var rest = number % 10_000;
            return Chinese(number / 10_000, digits, places) + "万" + (rest == 0 ? "" : (rest < 1000 ? "零" : "") + Chinese(rest, digits, places));
        }

        if (number == 0)
        {
            return digits[..1];
        }

        var builder = new StringBuilder();
        var zero = false;
        for (var (place, unit) = (3, 1000); place >= 0; place--, unit /= 10)
        {
            var digit = (int)(number / unit % 10);
            if (digit == 0)
            {
                zero = builder.Length > 0;
                continue;
            }

            builder.Append(zero ? "零" : "").Append(digits[digit]).Append(place > 0 ? places[place - 1].ToString() : "");
            zero = false;
        }

        return builder.ToString();
    }

    // 3亿零25, 12亿3456万7890
    private static string Mixed(long number)
    {
        var upper = number / Hundred;
        var middle = number % Hundred / 10_000;
        var lower = number % 10_000;
        var builder = new StringBuilder();
        builder.Append(upper > 0 ? string.Create(CultureInfo.InvariantCulture, $"{upper}亿") : "");
        builder.Append(middle > 0 ? string.Create(CultureInfo.InvariantCulture, $"{middle}万") : "");
        var zero = builder.Length > 0 && (lower < 1000 || middle == 0);
        builder.Append(lower > 0 || builder.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"{(zero ? "零" : "")}{lower}") : "");
        return builder.ToString();
    }
}
