using System.Buffers;

namespace NewsExtract.Learning.Neural;

/// <summary>From characters to scores of tags: embeddings, two bidirectional recurrent layers, a linear layer. Safe for concurrent use.</summary>
internal sealed class LacNetwork(LacWeights weights)
{
    /// <summary>Floats from one character's scores to the next one's.</summary>
    public int ScoreStride => weights.Output.Stride;

    /// <summary>Scores every tag for every character of a batch.</summary>
    /// <param name="entries">Entries of the vocabulary.</param>
    /// <param name="sentences">[start, end) in <paramref name="entries"/>, longest first; together they cover it.</param>
    /// <param name="scores">Rows of <see cref="ScoreStride"/>.</param>
    public void Score(ReadOnlySpan<ushort> entries, ReadOnlySpan<TextSpan> sentences, Span<float> scores)
    {
        var hidden = weights.Layers[0].Hidden;
        var rows = new int[entries.Length];
        var states = ArrayPool<float>.Shared.Rent(entries.Length * 2 * hidden);
        var deep = ArrayPool<float>.Shared.Rent(entries.Length * 2 * hidden);
        var projected = ArrayPool<float>.Shared.Rent(entries.Length * weights.Projections[0].Stride);
        try
        {
            // A character is projected once, however often it stands in the batch.
            var embedded = Embed(entries, rows);
            RunLayer(0, embedded, embedded.Length / weights.Width, projected, rows, sentences, states);
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i] = i;
            }

            RunLayer(2, states, entries.Length, projected, rows, sentences, deep);
            weights.Output.Multiply(deep, entries.Length, scores);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(states);
            ArrayPool<float>.Shared.Return(deep);
            ArrayPool<float>.Shared.Return(projected);
        }
    }

    private void RunLayer(
        int first, ReadOnlySpan<float> inputs, int count, Span<float> projected, ReadOnlySpan<int> rows, ReadOnlySpan<TextSpan> sentences, Span<float> states)
    {
        for (var backward = 0; backward < 2; backward++)
        {
            var projection = weights.Projections[first + backward];
            var layer = weights.Layers[first + backward];
            projection.Multiply(inputs, count, projected);
            layer.Run(projected, projection.Stride, rows, sentences, backward == 1, states, backward * layer.Hidden);
        }
    }

    /// <summary>The embeddings of the different entries, in the order of their first use; <paramref name="rows"/> gets the row of each position.</summary>
    private float[] Embed(ReadOnlySpan<ushort> entries, Span<int> rows)
    {
        var rowOf = new Dictionary<ushort, int>();
        var different = new List<ushort>();
        for (var i = 0; i < entries.Length; i++)
        {
            if (!rowOf.TryGetValue(entries[i], out rows[i]))
            {
                rows[i] = different.Count;
                rowOf.Add(entries[i], different.Count);
                different.Add(entries[i]);
            }
        }

        var embedded = new float[different.Count * weights.Width];
        for (var row = 0; row < different.Count; row++)
        {
            var scale = weights.Scales[different[row]];
            var source = weights.Embeddings.AsSpan(different[row] * weights.Width, weights.Width);
            var target = embedded.AsSpan(row * weights.Width, weights.Width);
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = source[i] * scale;
            }
        }

        return embedded;
    }
}
