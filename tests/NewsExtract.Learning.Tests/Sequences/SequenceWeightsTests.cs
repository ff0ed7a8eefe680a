using NewsExtract.Learning.Models;
using NewsExtract.Learning.Sequences;

namespace NewsExtract.Learning.Tests.Sequences;

public class SequenceWeightsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5000)]
    public void Scores_are_the_sums_of_the_rows_of_the_features_that_have_one(int count)
    {
        var random = new Random(7);
        uint[] hashes = [.. Enumerable.Range(0, count).Select(i => i % 5 == 0 ? (uint)i : (uint)random.NextInt64(1L << 32)).Distinct().Order()];
        var rows = Rows(random, hashes.Length);
        var weights = new SequenceWeights(hashes, rows, 0.25f, new float[TagTransitions.Count]);
        var scores = new float[Tags.Count];
        for (var position = 0; position < 100; position++)
        {
            // Neighbours of known hashes too, which fall where those do.
            uint[] features =
            [
                .. Enumerable.Range(0, 20).Select(_ => (uint)random.NextInt64(1L << 32)), 0, uint.MaxValue,
                .. hashes.Length == 0 ? [] : Enumerable.Range(0, 20).Select(_ => hashes[random.Next(hashes.Length)]).SelectMany(hash => new[] { hash, hash + 1 }),
            ];
            var expected = new float[Tags.Count];
            foreach (var row in features.Select(feature => Array.IndexOf(hashes, feature)).Where(row => row >= 0))
            {
                for (var tag = 0; tag < Tags.Count; tag++)
                {
                    expected[tag] += rows[(row * Tags.Count) + tag] * 0.25f;
                }
            }

            weights.Score(features, scores);

            Assert.Equal(expected, scores);
        }
    }

    [Fact]
    public void Hashes_that_do_not_ascend_are_refused() =>
        Assert.Throws<ArgumentException>(() => new SequenceWeights([1, 3, 2], new sbyte[3 * Tags.Count], 1, new float[TagTransitions.Count]));

    [Fact]
    public void Weights_are_read_as_they_were_written()
    {
        var random = new Random(3);
        uint[] hashes = [0, 1, 128, 129, 70_000, 1 << 30, uint.MaxValue];
        var weights = new SequenceWeights(hashes, Rows(random, hashes.Length), 0.5f, [.. Enumerable.Range(0, TagTransitions.Count).Select(i => i / 8f)]);

        var bytes = WeightsFormat.Write(weights);
        var read = WeightsFormat.Read(bytes);

        Assert.Equal(hashes, read.Hashes);
        Assert.Equal(weights.Scale, read.Scale);
        Assert.Equal(weights.Transitions, read.Transitions);
        float[] expected = new float[Tags.Count], found = new float[Tags.Count];
        foreach (var hash in hashes)
        {
            weights.Score([hash], expected);
            read.Score([hash], found);
            Assert.Equal(expected, found);
        }

        Assert.Throws<InvalidDataException>(() => WeightsFormat.Read(bytes.AsMemory(..40)));
        Assert.Throws<ArgumentException>(() => WeightsFormat.Read(bytes.AsMemory(..^1)));
    }

    [Theory]
    [InlineData(new byte[] { 33 }, 66)]
    [InlineData(new byte[] { 2 }, 5)]
    public void Rows_that_cannot_be_are_refused(byte[] sizes, int length) => Assert.Throws<ArgumentException>(() => new WeightRows(sizes, new byte[length]));

    /// <summary>From one without a weight to one of nothing else.</summary>
    private static sbyte[] Rows(Random random, int count)
    {
        var rows = new sbyte[count * Tags.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = random.Next(8) < i / Tags.Count % 9 ? (sbyte)random.Next(-128, 128) : (sbyte)0;
        }

        return rows;
    }
}
