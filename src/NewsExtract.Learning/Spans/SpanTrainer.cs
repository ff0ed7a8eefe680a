using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace NewsExtract.Learning.Spans;

/// <summary>Trains a classifier of spans with ML.NET's FastTree: one thread and a fixed seed, so the same examples give the same trees.</summary>
internal static class SpanTrainer
{
    public static SpanClassifier Train(IReadOnlyList<(float[] Features, bool IsMention)> examples, int seed)
    {
        var context = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, SpanFeatures.Width);
        var data = context.Data.LoadFromEnumerable(examples.Select(example => new Example { Features = example.Features, Label = example.IsMention }), schema);
        var trainer = context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfThreads = 1,
            Seed = seed,
            NumberOfTrees = 100,
            NumberOfLeaves = 16,
            MinimumExampleCountPerLeaf = 20,
            LearningRate = 0.1,
        });
        var model = trainer.Fit(data).Model;
        var ensemble = model.SubModel.TrainedTreeEnsemble;
        var trees = ensemble.Trees.Zip(ensemble.TreeWeights, ToTree).ToImmutableArray();
        var calibrator = (PlattCalibrator)model.Calibrator;
        return new SpanClassifier(trees, calibrator.Slope, calibrator.Offset + (calibrator.Slope * ensemble.Bias));
    }

    private static SpanTree ToTree(RegressionTree tree, double weight) => new(
        [
            .. Enumerable.Range(0, tree.NumberOfNodes).Select(node => new SpanFork(
                tree.NumericalSplitFeatureIndexes[node], tree.LeftChild[node], tree.RightChild[node], tree.NumericalSplitThresholds[node])),
        ],
        [.. tree.LeafValues.Select(value => value * weight)]);

    private sealed class Example
    {
        public float[] Features { get; init; } = [];

        public bool Label { get; init; }
    }
}
