using System.Globalization;
using System.Text;
using NewsExtract.Chinese.Numerals;
using NewsExtract.Chinese.Quantities;

namespace NewsExtract.Chinese.Dates;

/// <summary>Reads a length of time of one or more units as ISO 8601: 两个半小时 is PT2H30M, 一年零三个月 P1Y3M, 半年 P6M.</summary>
internal static class DurationReader
{
    // In the order of ISO 8601; weeks in company count as days.
    private const string Letters = "YMWDhms";

    private static readonly (string Word, char Letter, decimal Factor)[] s_units =
    [
        ("个世纪", 'Y', 100), ("世纪", 'Y', 100), ("个年头", 'Y', 1), ("周年", 'Y', 1), ("年", 'Y', 1), ("个季度", 'M', 3), ("季度", 'M', 3), ("个月", 'M', 1),
        ("个星期", 'W', 1), ("星期", 'W', 1), ("个礼拜", 'W', 1), ("礼拜", 'W', 1), ("周", 'W', 1), ("天", 'D', 1), ("日", 'D', 1),
        ("个小时", 'h', 1), ("小时", 'h', 1), ("个钟头", 'h', 1), ("钟头", 'h', 1), ("分钟", 'm', 1), ("刻钟", 'm', 15), ("分", 'm', 1), ("秒钟", 's', 1), ("秒", 's', 1), ("毫秒", 's', 0.001m), ("ms", 's', 0.001m),
        ("个工作日", '-', 1), ("个交易日", '-', 1),
    ];

    private static readonly string[] s_joints = ["加上", "外加", "零", "又", "加", "余", "多"];

    /// <param name="start">Where the first numeral starts.</param>
    /// <param name="iso"><c>null</c> when the length is not one of the calendar (工作日) or vague (六七天).</param>
    public static bool TryRead(ReadOnlySpan<char> text, int start, out int end, out string? iso)
    {
        iso = null;
        end = start;
        Span<decimal> counts = stackalloc decimal[Letters.Length];
        var seen = 0;
        var vague = false;
        while (TryReadPart(text, seen == 0 ? end : AfterJoint(text, end), seen, out var part))
        {
            seen |= 1 << part.Place;
            end = part.End;
            vague |= part.IsVague;
            if (part.Place < Letters.Length)
            {
                counts[part.Place] += part.Count;
                AddHalf(counts, part);
            }
        }

        if (seen == 0)
        {
            return false;
        }

        if ((seen >> (Letters.Length - 1) & 1) == 1 && NumeralReader.TryRead(text, end, out var decimals) && AreDecimals(text, decimals))
        {
            counts[^1] += decimals.Low / (decimal)Math.Pow(10, decimals.PlainDigits);
            end = decimals.End;
        }

        // 6天5晚 is six days.
        if (seen == 1 << Letters.IndexOf('D', StringComparison.Ordinal) && NumeralReader.TryRead(text, end, out var nights) && !nights.IsRange && nights.End < text.Length && text[nights.End] is '晚' or '夜')
        {
            end = nights.End + 1;
        }

        iso = vague || seen >= 1 << Letters.Length ? null : Format(counts, seen);
        return true;
    }

    /// <summary>Whether digits behind 秒 are a part of the second: 96 of 10秒96夺冠; not 16 of 52秒16名选手, 5 of 10秒5次 or 9 of 30秒9月.</summary>
    public static bool AreDecimals(ReadOnlySpan<char> text, in Numeral digits)
    {
        var next = digits.End < text.Length ? text[digits.End] : '\0';
        return digits is { PlainDigits: > 0 and < 4, Scale: 1, Approximation: Approximation.Exact } && next is not ('月' or '号' or '时' or '点' or '%' or '.' or ':' or '：') && !char.IsAsciiLetterOrDigit(next)
            && UnitLexicon.Default.FindUnit(text, digits.End, out _) is null;
    }

    private readonly record struct Part(int Place, decimal Count, bool Half, int End, bool IsVague);

    private static bool TryReadPart(ReadOnlySpan<char> text, int start, int seen, out Part part)
    {
        part = default;
        var position = start;
        decimal count = 0;
        var half = false;
        var vague = false;
        if (position < text.Length && text[position] == '半')
        {
            half = true;
            position++;
        }
        else if (NumeralReader.TryRead(text, position, out var number))
        {
            count = number.Low;
            vague = number.IsRange || number.Approximation != Approximation.Exact;
            position = number.End;
        }
        else
        {
            return false;
        }

        if (position + 1 < text.Length && text[position] == '个' && text[position + 1] is '半' or '多')
        {
            // 两个半小时 ; 一个多月
            half |= text[position + 1] == '半';
            vague |= text[position + 1] == '多';
            position += 2;
        }

        var place = PlaceAt(text, position, seen, half, out var length, out var factor);
        if (place < 0 || (seen & (1 << place)) != 0)
        {
            return false;
        }

        position += length;
        if (position < text.Length && text[position] == '半' && !half)
        {
            half = true;
            position++;
            position += position < text.Length && text[position] == '钟' && place == Letters.IndexOf('m', StringComparison.Ordinal) ? 1 : 0;
        }

        if (count > 1_000_000_000)
        {
            return false;
        }

        if (half && factor != 1)
        {
            // 半个季度, 半个世纪
            (count, half) = (count + 0.5m, false);
        }

        part = new Part(place, count * factor, half, position, vague);
        return true;
    }

    private static int PlaceAt(ReadOnlySpan<char> text, int position, int seen, bool half, out int length, out decimal factor)
    {
        foreach (var (word, letter, size) in s_units)
        {
            if (position <= text.Length && text[position..].StartsWith(word, StringComparison.Ordinal))
            {
                (length, factor) = (word.Length, size);
                return letter == '-' ? Letters.Length : Letters.IndexOf(letter, StringComparison.Ordinal);
            }
        }

        // 一个半月, 半月; 20时 behind 8天
        (length, factor) = (1, 1);
        var next = position < text.Length ? text[position] : '\0';
        return next == '月' && half ? Letters.IndexOf('M', StringComparison.Ordinal)
            : next == '时' && seen != 0 ? Letters.IndexOf('h', StringComparison.Ordinal)
            : -1;
    }

    private static int AfterJoint(ReadOnlySpan<char> text, int position)
    {
        foreach (var joint in s_joints)
        {
            if (position < text.Length && text[position..].StartsWith(joint, StringComparison.Ordinal) && position + joint.Length < text.Length
                && NumeralCharacters.OpenerSet.Contains(text[position + joint.Length]))
            {
                return position + joint.Length;
            }
        }

        return position;
    }

    // Half a year is six months, half an hour thirty minutes; half a month or day stays one.
    private static void AddHalf(Span<decimal> counts, in Part part)
    {
        if (!part.Half)
        {
            return;
        }

        switch (Letters[part.Place])
        {
            case 'Y':
                counts[1] += 6;
                break;
            case 'h':
                counts[5] += 30;
                break;
            case 'm':
                counts[6] += 30;
                break;
            default:
                counts[part.Place] += 0.5m;
                break;
        }
    }

    private static string Format(Span<decimal> counts, int seen)
    {
        if (counts[2] > 0 && seen != 1 << 2)
        {
            counts[3] += counts[2] * 7;
            counts[2] = 0;
        }

        var iso = new StringBuilder("P");
        for (var i = 0; i < Letters.Length; i++)
        {
            if (i == 4 && (counts[4] > 0 || counts[5] > 0 || counts[6] > 0))
            {
                iso.Append('T');
            }

            if (counts[i] > 0)
            {
                iso.Append(counts[i].ToString("0.############", CultureInfo.InvariantCulture)).Append(char.ToUpperInvariant(Letters[i]));
            }
        }

        return iso.Length == 1 ? "PT0S" : iso.ToString();
    }
}
