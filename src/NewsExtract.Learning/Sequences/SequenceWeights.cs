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
    /// <summary>Hashes share a bit of the filter by their upper bits: so many bits a hash, at least.</summary>
    private const int FilterBits = 16;

    private readonly int[] _starts;
    private readonly int _startShift;
    private readonly ulong[] _filter;
    private readonly int _filterShift;

    /// <param name="hashes">Of the features, ascending; a feature's row is at its place here.</param>
    /// <param name="weights">Row by row.</param>
    /// <param name="scale">What one step of a weight is worth.</param>
    /// <param name="transitions">As <see cref="TagTransitions"/> lays them out.</param>
    /// <exception cref="ArgumentException">The hashes do not ascend.</exception>
    public SequenceWeights(uint[] hashes, sbyte[] weights, float scale, float[] transitions)
        : this(hashes, WeightRows.Pack(weights), scale, transitions)
    {
    }

    /// <inheritdoc cref="SequenceWeights(uint[], sbyte[], float, float[])"/>
    /// <param name="rows">A feature's row is at its place in <paramref name="hashes"/>.</param>
    public SequenceWeights(uint[] hashes, WeightRows rows, float scale, float[] transitions)
    {
        if (hashes.Length != rows.Sizes.Length)
        {
            throw new ArgumentException($"{hashes.Length} hashes for {rows.Sizes.Length} rows of weights");
        }

        Hashes = hashes;
        Rows = rows;
        Scale = scale;
        Transitions = transitions;
        var buckets = BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, hashes.Length));
        _startShift = BitOperations.LeadingZeroCount(buckets) + 1;
        _starts = new int[buckets + 1];
        var filterBits = BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, hashes.Length * FilterBits));
        _filterShift = BitOperations.LeadingZeroCount(filterBits) + 1;
        _filter = new ulong[filterBits / 64];
        Index();
    }

    public uint[] Hashes { get; }

    public float Scale { get; }

    public float[] Transitions { get; }

    public WeightRows Rows { get; }

    /// <summary>Scores of all tags of a position with such features.</summary>
    /// <param name="features">At most 250: sums of so many bytes stay in 16 bits.</param>
    /// <param name="scores"><see cref="Tags.Count"/> long.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // most of a short run would be over before it were compiled well
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        Span<int> rows = stackalloc int[features.Length];
        Span<short> sums = stackalloc short[Tags.Count];
        Rows.Sum(rows[..Find(features, rows)], sums);
        for (var i = 0; i < Tags.Count; i += Vector256<short>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(sums.Slice(i, Vector256<short>.Count)));
            (Vector256.ConvertToSingle(low) * Scale).CopyTo(scores[i..]);
            (Vector256.ConvertToSingle(high) * Scale).CopyTo(scores[(i + 8)..]);
        }
    }

    /// <summary>
    /// The rows of those features that have one. Half of them have none, and the table lies outside the processor's cache: a filter
    /// that lies within it turns most of those away, without a branch, before anything else is read.
    /// </summary>
    /// <param name="rows">As long as <paramref name="features"/>.</param>
    /// <returns>The number of rows.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Find(ReadOnlySpan<uint> features, Span<int> rows)
    {
        Span<uint> likely = stackalloc uint[features.Length];
        ref var filter = ref MemoryMarshal.GetArrayDataReference(_filter);
        var count = 0;
        foreach (var feature in features)
        {
            var bit = feature >> _filterShift;
            likely[count] = feature;
            count += (int)(Unsafe.Add(ref filter, bit / 64) >> (int)(bit % 64)) & 1;
        }

        // First from where on each would stand, then whether it does: without a branch between, the reads go side by side.
        Span<int> places = stackalloc int[count];
        ref var starts = ref MemoryMarshal.GetArrayDataReference(_starts);
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = Unsafe.Add(ref starts, likely[i] >> _startShift);
        }

        var found = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var feature = likely[i];
            var end = Unsafe.Add(ref starts, (feature >> _startShift) + 1);
            for (var row = places[i]; row < end; row++)
            {
                if (Hashes[row] == feature)
                {
                    rows[found++] = row;
                    break;
                }
            }
        }

        return found;
    }

    // Where the hashes of each bucket start, and the filter, in one pass over the ascending hashes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Index()
    {
        var bucket = 0u;
        for (var row = 0; row < Hashes.Length; row++)
        {
            var hash = Hashes[row];
            if (row > 0 && hash <= Hashes[row - 1])
            {
                throw new ArgumentException($"hash {hash} stands behind {Hashes[row - 1]}: they must ascend");
            }

            while (bucket < hash >> _startShift)
            {
                _starts[++bucket] = row;
            }

            var bit = hash >> _filterShift;
            _filter[bit / 64] |= 1UL << (int)(bit % 64);
        }

        while (bucket < _starts.Length - 1)
        {
            _starts[++bucket] = Hashes.Length;
        }
    }
}
