using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace NewsExtract.Learning.Trees;

/// <summary>How trees are grown.</summary>
/// <param name="LeastExamples">A leaf stands for at least so many examples.</param>
internal sealed record TreeTraining(int Trees, int Leaves, int LeastExamples, double LearningRate, int Seed);

/// <summary>Trains boosted trees with ML.NET's FastTree: one thread and a fixed seed, so the same examples give the same trees.</summary>
internal static class TreeTrainer
{
    /// <param name="examples">Each of <paramref name="width"/> features.</param>
    public static TreeClassifier Train(IReadOnlyList<(float[] Features, bool IsRight)> examples, int width, TreeTraining training)
    {
        var context = new MLContext(training.Seed);
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, width);
        var data = context.Data.LoadFromEnumerable(examples.Select(example => new Example { Features = example.Features, Label = example.IsRight }), schema);
        var trainer = context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfThreads = 1,
            Seed = training.Seed,
            NumberOfTrees = training.Trees,
            NumberOfLeaves = training.Leaves,
            MinimumExampleCountPerLeaf = training.LeastExamples,
            LearningRate = training.LearningRate,
        });
        var model = trainer.Fit(data).Model;
        var ensemble = model.SubModel.TrainedTreeEnsemble;
        var trees = ensemble.Trees.Zip(ensemble.TreeWeights, ToTree).ToImmutableArray();
        var calibrator = (PlattCalibrator)model.Calibrator;
        return new TreeClassifier(trees, calibrator.Slope, calibrator.Offset + (calibrator.Slope * ensemble.Bias));
    }

    private static DecisionTree ToTree(RegressionTree tree, double weight) => new(
        [
            .. Enumerable.Range(0, tree.NumberOfNodes).Select(node => new TreeFork(
                tree.NumericalSplitFeatureIndexes[node], tree.LeftChild[node], tree.RightChild[node], tree.NumericalSplitThresholds[node])),
        ],
        [.. tree.LeafValues.Select(value => value * weight)]);

    private sealed class Example
    {
        public float[] Features { get; init; } = [];

        public bool Label { get; init; }
    }
}
