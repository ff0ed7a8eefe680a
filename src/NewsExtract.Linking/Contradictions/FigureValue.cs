using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsExtract.Linking.Contradictions;

/// <summary>A number or range as it was printed: what it says exactly, and what it may stand for.</summary>
/// <param name="Low">Of a range its lower end; otherwise the number, in base units.</param>
/// <param name="Approx">about, over or under; <c>null</c> when exact.</param>
/// <param name="Step">Worth of the last figure that is printed: of 12.8亿 ten million.</param>
public sealed partial record FigureValue(decimal Low, decimal High, string? Approx, decimal Step)
{
    // 约 is seldom further off than a twentieth, and 余 or 不足 than a half.
    private const decimal About = 0.05m;
    private const decimal Open = 0.5m;

    /// <summary>Whether it is a number and no range.</summary>
    public bool IsNumber => Low == High;

    /// <summary>Whether both may be the same number, rounded: 12.8亿 and 128,350万, 超30个 and 36个.</summary>
    public bool MayEqual(FigureValue other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (one, two) = (Widest(), other.Widest());
        return (one.Low < two.High && two.Low < one.High) || (Low, High) == (other.Low, other.High);
    }

    /// <summary>12800000000, over 30, 5–8</summary>
    public override string ToString()
    {
        var text = IsNumber ? Text(Low) : $"{Text(Low)}–{Text(High)}";
        return Approx is null ? text : $"{Approx} {text}";
    }

    /// <param name="printed">The number as it stands in the text; <c>null</c> when that is not known.</param>
    internal static FigureValue Of(decimal low, decimal high, string? approx, string? printed) => new(low, high, approx, StepOf(low, printed));

    private static decimal StepOf(decimal value, string? printed)
    {
        // 12.8亿, 3,500万; in 三十六 each figure counts.
        if (printed is not null && Printed().Match(printed) is { Success: true } match)
        {
            var step = 1m;
            for (var i = 0; i < match.Groups["fraction"].Length; i++)
            {
                step /= 10;
            }

            return match.Groups["scale"].Value.Aggregate(step, static (product, sign) => product * sign switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, _ => 100_000_000 });
        }

        var least = 1m;
        while (value != 0 && value == decimal.Truncate(value) && value % (least * 10) == 0)
        {
            least *= 10;
        }

        while (value != decimal.Truncate(value / least) * least && least > 0.000001m)
        {
            least /= 10;
        }

        return value == 0 || (value < 10_000 && least > 1) ? 1 : least;
    }

    private (decimal Low, decimal High) Widest()
    {
        var (low, high) = (Low - (Step / 2), High + (Step / 2));
        return Approx switch
        {
            "about" => (Math.Min(low, Low * (1 - About)), Math.Max(high, High * (1 + About))),
            "over" => (low, High * (1 + Open)),
            "under" => (Low * (1 - Open), high),
            _ => (low, high),
        };
    }

    private static string Text(decimal number) => (number == decimal.Truncate(number) ? decimal.Truncate(number) : number).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9][0-9,，]*(?:\\.(?<fraction>[0-9]+))?(?<scale>[十百千万亿]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Printed();
}
