using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Sequences;

/// <summary>
/// Rows of <see cref="Tags.Count"/> signed bytes, most of which are zero in most rows. A row of few others is kept as pairs of a tag
/// and its weight, any other as it is: a fifth of the memory, and less of it to fetch for each row. Immutable.
/// </summary>
internal sealed class WeightRows
{
    /// <summary>The size of a row that is kept as it is.</summary>
    public const byte Dense = 32;

    private readonly int[] _starts;

    /// <param name="sizes">Of each row the number of its pairs, from 1 and below <see cref="Dense"/>, or that.</param>
    /// <param name="data">Row by row: pairs (tag, signed weight), by tag, or all weights of the row. Kept, not copied.</param>
    /// <exception cref="ArgumentException">The sizes are none, or say another length of the data.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public WeightRows(ReadOnlyMemory<byte> sizes, ReadOnlyMemory<byte> data)
    {
        Sizes = sizes;
        Data = data;
        _starts = new int[sizes.Length + 1];
        var pairs = sizes.Span;
        for (var row = 0; row < pairs.Length; row++)
        {
            if (pairs[row] is 0 or > Dense)
            {
                throw new ArgumentException($"row {row} has {pairs[row]} pairs; 1 to {Dense} are possible");
            }

            _starts[row + 1] = _starts[row] + (2 * pairs[row]);
        }

        if (_starts[^1] != data.Length)
        {
            throw new ArgumentException($"{data.Length} bytes of weights, where the rows' sizes say {_starts[^1]}");
        }
    }

    public ReadOnlyMemory<byte> Sizes { get; }

    public ReadOnlyMemory<byte> Data { get; }

    /// <param name="weights">All of them, row by row.</param>
    public static WeightRows Pack(ReadOnlySpan<sbyte> weights)
    {
        var sizes = new byte[weights.Length / Tags.Count];
        var data = new List<byte>();
        for (var row = 0; row < sizes.Length; row++)
        {
            var all = weights.Slice(row * Tags.Count, Tags.Count);
            sizes[row] = (byte)Math.Clamp(Tags.Count - all.Count((sbyte)0), 1, Dense);
            if (sizes[row] == Dense)
            {
                data.AddRange(MemoryMarshal.AsBytes(all));
                continue;
            }

            for (var tag = 0; tag < Tags.Count; tag++)
            {
                // One pair at least, so that each row lies within the data.
                if (all[tag] != 0 || (tag == 0 && !all.ContainsAnyExcept((sbyte)0)))
                {
                    data.Add((byte)tag);
                    data.Add((byte)all[tag]);
                }
            }
        }

        return new WeightRows(sizes, data.ToArray());
    }

    /// <summary>The sums of some rows by tag.</summary>
    /// <param name="rows">At most 250: sums of so many bytes stay in 16 bits.</param>
    /// <param name="sums"><see cref="Tags.Count"/> long.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // most of a short run would be over before it were compiled well
    public void Sum(ReadOnlySpan<int> rows, Span<short> sums)
    {
        Vector256<short> first = default, second = default, third = default, fourth = default;
        ref var sum = ref MemoryMarshal.GetReference(sums);
        ref var weights = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<byte, sbyte>(Data.Span));

        // The rows lie far apart. Touched one after the other without a branch, they come to the cache side by side.
        var touched = 0;
        foreach (var row in rows)
        {
            touched += Unsafe.Add(ref weights, _starts[row]);
        }

        sum = (short)touched;
        sums.Clear();
        foreach (var row in rows)
        {
            int start = _starts[row], end = _starts[row + 1];
            ref var data = ref Unsafe.Add(ref weights, start);
            if (end - start == Tags.Count)
            {
                var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref data));
                first += low;
                second += high;
                (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref data, (nuint)Vector256<sbyte>.Count));
                third += low;
                fourth += high;
                continue;
            }

            for (var i = 0; i < end - start; i += 2)
            {
                Unsafe.Add(ref sum, Unsafe.Add(ref data, i) & (Tags.Count - 1)) += Unsafe.Add(ref data, i + 1);
            }
        }

        Add(first, ref sum, 0);
        Add(second, ref sum, 1);
        Add(third, ref sum, 2);
        Add(fourth, ref sum, 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector256<short> part, ref short sums, int index)
    {
        var at = (nuint)(index * Vector256<short>.Count);
        (part + Vector256.LoadUnsafe(ref sums, at)).StoreUnsafe(ref sums, at);
    }
}
