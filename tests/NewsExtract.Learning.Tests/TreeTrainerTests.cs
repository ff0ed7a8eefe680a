using NewsExtract.Learning.Trees;

namespace NewsExtract.Learning.Tests;

public class TreeTrainerTests
{
    private const int Version = 3;
    private const int Width = 28;

    private static readonly TreeTraining s_training = new(Trees: 100, Leaves: 16, LeastExamples: 20, LearningRate: 0.1, Seed: 7);

    // Right where the first is above zero, but for long ones.
    private static List<(float[] Features, bool IsRight)> Examples()
    {
        var examples = new List<(float[] Features, bool IsRight)>();
        for (var i = 0; i < 2000; i++)
        {
            var features = new float[Width];
            features[0] = (i * 37 % 200 / 10f) - 10;
            features[2] = i * 7 % 20;
            examples.Add((features, features[0] > 0 && features[2] < 15));
        }

        return examples;
    }

    [Fact]
    public void Learns_what_two_features_say_together()
    {
        var examples = Examples();
        var classifier = TreeTrainer.Train(examples, Width, s_training);

        Assert.All(examples, example => Assert.Equal(example.IsRight, classifier.Probability(example.Features) > 0.5));
    }

    [Fact]
    public void The_same_examples_give_the_same_bytes_and_bytes_the_same_probabilities()
    {
        var classifier = TreeTrainer.Train(Examples(), Width, s_training);
        var bytes = classifier.ToBytes(Version);
        var read = TreeClassifier.Parse(bytes, Version, Width);

        Assert.Equal(bytes, TreeTrainer.Train(Examples(), Width, s_training).ToBytes(Version));
        Assert.All(Examples(), example => Assert.Equal(classifier.Probability(example.Features), read.Probability(example.Features)));
    }

    [Fact]
    public void A_fork_that_leads_back_is_refused()
    {
        var bytes = new TreeClassifier([new DecisionTree([new TreeFork(0, 0, ~0, 1)], [1, 2])], -1, 0).ToBytes(Version);

        Assert.Contains("leads nowhere", Assert.Throws<InvalidDataException>(() => TreeClassifier.Parse(bytes, Version, Width)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trees_of_other_features_are_refused()
    {
        var bytes = TreeTrainer.Train(Examples(), Width, s_training).ToBytes(Version);

        Assert.Contains("features 3", Assert.Throws<InvalidDataException>(() => TreeClassifier.Parse(bytes, Version + 1, Width)).Message, StringComparison.Ordinal);
        Assert.Contains("leads nowhere", Assert.Throws<InvalidDataException>(() => TreeClassifier.Parse(bytes, Version, width: 1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(40)]
    public void Bytes_that_end_early_are_refused(int length) =>
        Assert.Throws<InvalidDataException>(() => TreeClassifier.Parse(TreeTrainer.Train(Examples(), Width, s_training).ToBytes(Version)[..length], Version, Width));
}
