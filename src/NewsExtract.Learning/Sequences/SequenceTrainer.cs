using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Sequences;

/// <summary>How a tagger is trained.</summary>
internal sealed record SequenceTraining
{
    public static SequenceTraining Default { get; } = new();

    /// <summary>A small corpus is learnt by heart after a few passes.</summary>
    public int Epochs { get; init; } = 3;

    public float LearningRate { get; init; } = 0.1f;

    /// <summary>Pull of each weight to zero.</summary>
    public float Decay { get; init; } = 2e-5f;

    /// <summary>Share of the features that are left out at random, so that the model does not lean on single words of a small corpus.</summary>
    public float Dropout { get; init; } = 0.3f;

    /// <summary>A feature must stand at so many positions.</summary>
    public int LeastCount { get; init; } = 2;

    public uint Seed { get; init; } = 20231201;
}

/// <summary>
/// Trains a linear-chain conditional random field by stochastic gradient with a rate of its own for each weight (AdaGrad).
/// Where a line allows several tags, the likelihood of all sequences that it allows is raised. One thread, a fixed order:
/// the same lines give the same weights.
/// </summary>
internal sealed class SequenceTrainer
{
    private const float Floor = 1e-6f;
    private const float LeastStep = 1;
    private readonly SequenceTraining _training;
    private readonly uint[] _hashes;
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly TagTransitions _transitions = new(new float[TagTransitions.Count]);
    private readonly float[] _transitionSquares = new float[TagTransitions.Count];
    private readonly TagLattice _all;
    private readonly TagLattice _allowed;
    private float[] _scores = [];

    private SequenceTrainer(SequenceTraining training, uint[] hashes)
    {
        _training = training;
        _hashes = hashes;
        _weights = new float[hashes.Length * Tags.Count];
        _squares = new float[hashes.Length * Tags.Count];
        _all = new TagLattice(_transitions);
        _allowed = new TagLattice(_transitions);
    }

    /// <param name="progress">Told the mean loss of a position after each epoch.</param>
    /// <exception cref="ArgumentException">A line allows no sequence of tags, as when the inside of a mention stands after no begin.</exception>
    public static SequenceWeights Train(IReadOnlyList<SequenceLine> lines, SequenceTraining training, Action<int, double>? progress = null, CancellationToken cancellation = default)
    {
        Check(lines);
        var hashes = Count(lines, training.LeastCount);
        var trainer = new SequenceTrainer(training, hashes);
        var rows = new Dictionary<uint, int>(hashes.Length);
        for (var i = 0; i < hashes.Length; i++)
        {
            rows[hashes[i]] = i;
        }

        int[][][] features = [.. lines.Select(line => (int[][])[.. line.Features.Select(position => Rows(position, rows))])];
        var order = Enumerable.Range(0, lines.Count).ToArray();
        var state = training.Seed;
        for (var epoch = 0; epoch < training.Epochs; epoch++)
        {
            Shuffle(order, ref state);
            double loss = 0;
            long positions = 0;
            foreach (var index in order)
            {
                cancellation.ThrowIfCancellationRequested();
                loss += trainer.Learn(Drop(features[index], training.Dropout, ref state), lines[index].Allowed);
                positions += lines[index].Allowed.Length;
            }

            progress?.Invoke(epoch + 1, loss / Math.Max(1, positions));
        }

        return trainer.Quantize();
    }

    private static void Check(IReadOnlyList<SequenceLine> lines)
    {
        for (var line = 0; line < lines.Count; line++)
        {
            if (lines[line].Contradiction() is { } position)
            {
                throw new ArgumentException(
                    $"line {line} of {lines.Count} allows no sequence of tags: at position {position} of its {lines[line].Allowed.Length} no allowed tag can follow those before; look for marks that overlap, or reach beyond a line",
                    nameof(lines));
            }
        }
    }

    private static uint[] Count(IReadOnlyList<SequenceLine> lines, int least)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var hash in lines.SelectMany(line => line.Features).SelectMany(position => position))
        {
            counts[hash] = counts.GetValueOrDefault(hash) + 1;
        }

        uint[] kept = [.. counts.Where(entry => entry.Value >= least).Select(entry => entry.Key)];
        Array.Sort(kept);
        return kept;
    }

    private static int[] Rows(uint[] hashes, Dictionary<uint, int> rows)
    {
        var found = new List<int>(hashes.Length);
        foreach (var hash in hashes)
        {
            if (rows.TryGetValue(hash, out var row))
            {
                found.Add(row);
            }
        }

        return [.. found];
    }

    // xorshift: what is drawn is the seed's alone.
    private static uint Next(ref uint state)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state;
    }

    private static void Shuffle(int[] order, ref uint state)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = (int)(Next(ref state) % (uint)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }

    private static int[][] Drop(int[][] features, float share, ref uint state)
    {
        var limit = (uint)(share * uint.MaxValue);
        var kept = new int[features.Length][];
        for (var t = 0; t < features.Length; t++)
        {
            var rows = new List<int>(features[t].Length);
            foreach (var row in features[t])
            {
                if (Next(ref state) >= limit)
                {
                    rows.Add(row);
                }
            }

            kept[t] = [.. rows];
        }

        return kept;
    }

    /// <returns>The loss: how much less likely the allowed sequences are than all.</returns>
    private double Learn(int[][] features, ulong[] allowed)
    {
        var length = allowed.Length;
        if (_scores.Length < length * Tags.Count)
        {
            _scores = new float[length * Tags.Count];
        }

        var scores = _scores.AsSpan(0, length * Tags.Count);
        for (var t = 0; t < length; t++)
        {
            Score(features[t], scores.Slice(t * Tags.Count, Tags.Count));
        }

        var everything = new ulong[length];
        Array.Fill(everything, Tags.All);
        _all.Run(scores, everything);
        _allowed.Run(scores, allowed);
        var loss = _all.LogSum - _allowed.LogSum;
        if (loss < 1e-4)
        {
            return loss;
        }

        Span<float> expected = stackalloc float[Tags.Count], wanted = stackalloc float[Tags.Count];
        Span<int> tags = stackalloc int[Tags.Count];
        for (var t = 0; t < length; t++)
        {
            _all.Marginals(t, expected);
            _allowed.Marginals(t, wanted);

            for (var tag = 0; tag < Tags.Count; tag++)
            {
                expected[tag] -= wanted[tag];
            }

            // Few tags are in question at a position: only theirs are touched in the rows of all its features.
            var inQuestion = tags[..Steep(expected, tags)];
            foreach (var row in features[t])
            {
                Update(_weights.AsSpan(row * Tags.Count, Tags.Count), _squares.AsSpan(row * Tags.Count, Tags.Count), expected, inQuestion);
            }
        }

        var gradient = new float[TagTransitions.Count];
        _all.AddTransitions(gradient, 1);
        _allowed.AddTransitions(gradient, -1);
        Span<int> steep = stackalloc int[TagTransitions.Count];
        Update(_transitions.Weights, _transitionSquares, gradient, steep[..Steep(gradient, steep)]);
        _transitions.Prepare();
        return loss;
    }

    private void Score(int[] rows, Span<float> scores)
    {
        scores.Clear();
        foreach (var row in rows)
        {
            var weights = _weights.AsSpan(row * Tags.Count, Tags.Count);
            for (var tag = 0; tag < Tags.Count; tag += Vector256<float>.Count)
            {
                (Vector256.Create(scores[tag..]) + Vector256.Create(weights[tag..])).CopyTo(scores[tag..]);
            }
        }
    }

    // The places at which a gradient is more than rounding.
    private static int Steep(ReadOnlySpan<float> gradient, Span<int> places)
    {
        var count = 0;
        for (var i = 0; i < gradient.Length; i++)
        {
            places[count] = i;
            count += MathF.Abs(gradient[i]) < Floor ? 0 : 1;
        }

        return count;
    }

    private void Update(Span<float> weights, Span<float> squares, ReadOnlySpan<float> gradient, ReadOnlySpan<int> places)
    {
        foreach (var i in places)
        {
            var slope = gradient[i] + (_training.Decay * weights[i]);
            squares[i] += slope * slope;
            weights[i] -= _training.LearningRate * slope / (MathF.Sqrt(squares[i]) + 1e-3f);
        }
    }

    // Weights of a step or less fall away, and features with none left: they double the file and decide nothing.
    private SequenceWeights Quantize()
    {
        var most = _weights.Length == 0 ? 1 : Math.Max(1e-3f, _weights.Max(MathF.Abs));
        var scale = most / sbyte.MaxValue;
        var hashes = new List<uint>();
        var rows = new List<sbyte>();
        for (var row = 0; row < _hashes.Length; row++)
        {
            var weights = _weights.AsSpan(row * Tags.Count, Tags.Count);
            sbyte[] steps = new sbyte[Tags.Count];
            var isEmpty = true;
            for (var tag = 0; tag < Tags.Count; tag++)
            {
                var step = MathF.Round(weights[tag] / scale);
                steps[tag] = MathF.Abs(step) > LeastStep ? (sbyte)step : (sbyte)0;
                isEmpty &= steps[tag] == 0;
            }

            if (!isEmpty)
            {
                hashes.Add(_hashes[row]);
                rows.AddRange(steps);
            }
        }

        return new SequenceWeights([.. hashes], [.. rows], scale, _transitions.Weights);
    }
}
