using System.Numerics;

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
    /// <param name="scores"><see cref="Tags.Count"/> long.</param>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        Span<short> sums = stackalloc short[Tags.Count];
        sums.Clear();
        foreach (var feature in features)
        {
            var slot = (int)feature & _mask;
            int row;
            while ((row = _rows[slot]) >= 0)
            {
                if (_keys[slot] == feature)
                {
                    Add(Row(row), sums);
                    break;
                }

                slot = (slot + 1) & _mask;
            }
        }

        for (var tag = 0; tag < Tags.Count; tag++)
        {
            scores[tag] = sums[tag] * Scale;
        }
    }

    // At most 100 features of at most 127 each: no overflow.
    private static void Add(ReadOnlySpan<sbyte> row, Span<short> sums)
    {
        for (var i = 0; i < Tags.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(row[i..]), out var low, out var high);
            (new Vector<short>(sums[i..]) + low).CopyTo(sums[i..]);
            (new Vector<short>(sums[(i + Vector<short>.Count)..]) + high).CopyTo(sums[(i + Vector<short>.Count)..]);
        }
    }
}
