using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NewsExtract.Learning.Trees;

/// <summary>
/// Boosted regression trees and a logistic curve over their sum: the probability that a candidate is right. Trained by
/// ML.NET (<see cref="TreeTrainer"/>), run here. Immutable; safe for concurrent use.
/// </summary>
/// <param name="slope">With <paramref name="offset"/>: probability = 1 / (1 + e^(slope · sum + offset)).</param>
internal sealed class TreeClassifier(ImmutableArray<DecisionTree> trees, double slope, double offset)
{
    public int Trees => trees.Length;

    /// <param name="features">As many as it was trained with.</param>
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
    /// <param name="version">Of the features.</param>
    public byte[] ToBytes(int version)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(version);
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

    /// <param name="version">Of the features that this program has.</param>
    /// <param name="width">How many features there are.</param>
    /// <exception cref="InvalidDataException">No such bytes, or of other features.</exception>
    public static TreeClassifier Parse(byte[] bytes, int version, int width)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            var found = reader.ReadInt32();
            if (found != version)
            {
                throw new InvalidDataException($"its trees have features {found}; this program reads {version}");
            }

            var trees = new DecisionTree[reader.ReadInt32()];
            var (slope, offset) = (reader.ReadDouble(), reader.ReadDouble());
            for (var i = 0; i < trees.Length; i++)
            {
                var forks = new TreeFork[reader.ReadInt32()];
                for (var fork = 0; fork < forks.Length; fork++)
                {
                    forks[fork] = new TreeFork(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadSingle());
                    if (forks[fork].Feature < 0 || forks[fork].Feature >= width || !Leads(forks[fork].Low, fork, forks.Length) || !Leads(forks[fork].High, fork, forks.Length))
                    {
                        throw new InvalidDataException("its trees hold a fork that leads nowhere");
                    }
                }

                var leaves = new double[forks.Length + 1];
                for (var leaf = 0; leaf < leaves.Length; leaf++)
                {
                    leaves[leaf] = reader.ReadDouble();
                }

                trees[i] = new DecisionTree([.. forks], [.. leaves]);
            }

            return new TreeClassifier([.. trees], slope, offset);
        }
        catch (Exception exception) when (exception is EndOfStreamException or OverflowException)
        {
            throw new InvalidDataException("its trees end early", exception);
        }
    }

    // To a later fork, so that no way goes in a circle, or to a leaf.
    private static bool Leads(int child, int from, int forks) => child < 0 ? ~child <= forks : child > from && child < forks;
}

/// <param name="Low">The next fork where the feature is at most the threshold; ~leaf below zero.</param>
/// <param name="High">The next fork where it is more.</param>
internal readonly record struct TreeFork(int Feature, int Low, int High, float Threshold);

/// <param name="Leaves">One more than forks.</param>
internal sealed record DecisionTree(ImmutableArray<TreeFork> Forks, ImmutableArray<double> Leaves)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // most of a short run would be over before it were compiled well
    public double Value(ReadOnlySpan<float> features)
    {
        var forks = Forks.AsSpan();
        var at = forks.IsEmpty ? -1 : 0;
        while (at >= 0)
        {
            ref readonly var fork = ref forks[at];
            at = features[fork.Feature] <= fork.Threshold ? fork.Low : fork.High;
        }

        return Leaves[~at];
    }
}
