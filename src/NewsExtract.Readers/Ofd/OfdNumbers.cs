using System.Globalization;
using System.Xml.Linq;

namespace NewsExtract.Readers.Ofd;

/// <summary>Numbers in attributes: boxes, matrices, arrays with repeats.</summary>
internal static class OfdNumbers
{
    private const double Largest = 1e7;

    // More than a line of text can have.
    private const int MostDeltas = 200_000;

    public static double? Number(this XElement element, string name) => Parse((string?)element.Attribute(name));

    /// <summary>Four or six numbers of a box or matrix; <c>null</c> when there are fewer or it is not stated.</summary>
    public static double[]? Array(string? text, int length)
    {
        if (text is null)
        {
            return null;
        }

        var numbers = text.Split((char[]?)[' ', ',', '\t', '\r', '\n'], length + 1, StringSplitOptions.RemoveEmptyEntries).Select(Parse).Take(length).ToList();
        return numbers.Count == length && numbers.TrueForAll(number => number is not null) ? [.. numbers.Select(number => number!.Value)] : null;
    }

    /// <summary>Distances between characters: 5 g 3 4.2 is 5, 4.2, 4.2, 4.2.</summary>
    public static List<double> Deltas(string? text)
    {
        var deltas = new List<double>();
        var words = text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        for (var i = 0; i < words.Length && deltas.Count < MostDeltas; i++)
        {
            if (words[i] is "g" or "G" && i + 2 < words.Length)
            {
                var count = (int)Math.Clamp(Parse(words[i + 1]) ?? 0, 0, MostDeltas - deltas.Count);
                deltas.AddRange(Enumerable.Repeat(Parse(words[i + 2]) ?? 0, count));
                i += 2;
            }
            else
            {
                deltas.Add(Parse(words[i]) ?? 0);
            }
        }

        return deltas;
    }

    private static double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < Largest ? number : null;
}
