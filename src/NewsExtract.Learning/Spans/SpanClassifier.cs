using System.Collections.Immutable;

namespace NewsExtract.Learning.Spans;

/// <summary>
/// Boosted regression trees and a logistic curve over their sum: the probability that a candidate is a mention. Trained by
/// ML.NET (<see cref="SpanTrainer"/>), run here. Immutable; safe for concurrent use.
/// </summary>
/// <param name="slope">With <paramref name="offset"/>: probability = 1 / (1 + e^(slope · sum + offset)).</param>
internal sealed class SpanClassifier(ImmutableArray<SpanTree> trees, double slope, double offset)
{
    /// <param name="features"><see cref="SpanFeatures.Width"/> of them.</param>
    public double Probability(ReadOnlySpan<float> features)
    {
        var sum = 0.0;
        foreach (var tree in trees)
        {
            sum += tree.Value(features);
        }

        return 1 / (1 + Math.Exp((slope * sum) + offset));
    }

    /// <summary>
    /// Little-endian: version of the features and number of trees (int32), slope and offset (float64); for each tree its number of
    /// forks (int32), each with feature, child where at most the threshold, child where more (int32; ~leaf below zero) and threshold
    /// (float32), then its leaves (float64), one more than forks.
    /// </summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(SpanFeatures.Version);
        writer.Write(trees.Length);
        writer.Write(slope);
        writer.Write(offset);
        foreach (var tree in trees)
        {
            writer.Write(tree.Forks.Length);
            foreach (var fork in tree.Forks)
            {
                writer.Write(fork.Feature);
                writer.Write(fork.Low);
                writer.Write(fork.High);
                writer.Write(fork.Threshold);
            }

            foreach (var leaf in tree.Leaves)
            {
                writer.Write(leaf);
            }
        }

        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">No such bytes, or of other features.</exception>
    public static SpanClassifier Parse(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            var version = reader.ReadInt32();
            if (version != SpanFeatures.Version)
            {
                throw new InvalidDataException($"its classifier of spans has features {version}; this program reads {SpanFeatures.Version}");
            }

            var trees = new SpanTree[reader.ReadInt32()];
            var (slope, offset) = (reader.ReadDouble(), reader.ReadDouble());
            for (var i = 0; i < trees.Length; i++)
            {
                var forks = new SpanFork[reader.ReadInt32()];
                for (var fork = 0; fork < forks.Length; fork++)
                {
                    forks[fork] = new SpanFork(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadSingle());
                    if (forks[fork].Feature is < 0 or >= SpanFeatures.Width || !Leads(forks[fork].Low, fork, forks.Length) || !Leads(forks[fork].High, fork, forks.Length))
                    {
                        throw new InvalidDataException("its classifier of spans holds a fork that leads nowhere");
                    }
                }

                var leaves = new double[forks.Length + 1];
                for (var leaf = 0; leaf < leaves.Length; leaf++)
                {
                    leaves[leaf] = reader.ReadDouble();
                }

                trees[i] = new SpanTree([.. forks], [.. leaves]);
            }

            return new SpanClassifier([.. trees], slope, offset);
        }
        catch (Exception exception) when (exception is EndOfStreamException or OverflowException)
        {
            throw new InvalidDataException("its classifier of spans ends early", exception);
        }
    }

    // To a later fork, so that no way goes in a circle, or to a leaf.
    private static bool Leads(int child, int from, int forks) => child < 0 ? ~child <= forks : child > from && child < forks;
}

/// <param name="Low">The next fork where the feature is at most the threshold; ~leaf below zero.</param>
/// <param name="High">The next fork where it is more.</param>
internal readonly record struct SpanFork(int Feature, int Low, int High, float Threshold);

/// <param name="Leaves">One more than forks.</param>
internal sealed record SpanTree(ImmutableArray<SpanFork> Forks, ImmutableArray<double> Leaves)
{
    public double Value(ReadOnlySpan<float> features)
    {
        var at = Forks.IsEmpty ? -1 : 0;
        while (at >= 0)
        {
            var fork = Forks[at];
            at = features[fork.Feature] <= fork.Threshold ? fork.Low : fork.High;
        }

        return Leaves[~at];
    }
}
