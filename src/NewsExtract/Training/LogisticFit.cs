using NewsExtract.Learning;

namespace NewsExtract.Training;

/// <summary>
/// Fits the curve by which a probability becomes a confidence (J. Platt, "Probabilistic Outputs for Support Vector Machines", 1999,
/// with his targets that keep a few examples from being certain), by Newton's method.
/// </summary>
internal static class LogisticFit
{
    private const int Steps = 50;
    private const double Ridge = 1e-9;

    /// <param name="judged">Right and wrong ones.</param>
    public static LogisticCurve Fit(IReadOnlyCollection<(double Probability, bool IsRight)> judged)
    {
        var right = judged.Count(item => item.IsRight);
        var (high, low) = ((right + 1.0) / (right + 2), 1.0 / (judged.Count - right + 2));
        var (slope, offset) = (1.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            double slopeGradient = 0, offsetGradient = 0, slopes = Ridge, both = 0, offsets = Ridge;
            foreach (var (probability, isRight) in judged)
            {
                var odds = LogisticCurve.LogOdds(probability);
                var fitted = 1 / (1 + Math.Exp(-((slope * odds) + offset)));
                var error = fitted - (isRight ? high : low);
                var weight = fitted * (1 - fitted);
                slopeGradient += error * odds;
                offsetGradient += error;
                slopes += weight * odds * odds;
                both += weight * odds;
                offsets += weight;
            }

            var determinant = (slopes * offsets) - (both * both);
            slope -= ((offsets * slopeGradient) - (both * offsetGradient)) / determinant;
            offset -= ((slopes * offsetGradient) - (both * slopeGradient)) / determinant;
        }

        // A curve that falls would make the unlikely sure: then the probability says nothing.
        return new LogisticCurve(Math.Round(Math.Max(0, slope), 4), Math.Round(offset, 4));
    }
}
