using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NewsExtract.Linking.Reprints;

/// <summary>
/// A set's least values under 120 random orders: two sets agree in as great a share of them as they have of their members in common
/// (Broder 1997, On the resemblance and containment of documents).
/// </summary>
internal static class MinHash
{
    public const int Bands = 40;

    /// <summary>
    /// Sets of which half is shared agree in a whole band in 995 of 1,000 cases, those of a third in 780, those of a fiftieth in one of 3,000.
    /// </summary>
    public const int Rows = 3;

    private const int Count = Bands * Rows;

    // Multiply and shift (Dietzfelbinger and others 1997); the numbers are arbitrary but always the same.
    private static readonly ImmutableArray<(ulong Factor, ulong Addend)> s_orders =
        [.. Enumerable.Range(0, Count).Select(static order => (ReprintText.Mix((ulong)order) | 1, ReprintText.Mix((ulong)order + Count)))];

    /// <returns>120 numbers of four bytes, the least byte first.</returns>
    public static byte[] Of(ImmutableArray<ulong> shingles)
    {
        var least = new uint[Count];
        Array.Fill(least, uint.MaxValue);
        foreach (var shingle in shingles)
        {
            for (var order = 0; order < Count; order++)
            {
                var value = (uint)(((s_orders[order].Factor * shingle) + s_orders[order].Addend) >> 32);
                if (value < least[order])
                {
                    least[order] = value;
                }
            }
        }

        return BitConverter.IsLittleEndian ? MemoryMarshal.AsBytes<uint>(least).ToArray() : [.. least.SelectMany(static value => BitConverter.GetBytes(value).Reverse())];
    }

    /// <summary>63 bits for a band and what stands in it.</summary>
    public static long Band(ReadOnlySpan<byte> hashes, int band)
    {
        var key = (ulong)band;
        foreach (var value in hashes.Slice(band * Rows * sizeof(uint), Rows * sizeof(uint)))
        {
            key = (key * 0x100000001B3) ^ value;
        }

        return (long)(ReprintText.Mix(key) >> 1);
    }

    /// <summary>About how much of all members two sets share, in [0, 1]; of half shared the standard error is 0.05.</summary>
    public static double Estimate(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var same = 0;
        for (var at = 0; at < Count * sizeof(uint); at += sizeof(uint))
        {
            same += one.Slice(at, sizeof(uint)).SequenceEqual(other.Slice(at, sizeof(uint))) ? 1 : 0;
        }

        return (double)same / Count;
    }
}
