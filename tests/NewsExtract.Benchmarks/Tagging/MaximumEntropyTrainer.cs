using System.Collections.Immutable;
using System.Numerics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using NewsExtract.Learning.Sequences;

namespace NewsExtract.Benchmarks.Tagging;

/// <summary>ML.NET's multiclass maximum entropy for each character by itself; a path through the tags that may follow one another comes after.</summary>
internal static class MaximumEntropyTrainer
{
    public static SequenceWeights Train(IReadOnlyList<SequenceLine> lines, bool byCoordinates, int iterations, int seed)
    {
        var table = new FeatureTable(lines);
        var context = new MLContext(seed);
        int[] tags = [.. lines.SelectMany(static line => line.Allowed).Distinct().Select(BitOperations.TrailingZeroCount).Order()];
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, table.Hashes.Length);
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), tags.Length);
        var rows = new List<Row>();
        foreach (var line in lines)
        {
            for (var t = 0; t < line.Allowed.Length; t++)
            {
                int[] indices = [.. table.Rows(line.Features[t]).Distinct().Order()];
                var values = new float[indices.Length];
                Array.Fill(values, 1);
                rows.Add(new Row
                {
                    Features = new VBuffer<float>(table.Hashes.Length, indices.Length, values, indices),
                    Label = (uint)Array.BinarySearch(tags, BitOperations.TrailingZeroCount(line.Allowed[t])), // ML.NET counts keys of objects from 0
                });
            }
        }

        var data = context.Data.LoadFromEnumerable(rows, schema);
        var model = byCoordinates
            ? context.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = iterations, L1Regularization = 0 }).Fit(data).Model
            : context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1, HistorySize = 5, MaximumNumberOfIterations = iterations, L1Regularization = 0.1f, L2Regularization = 0.1f }).Fit(data).Model;
        return Export(model, table, tags);
    }

    private static SequenceWeights Export(MaximumEntropyModelParameters model, FeatureTable table, int[] tags)
    {
        VBuffer<float>[] byClass = [];
        model.GetWeights(ref byClass, out _);
        ImmutableArray<float> biases = [.. model.GetBiases()];
        var weights = new float[table.Hashes.Length * Tags.Count];
        Span<float> biasOf = stackalloc float[Tags.Count];
        // A tag that nothing was marked with is never taken.
        biasOf.Fill(-20);
        for (var i = 0; i < tags.Length; i++)
        {
            biasOf[tags[i]] = biases[i];
            foreach (var (row, weight) in byClass[i].Items())
            {
                weights[(row * Tags.Count) + tags[i]] = weight;
            }
        }

        return table.Quantize(weights, TransitionTable.OfBiases(biasOf));
    }

    private sealed class Row
    {
        public VBuffer<float> Features { get; set; }

        public uint Label { get; set; }
    }
}
