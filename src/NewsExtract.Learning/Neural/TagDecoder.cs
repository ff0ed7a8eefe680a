using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Neural;

/// <summary>The best sequence of tags by scores and transitions (Viterbi), in which <c>X-I</c> follows <c>X-B</c> or <c>X-I</c> only. Safe for concurrent use.</summary>
internal sealed class TagDecoder
{
    private readonly int _tags;
    private readonly int _stride;
    private readonly float[] _start;
    private readonly float[] _stop;
    private readonly float[] _transitions;

    /// <param name="transitions">(T + 2) × T: start, stop, then from tag to tag.</param>
    /// <param name="stride">Floats from one character's scores to the next one's, a multiple of the vector width.</param>
    public TagDecoder(string[] tags, ReadOnlySpan<float> transitions, int stride)
    {
        _tags = tags.Length;
        _stride = stride;
        _start = new float[stride];
        _stop = new float[stride];
        _transitions = new float[_tags * stride];
        foreach (var row in (float[][])[_start, _stop, _transitions])
        {
            row.AsSpan().Fill(float.NegativeInfinity);
        }

        transitions[_tags..(2 * _tags)].CopyTo(_stop);
        for (var to = 0; to < _tags; to++)
        {
            var inside = tags[to].EndsWith("-I", StringComparison.Ordinal);
            _start[to] = inside ? float.NegativeInfinity : transitions[to];
            for (var from = 0; from < _tags; from++)
            {
                if (!inside || tags[from][..^1].Equals(tags[to][..^1], StringComparison.Ordinal))
                {
                    _transitions[(from * stride) + to] = transitions[((from + 2) * _tags) + to];
                }
            }
        }
    }

    /// <param name="scores">Rows of the stride; what lies behind the tags of a row is not read.</param>
    /// <param name="best">Takes a tag for each row.</param>
    public void Decode(ReadOnlySpan<float> scores, Span<byte> best)
    {
        var from = GC.AllocateUninitializedArray<ushort>(best.Length * _stride);
        var sums = new float[_stride];
        var next = new float[_stride];
        Add(_start, scores[.._tags], sums);
        for (var i = 1; i < best.Length; i++)
        {
            Step(sums, next, from.AsSpan(i * _stride, _stride));
            Add(next, scores.Slice(i * _stride, _tags), sums);
        }

        Add(sums, _stop, next);
        var tag = 0;
        for (var i = 1; i < _tags; i++)
        {
            tag = next[i] > next[tag] ? i : tag;
        }

        for (var i = best.Length - 1; i >= 0; i--)
        {
            best[i] = (byte)tag;
            tag = from[(i * _stride) + tag];
        }
    }

    /// <summary>The best way to each tag and where it comes from; of equal ones the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(ReadOnlySpan<float> sums, Span<float> next, Span<ushort> from)
    {
        for (var column = 0; column < _stride; column += Vector512<float>.Count)
        {
            ref var transition = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_transitions), column);
            var best = Vector512.LoadUnsafe(ref transition) + Vector512.Create(sums[0]);
            var origin = Vector512<int>.Zero;
            for (var tag = 1; tag < _tags; tag++)
            {
                var sum = Vector512.LoadUnsafe(ref transition, (nuint)(tag * _stride)) + Vector512.Create(sums[tag]);
                var greater = Vector512.GreaterThan(sum, best);
                best = Vector512.ConditionalSelect(greater, sum, best);
                origin = Vector512.ConditionalSelect(greater.AsInt32(), Vector512.Create(tag), origin);
            }

            best.CopyTo(next[column..]);
            Vector512.Narrow(origin.AsUInt32(), Vector512<uint>.Zero).GetLower().CopyTo(from[column..]);
        }
    }

    private static void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> sums)
    {
        for (var i = 0; i < right.Length; i++)
        {
            sums[i] = left[i] + right[i];
        }
    }
}
