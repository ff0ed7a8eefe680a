using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace NewsExtract.Learning.Neural;

/// <summary>LAC-small's vocabulary, tags and weights as scripts/pack_lac.py lays them down. Immutable.</summary>
internal sealed class LacWeights
{
    private const int Directions = 4;

    private static readonly byte[] s_magic = "NXLAC001"u8.ToArray();

    private LacWeights(ref Cursor cursor)
    {
        int entries = cursor.Count(), width = cursor.Count(), hidden = cursor.Count(), tags = cursor.Count();
        Unknown = entries - 1;
        EntryOf = new ushort[char.MaxValue + 1];
        EntryOf.AsSpan().Fill(checked((ushort)Unknown));
        for (var entry = 0; entry < entries; entry++)
        {
            var unit = BinaryPrimitives.ReadUInt16LittleEndian(cursor.Take(sizeof(ushort)));
            if (unit != 0)
            {
                EntryOf[unit] = (ushort)entry;
            }
        }

        FoldPunctuation();
        Tags = [.. Encoding.UTF8.GetString(cursor.Take(cursor.Count())).Split('\n')];
        if (Tags.Length != tags)
        {
            throw new InvalidDataException($"the header says {tags} tags, the list has {Tags.Length}");
        }

        Width = width;
        Scales = cursor.Singles(entries);
        Embeddings = MemoryMarshal.Cast<byte, sbyte>(cursor.Take(entries * width)).ToArray();
        if (hidden % GatedRecurrentLayer.HiddenStep != 0)
        {
            throw new InvalidDataException($"{hidden} hidden units where a multiple of {GatedRecurrentLayer.HiddenStep} is expected");
        }

        Layers = new GatedRecurrentLayer[Directions];
        for (var i = 0; i < Directions; i++)
        {
            var inputs = i < 2 ? width : 2 * hidden;
            var projection = cursor.Halves(inputs * 3 * hidden);
            var bias = cursor.Singles(3 * hidden);
            if (i < 2)
            {
                EntryProjections[i] = new PackedMatrix(projection, inputs, 3 * hidden, bias);
            }
            else
            {
                StateProjections[i - 2] = new QuantizedMatrix(projection, inputs, 3 * hidden, bias);
            }

            var gates = new QuantizedMatrix(cursor.Halves(hidden * 2 * hidden), hidden, 2 * hidden, []);
            Layers[i] = new GatedRecurrentLayer(gates, new QuantizedMatrix(cursor.Halves(hidden * hidden), hidden, hidden, []));
        }

        var output = cursor.Halves(2 * hidden * tags);
        Output = new QuantizedMatrix(output, 2 * hidden, tags, cursor.Singles(tags));
        Transitions = cursor.Singles((tags + 2) * tags);
        if (cursor.Left != 0)
        {
            throw new InvalidDataException($"{cursor.Left} bytes are left over");
        }
    }

    /// <summary>The entry of the vocabulary for each UTF-16 unit; full-width forms and punctuation have the entry of the ASCII one.</summary>
    public ushort[] EntryOf { get; }

    /// <summary>The entry that stands for all characters outside the vocabulary.</summary>
    public int Unknown { get; }

    /// <summary><c>PER-B</c>, <c>PER-I</c>, <c>n-B</c> …, and <c>O</c>.</summary>
    public string[] Tags { get; }

    /// <summary>Values of an embedding.</summary>
    public int Width { get; }

    /// <summary>One for each entry: its embedding is the scale times <see cref="Embeddings"/>.</summary>
    public float[] Scales { get; }

    /// <summary>Entries × <see cref="Width"/>.</summary>
    public sbyte[] Embeddings { get; }

    /// <summary>Of the embeddings, for layer 1 forward and backward: width × 3H.</summary>
    public PackedMatrix[] EntryProjections { get; } = new PackedMatrix[2];

    /// <summary>Of layer 1's states, for layer 2 forward and backward: 2H × 3H.</summary>
    public QuantizedMatrix[] StateProjections { get; } = new QuantizedMatrix[2];

    /// <summary>Layer 1 forward, backward, layer 2 forward, backward.</summary>
    public GatedRecurrentLayer[] Layers { get; }

    /// <summary>2H × T.</summary>
    public QuantizedMatrix Output { get; }

    /// <summary>(T + 2) × T: start, stop, then from tag to tag.</summary>
    public float[] Transitions { get; }

    /// <exception cref="InvalidDataException">Not such a file, or a damaged one.</exception>
    public static LacWeights Load(string path) => Parse(File.ReadAllBytes(path), path);

    /// <param name="name">Of the source, for messages.</param>
    /// <exception cref="InvalidDataException">Not such a file, or a damaged one.</exception>
    public static LacWeights Parse(byte[] bytes, string name)
    {
        if (bytes.Length < s_magic.Length + SHA256.HashSizeInBytes || !bytes.AsSpan().StartsWith(s_magic))
        {
            throw new InvalidDataException($"{name}: not a packed LAC model (expected {Encoding.ASCII.GetString(s_magic)} at its head); scripts/pack_lac.py makes it");
        }

        var end = bytes.Length - SHA256.HashSizeInBytes;
        var hash = SHA256.HashData(bytes.AsSpan(0, end));
        if (!hash.AsSpan().SequenceEqual(bytes.AsSpan(end)))
        {
            throw new InvalidDataException(
                $"{name}: damaged: SHA-256 {Convert.ToHexStringLower(hash)}, expected {Convert.ToHexStringLower(bytes.AsSpan(end))}");
        }

        try
        {
            var cursor = new Cursor(bytes.AsSpan(s_magic.Length..end));
            return new LacWeights(ref cursor);
        }
        catch (InvalidDataException damaged)
        {
            throw new InvalidDataException($"{name}: {damaged.Message}", damaged);
        }
    }

    /// <summary>
    /// LAC was trained on text with punctuation of ASCII. The entries of 。 and the like were never trained (their embeddings are as
    /// they were drawn at first), so they are read as ASCII; 《, 》 and · were trained as they are.
    /// </summary>
    private void FoldPunctuation()
    {
        const string Chinese = "、。—～‖…‘’“”〔〕〈〉「」『』〖〗【】";
        const string Ascii = ",.-~|.''\"\"()<>''\"\"[][]";
        for (var i = 0; i < Chinese.Length; i++)
        {
            EntryOf[Chinese[i]] = EntryOf[Ascii[i]];
        }

        for (var unit = '\uFF01'; unit <= '\uFF5E'; unit++)
        {
            var half = EntryOf[unit - 0xFEE0];
            if (half != Unknown)
            {
                EntryOf[unit] = half;
            }
        }
    }

    private ref struct Cursor(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _bytes = bytes;

        public readonly int Left => _bytes.Length;

        public ReadOnlySpan<byte> Take(int count)
        {
            if (count > _bytes.Length)
            {
                throw new InvalidDataException($"ends {count - _bytes.Length} bytes early");
            }

            var taken = _bytes[..count];
            _bytes = _bytes[count..];
            return taken;
        }

        public int Count()
        {
            var count = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));
            return count is > 0 and <= ushort.MaxValue ? count : throw new InvalidDataException($"{count} where a size from 1 to {ushort.MaxValue} is expected");
        }

        public float[] Singles(int count)
        {
            var taken = Take(count * sizeof(float));
            var values = new float[count];
            for (var i = 0; i < count; i++)
            {
                values[i] = BinaryPrimitives.ReadSingleLittleEndian(taken[(i * sizeof(float))..]);
            }

            return values;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)] // it runs at every start, over half a million values
        public float[] Halves(int count)
        {
            var taken = Take(count * sizeof(ushort));
            var values = new float[count];
            for (var i = 0; i < values.Length; i++)
            {
                // The exponent's bias differs by 112; multiplied, subnormal halves come out right too. None is infinite.
                uint half = BinaryPrimitives.ReadUInt16LittleEndian(taken[(i * sizeof(ushort))..]);
                var size = BitConverter.UInt32BitsToSingle((half & 0x7FFF) << 13) * 5.192296858534828e33f;
                values[i] = half > 0x7FFF ? -size : size;
            }

            return values;
        }
    }
}
