using NewsExtract.Learning.Sequences;

namespace NewsExtract.Benchmarks.Tagging;

/// <summary>Places of the numbers of <see cref="TagTransitions"/>.</summary>
internal static class TransitionTable
{
    /// <exception cref="ArgumentException">The tags may not follow one another.</exception>
    public static int Index(int from, int to)
    {
        var (lane, group) = (to % Tags.Lanes, to - (to % Tags.Lanes));
        var open = from is >= Tags.FirstInside and < Tags.FirstEnd or < Tags.FirstSingle;
        return (group, open) switch
        {
            (Tags.FirstBegin, false) => TagTransitions.ToBegin + (from % Tags.Lanes * Tags.Lanes) + lane,
            (Tags.FirstSingle, false) => TagTransitions.ToSingle + (from % Tags.Lanes * Tags.Lanes) + lane,
            (Tags.FirstInside, true) when from % Tags.Lanes == lane => (from < Tags.FirstSingle ? TagTransitions.BeginToInside : TagTransitions.InsideToInside) + lane,
            (Tags.FirstEnd, true) when from % Tags.Lanes == lane => (from < Tags.FirstSingle ? TagTransitions.BeginToEnd : TagTransitions.InsideToEnd) + lane,
            _ => throw new ArgumentException($"tag {to} can't follow {from}"),
        };
    }

    /// <summary>Transitions that weigh each tag by a number of its own, whatever was before: every tag is come to by exactly one.</summary>
    /// <param name="biases"><see cref="Tags.Count"/> of them.</param>
    public static float[] OfBiases(ReadOnlySpan<float> biases)
    {
        var weights = new float[TagTransitions.Count];
        for (var lane = 0; lane < Tags.Lanes; lane++)
        {
            for (var from = 0; from < Tags.Lanes; from++)
            {
                weights[TagTransitions.ToBegin + (from * Tags.Lanes) + lane] = biases[Tags.FirstBegin + lane];
                weights[TagTransitions.ToSingle + (from * Tags.Lanes) + lane] = biases[Tags.FirstSingle + lane];
            }

            weights[TagTransitions.BeginToInside + lane] = weights[TagTransitions.InsideToInside + lane] = biases[Tags.FirstInside + lane];
            weights[TagTransitions.BeginToEnd + lane] = weights[TagTransitions.InsideToEnd + lane] = biases[Tags.FirstEnd + lane];
        }

        return weights;
    }
}
