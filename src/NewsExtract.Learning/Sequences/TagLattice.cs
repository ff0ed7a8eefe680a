using System.Runtime.CompilerServices;

namespace NewsExtract.Learning.Sequences;

/// <summary>
/// Sums over all tag sequences of one line (forward and backward, scaled at each position). Tags that a position does not
/// allow have no weight. Kept and used again from line to line; not safe for concurrent use.
/// </summary>
internal sealed class TagLattice(TagTransitions transitions)
{
    private const int Lanes = Tags.Lanes;
    private float[] _emissions = [];
    private float[] _forward = [];
    private float[] _backward = [];
    private float[] _steps = [];
    private double _logScale;

    public int Length { get; private set; }

    /// <summary>Logarithm of the sum over all sequences, after <see cref="Run"/>.</summary>
    public double LogSum { get; private set; }

    /// <param name="scores">Of each position its <see cref="Tags.Count"/> tags.</param>
    /// <param name="allowed">Of each position the tags that it may have.</param>
    public void Run(ReadOnlySpan<float> scores, ReadOnlySpan<ulong> allowed)
    {
        Length = allowed.Length;
        if (_emissions.Length < scores.Length)
        {
            var length = Math.Max(allowed.Length, 2 * _steps.Length);
            _emissions = GC.AllocateUninitializedArray<float>(length * Tags.Count);
            _forward = GC.AllocateUninitializedArray<float>(length * Tags.Count);
            _backward = GC.AllocateUninitializedArray<float>(length * Tags.Count);
            _steps = new float[length];
        }

        _logScale = 0;
        for (var t = 0; t < Length; t++)
        {
            Exponentiate(scores.Slice(t * Tags.Count, Tags.Count), allowed[t], _emissions.AsSpan(t * Tags.Count, Tags.Count));
        }

        Forward();
        Backward();
    }

    /// <summary>Probability of a tag at a position.</summary>
    public float Marginal(int position, int tag) =>
        _forward[(position * Tags.Count) + tag] * _backward[(position * Tags.Count) + tag] / SumAt(position);

    /// <summary>Writes the probabilities of all tags of a position.</summary>
    public void Marginals(int position, Span<float> result)
    {
        var sum = SumAt(position);
        for (var tag = 0; tag < Tags.Count; tag++)
        {
            result[tag] = _forward[(position * Tags.Count) + tag] * _backward[(position * Tags.Count) + tag] / sum;
        }
    }

    /// <summary>Probability that exactly this span is a mention of this lane.</summary>
    public float SpanProbability(int start, int end, int lane)
    {
        if (end - start == 1)
        {
            return Marginal(start, Tags.FirstSingle + lane);
        }

        // Conditional probabilities multiply along the mention: begin, then inside or end given what was before.
        var probability = Marginal(start, Tags.FirstBegin + lane);
        for (var t = start + 1; t < end && probability > 0; t++)
        {
            var fromBegin = t == start + 1;
            var toInside = transitions.Factors[(fromBegin ? TagTransitions.BeginToInside : TagTransitions.InsideToInside) + lane]
                * _emissions[(t * Tags.Count) + Tags.FirstInside + lane] * _backward[(t * Tags.Count) + Tags.FirstInside + lane];
            var toEnd = transitions.Factors[(fromBegin ? TagTransitions.BeginToEnd : TagTransitions.InsideToEnd) + lane]
                * _emissions[(t * Tags.Count) + Tags.FirstEnd + lane] * _backward[(t * Tags.Count) + Tags.FirstEnd + lane];
            var sum = toInside + toEnd;
            probability = sum > 0 ? probability * (t == end - 1 ? toEnd : toInside) / sum : 0;
        }

        return probability;
    }

    /// <summary>Adds to <paramref name="sums"/>, laid out as the transitions, how often each is expected in the line.</summary>
    public void AddTransitions(Span<float> sums, float weight)
    {
        Span<float> closed = stackalloc float[Lanes];
        for (var t = 0; t < Length; t++)
        {
            var here = t * Tags.Count;
            Closed(t - 1, closed);
            // The forward weights of the position before lack the factor by which those of this one were scaled.
            var scale = weight / (SumAt(t) * _steps[t]);
            for (var k = 0; k < Lanes; k++)
            {
                if (closed[k] > 0)
                {
                    for (var j = 0; j < Lanes; j++)
                    {
                        sums[TagTransitions.ToBegin + (k * Lanes) + j] += closed[k] * transitions.Factors[TagTransitions.ToBegin + (k * Lanes) + j] * Arrival(here + Tags.FirstBegin + j) * scale;
                        sums[TagTransitions.ToSingle + (k * Lanes) + j] += closed[k] * transitions.Factors[TagTransitions.ToSingle + (k * Lanes) + j] * Arrival(here + Tags.FirstSingle + j) * scale;
                    }
                }
            }

            if (t > 0)
            {
                var before = here - Tags.Count;
                for (var j = 0; j < Lanes; j++)
                {
                    var begin = _forward[before + Tags.FirstBegin + j] * scale;
                    var inside = _forward[before + Tags.FirstInside + j] * scale;
                    sums[TagTransitions.BeginToInside + j] += begin * transitions.Factors[TagTransitions.BeginToInside + j] * Arrival(here + Tags.FirstInside + j);
                    sums[TagTransitions.InsideToInside + j] += inside * transitions.Factors[TagTransitions.InsideToInside + j] * Arrival(here + Tags.FirstInside + j);
                    sums[TagTransitions.BeginToEnd + j] += begin * transitions.Factors[TagTransitions.BeginToEnd + j] * Arrival(here + Tags.FirstEnd + j);
                    sums[TagTransitions.InsideToEnd + j] += inside * transitions.Factors[TagTransitions.InsideToEnd + j] * Arrival(here + Tags.FirstEnd + j);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Exponentiate(ReadOnlySpan<float> scores, ulong allowed, Span<float> result)
    {
        var most = float.NegativeInfinity;
        for (var tag = 0; tag < Tags.Count; tag++)
        {
            if ((allowed & Tags.Bit(tag)) != 0)
            {
                most = MathF.Max(most, scores[tag]);
            }
        }

        _logScale += most;
        for (var tag = 0; tag < Tags.Count; tag++)
        {
            result[tag] = (allowed & Tags.Bit(tag)) != 0 ? MathF.Exp(scores[tag] - most) : 0;
        }
    }

    // The weight of ending a mention or an outside character of each lane at a position; before the text lies an outside one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Closed(int position, Span<float> closed)
    {
        if (position < 0)
        {
            closed.Clear();
            closed[Tags.OutsideLane] = 1;
            return;
        }

        var here = position * Tags.Count;
        for (var k = 0; k < Lanes; k++)
        {
            closed[k] = _forward[here + Tags.FirstSingle + k] + _forward[here + Tags.FirstEnd + k];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forward()
    {
        Span<float> closed = stackalloc float[Lanes];
        Span<float> begins = stackalloc float[Lanes], singles = stackalloc float[Lanes];
        for (var t = 0; t < Length; t++)
        {
            Closed(t - 1, closed);
            TagTransitions.Multiply(closed, transitions.Factors.AsSpan(TagTransitions.ToBegin), begins);
            TagTransitions.Multiply(closed, transitions.Factors.AsSpan(TagTransitions.ToSingle), singles);

            var here = t * Tags.Count;
            var sum = 0f;
            for (var j = 0; j < Lanes; j++)
            {
                var begin = t > 0 ? _forward[here - Tags.Count + Tags.FirstBegin + j] : 0;
                var inside = t > 0 ? _forward[here - Tags.Count + Tags.FirstInside + j] : 0;
                sum += _forward[here + Tags.FirstBegin + j] = begins[j] * _emissions[here + Tags.FirstBegin + j];
                sum += _forward[here + Tags.FirstSingle + j] = singles[j] * _emissions[here + Tags.FirstSingle + j];
                sum += _forward[here + Tags.FirstInside + j] = _emissions[here + Tags.FirstInside + j]
                    * ((begin * transitions.Factors[TagTransitions.BeginToInside + j]) + (inside * transitions.Factors[TagTransitions.InsideToInside + j]));
                sum += _forward[here + Tags.FirstEnd + j] = _emissions[here + Tags.FirstEnd + j]
                    * ((begin * transitions.Factors[TagTransitions.BeginToEnd + j]) + (inside * transitions.Factors[TagTransitions.InsideToEnd + j]));
            }

            Scale(_forward.AsSpan(here, Tags.Count), sum);
            _steps[t] = sum;
            _logScale += Math.Log(sum);
        }

        // Only closed tags may end the line.
        Closed(Length - 1, closed);
        var last = 0f;
        foreach (var value in closed)
        {
            last += value;
        }

        LogSum = _logScale + Math.Log(last);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Backward()
    {
        Span<float> begins = stackalloc float[Lanes], singles = stackalloc float[Lanes];
        Span<float> closedByBegin = stackalloc float[Lanes], closedBySingle = stackalloc float[Lanes];
        for (var t = Length - 1; t >= 0; t--)
        {
            var here = t * Tags.Count;
            if (t == Length - 1)
            {
                for (var j = 0; j < Lanes; j++)
                {
                    _backward[here + Tags.FirstSingle + j] = _backward[here + Tags.FirstEnd + j] = 1;
                    _backward[here + Tags.FirstBegin + j] = _backward[here + Tags.FirstInside + j] = 0;
                }

                continue;
            }

            var next = here + Tags.Count;
            for (var j = 0; j < Lanes; j++)
            {
                begins[j] = Arrival(next + Tags.FirstBegin + j);
                singles[j] = Arrival(next + Tags.FirstSingle + j);
            }

            TagTransitions.Multiply(begins, transitions.FactorsByTarget.AsSpan(TagTransitions.ToBegin), closedByBegin);
            TagTransitions.Multiply(singles, transitions.FactorsByTarget.AsSpan(TagTransitions.ToSingle), closedBySingle);
            var sum = 0f;
            for (var k = 0; k < Lanes; k++)
            {
                var inside = Arrival(next + Tags.FirstInside + k);
                var end = Arrival(next + Tags.FirstEnd + k);
                sum += _backward[here + Tags.FirstSingle + k] = _backward[here + Tags.FirstEnd + k] = closedByBegin[k] + closedBySingle[k];
                sum += _backward[here + Tags.FirstBegin + k] =
                    (transitions.Factors[TagTransitions.BeginToInside + k] * inside) + (transitions.Factors[TagTransitions.BeginToEnd + k] * end);
                sum += _backward[here + Tags.FirstInside + k] =
                    (transitions.Factors[TagTransitions.InsideToInside + k] * inside) + (transitions.Factors[TagTransitions.InsideToEnd + k] * end);
            }

            Scale(_backward.AsSpan(here, Tags.Count), sum);
        }
    }

    private float Arrival(int index) => _emissions[index] * _backward[index];

    private float SumAt(int position)
    {
        var sum = 0f;
        for (var i = position * Tags.Count; i < (position + 1) * Tags.Count; i++)
        {
            sum += _forward[i] * _backward[i];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(Span<float> values, float sum)
    {
        var factor = 1 / sum;
        foreach (ref var value in values)
        {
            value *= factor;
        }
    }
}
