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
        var rows = new sbyte[hashes.Length * Tags.Count];
        foreach (ref var weight in rows.AsSpan())
        {
            weight = (sbyte)random.Next(-128, 128);
        }

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
}
