using NewsExtract.Learning.Spans;

namespace NewsExtract.Learning.Tests;

public class SpanTrainerTests
{
    // Right where the tagger is sure, but for long ones.
    private static List<(float[] Features, bool IsMention)> Examples()
    {
        var examples = new List<(float[] Features, bool IsMention)>();
        for (var i = 0; i < 2000; i++)
        {
            var features = new float[SpanFeatures.Width];
            features[0] = (i * 37 % 200 / 10f) - 10;
            features[2] = i * 7 % 20;
            examples.Add((features, features[0] > 0 && features[2] < 15));
        }

        return examples;
    }

    [Fact]
    public void Learns_where_the_tagger_is_wrong()
    {
        var examples = Examples();
        var classifier = SpanTrainer.Train(examples, 7);

        Assert.All(examples, example => Assert.Equal(example.IsMention, classifier.Probability(example.Features) > 0.5));
    }

    [Fact]
    public void The_same_examples_give_the_same_bytes_and_bytes_the_same_probabilities()
    {
        var classifier = SpanTrainer.Train(Examples(), 7);
        var bytes = classifier.ToBytes();
        var read = SpanClassifier.Parse(bytes);

        Assert.Equal(bytes, SpanTrainer.Train(Examples(), 7).ToBytes());
        Assert.All(Examples(), example => Assert.Equal(classifier.Probability(example.Features), read.Probability(example.Features)));
    }

    [Fact]
    public void A_fork_that_leads_back_is_refused()
    {
        var bytes = new SpanClassifier([new SpanTree([new SpanFork(0, 0, ~0, 1)], [1, 2])], -1, 0).ToBytes();

        Assert.Contains("leads nowhere", Assert.Throws<InvalidDataException>(() => SpanClassifier.Parse(bytes)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(40)]
    public void Bytes_that_end_early_are_refused(int length) =>
        Assert.Throws<InvalidDataException>(() => SpanClassifier.Parse(SpanTrainer.Train(Examples(), 7).ToBytes()[..length]));
}
