namespace NewsExtract.Learning;

/// <summary>Turns a model's probability into a confidence: a logistic curve over its log odds, of two numbers, which hundreds of examples are enough to fit.</summary>
/// <param name="Slope">Below 1 where the model is surer than it should be.</param>
/// <param name="Offset">Log odds of being right where the model holds right and wrong equally likely.</param>
public sealed record LogisticCurve(double Slope, double Offset)
{
    private const double Least = 1e-4;

    /// <returns>Of two decimals.</returns>
    public double Of(double probability) => Math.Round(1 / (1 + Math.Exp(-((Slope * LogOdds(probability)) + Offset))), 2);

    internal static double LogOdds(double probability)
    {
        var inside = Math.Clamp(probability, Least, 1 - Least);
        return Math.Log(inside / (1 - inside));
    }
}
