using System.Numerics;
using NewsExtract.Learning.Sequences;

namespace NewsExtract.Benchmarks.Tagging;

/// <summary>Averaged structured perceptron (Collins 2002) over the features and tags of the shipped tagger.</summary>
internal static class PerceptronTrainer
{
    public static SequenceWeights Train(IReadOnlyList<SequenceLine> lines, int epochs, int seed)
    {
        var table = new FeatureTable(lines);
        int[][][] features = [.. lines.Select(line => (int[][])[.. line.Features.Select(table.Rows)])];
        int[][] wanted = [.. lines.Select(static line => (int[])[.. line.Allowed.Select(BitOperations.TrailingZeroCount)])];
        var weights = new float[table.Hashes.Length * Tags.Count];
        var sums = new float[weights.Length];
        var transitions = new TagTransitions(new float[TagTransitions.Count]);
        var transitionSums = new float[TagTransitions.Count];
        var order = Enumerable.Range(0, lines.Count).ToArray();
        var random = new Random(seed);
        var step = 1;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                Learn(features[index], wanted[index], step++);
            }
        }

        return table.Quantize(Average(weights, sums, step), Average(transitions.Weights, transitionSums, step));

        void Learn(int[][] rows, int[] right, float time)
        {
            var scores = Score(rows, weights);
            var found = new int[rows.Length];
            Array.Fill(found, Tags.Outside);
            foreach (var (type, span) in TagPath.Best(scores, transitions, 0))
            {
                for (var i = span.Start; i < span.End; i++)
                {
                    found[i] = Tags.At(type, span, i);
                }
            }

            var (rightBefore, foundBefore) = (Tags.Outside, Tags.Outside);
            for (var t = 0; t < rows.Length; t++)
            {
                if (right[t] != found[t])
                {
                    foreach (var row in rows[t])
                    {
                        Change(weights, sums, (row * Tags.Count) + right[t], 1, time);
                        Change(weights, sums, (row * Tags.Count) + found[t], -1, time);
                    }
                }

                if (right[t] != found[t] || rightBefore != foundBefore)
                {
                    Change(transitions.Weights, transitionSums, TransitionTable.Index(rightBefore, right[t]), 1, time);
                    Change(transitions.Weights, transitionSums, TransitionTable.Index(foundBefore, found[t]), -1, time);
                }

                (rightBefore, foundBefore) = (right[t], found[t]);
            }
        }
    }

    private static float[] Score(int[][] rows, float[] weights)
    {
        var scores = new float[rows.Length * Tags.Count];
        for (var t = 0; t < rows.Length; t++)
        {
            var at = scores.AsSpan(t * Tags.Count, Tags.Count);
            foreach (var row in rows[t])
            {
                System.Numerics.Tensors.TensorPrimitives.Add(at, weights.AsSpan(row * Tags.Count, Tags.Count), at);
            }
        }

        return scores;
    }

    // The mean over all steps is the weight less its changes, each times the share of steps before it.
    private static void Change(float[] weights, float[] sums, int index, float change, float time)
    {
        weights[index] += change;
        sums[index] += change * time;
    }

    private static float[] Average(float[] weights, float[] sums, float steps) => [.. weights.Zip(sums, (weight, sum) => weight - (sum / steps))];
}
