namespace NewsExtract.Learning.Neural;

/// <summary>
/// What the first layer sees of each entry of the vocabulary, computed when a text first has it and kept: at most 64 MB, for the
/// few thousand characters of usual texts about 10. Safe for concurrent use.
/// </summary>
internal sealed class EntryProjection(LacWeights weights)
{
    private readonly int _width = 3 * weights.Layers[0].Hidden;

    /// <summary>By entry and direction; two threads that compute one at a time come to the same.</summary>
    private readonly float[]?[] _rows = new float[]?[weights.Scales.Length * 2];

    /// <param name="direction">0 forward, 1 backward.</param>
    /// <returns>3H values; not to be changed.</returns>
    public ReadOnlySpan<float> Row(ushort entry, int direction)
    {
        ref var row = ref _rows[(entry * 2) + direction];
        if (Volatile.Read(ref row) is { } known)
        {
            return known.AsSpan(0, _width);
        }

        var scale = weights.Scales[entry];
        var source = weights.Embeddings.AsSpan(entry * weights.Width, weights.Width);
        var embedding = new float[weights.Width];
        for (var i = 0; i < embedding.Length; i++)
        {
            embedding[i] = source[i] * scale;
        }

        var matrix = weights.EntryProjections[direction];
        var computed = new float[matrix.Stride];
        matrix.Multiply(embedding, 1, computed);
        Volatile.Write(ref row, computed);
        return computed.AsSpan(0, _width);
    }
}
