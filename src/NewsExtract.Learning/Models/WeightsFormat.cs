using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsExtract.Learning.Sequences;

namespace NewsExtract.Learning.Models;

/// <summary>
/// The weights of a tagger as bytes, little-endian: the number of features and the length of what follows next (int32); the
/// differences of their ascending hashes, seven bits a byte, lowest first, all bytes but a difference's last with the top bit set;
/// of each row its size (byte) and then, row by row, its data, as <see cref="WeightRows"/> lays them out; the scale and the
/// transitions (float32).
/// </summary>
internal static class WeightsFormat
{
    private const int Head = 2 * sizeof(int);
    private const int Tail = (1 + TagTransitions.Count) * sizeof(float);

    public static byte[] Write(SequenceWeights weights)
    {
        var differences = new List<byte>(weights.Hashes.Length * 2);
        var last = 0u;
        foreach (var hash in weights.Hashes)
        {
            var left = hash - last;
            for (; left > 0x7F; left >>= 7)
            {
                differences.Add((byte)(left | 0x80));
            }

            differences.Add((byte)left);
            last = hash;
        }

        var (sizes, data) = (weights.Rows.Sizes, weights.Rows.Data);
        var bytes = new byte[Head + differences.Count + sizes.Length + data.Length + Tail];
        var rest = bytes.AsSpan();
        BinaryPrimitives.WriteInt32LittleEndian(rest, weights.Hashes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(rest[sizeof(int)..], differences.Count);
        rest = rest[Head..];
        CollectionsMarshal.AsSpan(differences).CopyTo(rest);
        rest = rest[differences.Count..];
        sizes.Span.CopyTo(rest);
        rest = rest[sizes.Length..];
        data.Span.CopyTo(rest);
        rest = rest[data.Length..];
        BinaryPrimitives.WriteSingleLittleEndian(rest, weights.Scale);
        for (var i = 0; i < weights.Transitions.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(rest[((i + 1) * sizeof(float))..], weights.Transitions[i]);
        }

        return bytes;
    }

    /// <param name="memory">Kept by what is returned.</param>
    /// <exception cref="InvalidDataException">The bytes are fewer or more than they say.</exception>
    /// <exception cref="ArgumentException">They hold hashes or rows that can't be.</exception>
    public static SequenceWeights Read(ReadOnlyMemory<byte> memory)
    {
        var bytes = memory.Span;
        var count = bytes.Length < Head ? -1 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var length = count < 0 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(bytes[sizeof(int)..]);
        var data = (long)bytes.Length - Head - length - count - Tail;
        if (length < count || data < 0)
        {
            throw new InvalidDataException("its weights have another length than they say");
        }

        var hashes = ReadHashes(bytes.Slice(Head, length), count);
        var rows = new WeightRows(memory.Slice(Head + length, count), memory.Slice(Head + length + count, (int)data));
        var rest = bytes[^Tail..];
        var scale = BinaryPrimitives.ReadSingleLittleEndian(rest);
        var transitions = new float[TagTransitions.Count];
        for (var i = 0; i < transitions.Length; i++)
        {
            transitions[i] = BinaryPrimitives.ReadSingleLittleEndian(rest[((i + 1) * sizeof(float))..]);
        }

        return new SequenceWeights(hashes, rows, scale, transitions);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // it runs once, and a million times
    private static uint[] ReadHashes(ReadOnlySpan<byte> differences, int count)
    {
        var hashes = new uint[count];
        var (hash, difference, shift, read) = (0u, 0u, 0, 0);
        foreach (var part in differences)
        {
            difference |= (uint)(part & 0x7F) << shift;
            shift += 7;
            if (part > 0x7F)
            {
                continue;
            }

            if (read == count)
            {
                throw new InvalidDataException($"its weights hold more than the {count} hashes that they name");
            }

            hash += difference;
            hashes[read++] = hash;
            (difference, shift) = (0, 0);
        }

        return read == count ? hashes : throw new InvalidDataException($"its weights hold {read} of the {count} hashes that they name");
    }
}
