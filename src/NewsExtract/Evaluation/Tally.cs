using System.Globalization;

namespace NewsExtract.Evaluation;

/// <summary>How many of the gold items were found, and how many were returned.</summary>
internal readonly record struct Tally(int Hits, int Gold, int Found)
{
    public double Precision => Found > 0 ? (double)Hits / Found : 0;

    public double Recall => Gold > 0 ? (double)Hits / Gold : 0;

    /// <summary>1 when there is nothing to find and nothing was returned.</summary>
    public double F1 => Gold + Found > 0 ? 2.0 * Hits / (Gold + Found) : 1;

    public static Tally operator +(Tally left, Tally right) => new(left.Hits + right.Hits, left.Gold + right.Gold, left.Found + right.Found);

    /// <summary>The line that score.py prints for the same counts.</summary>
    public string ToRow(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-22} P {Digits(Precision),6}  R {Digits(Recall),6}  F1 {Digits(F1),6}  gold {Gold,5}  found {Found,5}");

    /// <summary>
    /// Three digits, ties to even as Python formats them. A double is a tie at the third digit only when it is an odd
    /// multiple of 1/16, which decimal holds exactly.
    /// </summary>
    internal static string Digits(double value)
    {
        var sixteenths = value * 16;
        return sixteenths == Math.Floor(sixteenths)
            ? Math.Round((decimal)value, 3, MidpointRounding.ToEven).ToString("F3", CultureInfo.InvariantCulture)
            : value.ToString("F3", CultureInfo.InvariantCulture);
    }
}
