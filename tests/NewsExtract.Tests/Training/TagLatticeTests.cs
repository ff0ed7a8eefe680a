using NewsExtract.Learning.Sequences;

namespace NewsExtract.Tests.Training;

/// <summary>The sums over all sequences and the best one, against going through every sequence of a short line.</summary>
public sealed class TagLatticeTests
{
    private const int Length = 3;
    private readonly float[] _scores = Noise(Length * Tags.Count, 7);
    private readonly TagTransitions _transitions = new(Noise(TagTransitions.Count, 11));
    private readonly TagLattice _lattice;
    private readonly List<(int[] Tags, double Weight)> _sequences;
    private readonly double _sum;

    public TagLatticeTests()
    {
        _lattice = new TagLattice(_transitions);
        var allowed = new ulong[Length];
        Array.Fill(allowed, Tags.All);
        _lattice.Run(_scores, allowed);
        _sequences = [.. Sequences([], Tags.Outside).Select(tags => (tags, Math.Exp(Score(tags))))];
        _sum = _sequences.Sum(sequence => sequence.Weight);
    }

    [Fact]
    public void The_sum_is_that_of_every_sequence() => Assert.Equal(Math.Log(_sum), _lattice.LogSum, 3);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    public void A_span_is_as_likely_as_the_sequences_that_hold_it(int start, int end)
    {
        var span = new TextSpan(start, end);
        foreach (var type in new[] { EntityType.Person, EntityType.Facility, EntityType.Quantity })
        {
            var expected = _sequences.Where(sequence => Enumerable.Range(start, end - start).All(i => sequence.Tags[i] == Tags.At(type, span, i))).Sum(sequence => sequence.Weight) / _sum;
            Assert.Equal(expected, _lattice.SpanProbability(start, end, (int)type), 4);
        }
    }

    [Fact]
    public void The_best_path_is_the_heaviest_sequence()
    {
        var best = _sequences.MaxBy(sequence => sequence.Weight).Tags;
        var found = new int[Length];
        Array.Fill(found, Tags.Outside);
        foreach (var (type, span) in TagPath.Best(_scores, _transitions, 0))
        {
            for (var i = span.Start; i < span.End; i++)
            {
                found[i] = Tags.At(type, span, i);
            }
        }

        Assert.Equal(best, found);
    }

    [Fact]
    public void Expected_transitions_are_those_of_every_sequence()
    {
        var sums = new float[TagTransitions.Count];
        _lattice.AddTransitions(sums, 1);
        var expected = new double[TagTransitions.Count];
        foreach (var (tags, weight) in _sequences)
        {
            for (var t = 0; t < Length; t++)
            {
                expected[Step(t == 0 ? Tags.Outside : tags[t - 1], tags[t])!.Value] += weight / _sum;
            }
        }

        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], sums[i], 3);
        }
    }

    private static float[] Noise(int count, uint seed)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            seed = (seed * 1664525) + 1013904223;
            values[i] = (seed >> 8) / (float)(1 << 24) * 2 - 1;
        }

        return values;
    }

    private static IEnumerable<int[]> Sequences(int[] begun, int last)
    {
        if (begun.Length == Length)
        {
            return IsClosed(last) ? [begun] : [];
        }

        return Enumerable.Range(0, Tags.Count).Where(tag => (Tags.All & Tags.Bit(tag)) != 0 && Step(last, tag) is not null).SelectMany(tag => Sequences([.. begun, tag], tag));
    }

    private static bool IsClosed(int tag) => tag is >= Tags.FirstSingle and < Tags.FirstInside or >= Tags.FirstEnd;

    private static int? Step(int from, int to)
    {
        var (fromLane, toLane) = (from % Tags.Lanes, to % Tags.Lanes);
        return (to / Tags.Lanes) switch
        {
            0 => IsClosed(from) ? TagTransitions.ToBegin + (fromLane * Tags.Lanes) + toLane : null,
            1 => IsClosed(from) ? TagTransitions.ToSingle + (fromLane * Tags.Lanes) + toLane : null,
            2 => IsClosed(from) || fromLane != toLane ? null : (from < Tags.FirstSingle ? TagTransitions.BeginToInside : TagTransitions.InsideToInside) + toLane,
            _ => IsClosed(from) || fromLane != toLane ? null : (from < Tags.FirstSingle ? TagTransitions.BeginToEnd : TagTransitions.InsideToEnd) + toLane,
        };
    }

    private double Score(int[] tags)
    {
        double score = 0;
        for (var t = 0; t < Length; t++)
        {
            score += _scores[(t * Tags.Count) + tags[t]] + _transitions.Weights[Step(t == 0 ? Tags.Outside : tags[t - 1], tags[t])!.Value];
        }

        return score;
    }
}
