using System.Text;

namespace NewsExtract.Onnx.Tests;

/// <summary>
/// Writes a folder with a token classifier that knows a label for each entry of its vocabulary: Gather, MatMul, Add. The protobuf is
/// written by hand, field by field as in onnx.proto.
/// </summary>
internal sealed class TinyModel
{
    private const int Float = 1;
    private const int Int64 = 7;

    private readonly List<string> _vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"];
    private readonly List<float[]> _rows = [[], [], [], []];

    public required string[] Labels { get; init; }

    public string[] Inputs { get; init; } = ["input_ids", "attention_mask", "token_type_ids"];

    /// <summary>Logits of an entry by label; labels that are not named have 0.</summary>
    public TinyModel Add(string entry, params (string Label, float Logit)[] logits)
    {
        var row = new float[Labels.Length];
        foreach (var (label, logit) in logits)
        {
            row[Array.IndexOf(Labels, label)] = logit;
        }

        _vocabulary.Add(entry);
        _rows.Add(row);
        return this;
    }

    /// <summary>model.onnx, vocab.txt and labels.txt.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), Model());
        File.WriteAllLines(Path.Combine(folder, "vocab.txt"), _vocabulary);
        File.WriteAllLines(Path.Combine(folder, "labels.txt"), Labels);
    }

    private byte[] Model()
    {
        var width = Labels.Length;
        var table = _rows.SelectMany(row => row.Length > 0 ? row : new float[width]).ToArray();
        var identity = Enumerable.Range(0, width * width).Select(i => i / width == i % width ? 1f : 0).ToArray();

        // O, the first label, is what a character is that nothing is known of.
        var bias = Enumerable.Range(0, width).Select(i => i == 0 ? 1f : 0).ToArray();
        byte[] graph =
        [
            .. Bytes(1, Node("Gather", "table", "input_ids", "embedded")),
            .. Bytes(1, Node("MatMul", "embedded", "identity", "product")),
            .. Bytes(1, Node("Add", "product", "bias", "logits")),
            .. Text(2, "tiny"),
            .. Bytes(5, Tensor("table", table, _rows.Count, width)),
            .. Bytes(5, Tensor("identity", identity, width, width)),
            .. Bytes(5, Tensor("bias", bias, width)),
            .. Inputs.SelectMany(name => Bytes(11, Value(name, Int64, "batch", "tokens"))),
            .. Bytes(12, Value("logits", Float, "batch", "tokens", "labels")),
        ];
        return [.. Number(1, 8), .. Bytes(7, graph), .. Bytes(8, [.. Text(1, ""), .. Number(2, 13)])];
    }

    private static byte[] Node(string type, string first, string second, string output) =>
        [.. Text(1, first), .. Text(1, second), .. Text(2, output), .. Text(4, type)];

    private static byte[] Tensor(string name, float[] values, params int[] shape) =>
        [.. shape.SelectMany(size => Number(1, size)), .. Number(2, Float), .. Text(8, name), .. Bytes(9, [.. values.SelectMany(BitConverter.GetBytes)])];

    private static byte[] Value(string name, int type, params string[] axes)
    {
        byte[] shape = [.. axes.SelectMany(axis => Bytes(1, Text(2, axis)))];
        return [.. Text(1, name), .. Bytes(2, Bytes(1, [.. Number(1, type), .. Bytes(2, shape)]))];
    }

    private static byte[] Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Number(int field, int value) => [.. Varint(field << 3), .. Varint(value)];

    private static byte[] Bytes(int field, byte[] bytes) => [.. Varint((field << 3) | 2), .. Varint(bytes.Length), .. bytes];

    private static IEnumerable<byte> Varint(int value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}
