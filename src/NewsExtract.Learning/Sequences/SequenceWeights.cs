using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Sequences;

/// <summary>
/// The weights of a trained tagger: a row of <see cref="Tags.Count"/> signed bytes for each feature that has any, found by
/// the feature's hash. Sums are whole numbers, so that scores are the same on every machine. Immutable.
/// </summary>
internal sealed class SequenceWeights
{
    private readonly uint[] _keys;
    private readonly int[] _rows;
    private readonly sbyte[] _weights;
    private readonly int _mask;

    /// <param name="hashes">Of the features, ascending; a feature's row is at its place here.</param>
    /// <param name="weights">Row by row.</param>
    /// <param name="scale">What one step of a weight is worth.</param>
    /// <param name="transitions">As <see cref="TagTransitions"/> lays them out.</param>
    public SequenceWeights(uint[] hashes, sbyte[] weights, float scale, float[] transitions)
    {
        Hashes = hashes;
        _weights = weights;
        Scale = scale;
        Transitions = transitions;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, hashes.Length * 2));
        _mask = size - 1;
        _keys = new uint[size];
        _rows = new int[size];
        Array.Fill(_rows, -1);
        for (var row = 0; row < hashes.Length; row++)
        {
            var slot = (int)hashes[row] & _mask;
            while (_rows[slot] >= 0)
            {
                slot = (slot + 1) & _mask;
            }

            _keys[slot] = hashes[row];
            _rows[slot] = row;
        }
    }

    public uint[] Hashes { get; }

    public float Scale { get; }

    public float[] Transitions { get; }

    public ReadOnlySpan<sbyte> Row(int row) => _weights.AsSpan(row * Tags.Count, Tags.Count);

    /// <summary>Scores of all tags of a position with such features.</summary>
    /// <param name="features">At most 250: sums of so many bytes stay in 16 bits.</param>
    /// <param name="scores"><see cref="Tags.Count"/> long.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // most of a short run would be over before it were compiled well
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        Vector256<short> first = default, second = default, third = default, fourth = default;
        foreach (var feature in features)
        {
            var row = Find(feature);
            if (row >= 0)
            {
                var begin = (nuint)(row * Tags.Count);
                var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref weights, begin));
                first += low;
                second += high;
                (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref weights, begin + (nuint)Vector256<sbyte>.Count));
                third += low;
                fourth += high;
            }
        }

        Write(first, scores);
        Write(second, scores[16..]);
        Write(third, scores[32..]);
        Write(fourth, scores[48..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(uint feature)
    {
        var slot = (int)feature & _mask;
        int row;
        while ((row = _rows[slot]) >= 0 && _keys[slot] != feature)
        {
            slot = (slot + 1) & _mask;
        }

        return row;
    }

    private void Write(Vector256<short> sums, Span<float> scores)
    {
        var (low, high) = Vector256.Widen(sums);
        (Vector256.ConvertToSingle(low) * Scale).CopyTo(scores);
        (Vector256.ConvertToSingle(high) * Scale).CopyTo(scores[8..]);
    }
}
