using System.Buffers;

namespace NewsExtract.Learning.Neural;

/// <summary>From characters to scores of tags: embeddings, two bidirectional recurrent layers, a linear layer. Safe for concurrent use.</summary>
internal sealed class LacNetwork(LacWeights weights)
{
    private readonly EntryProjection _entries = new(weights);

    /// <summary>Floats from one character's scores to the next one's.</summary>
    public int ScoreStride => weights.Output.Stride;

    /// <summary>Scores every tag for every character of a batch.</summary>
    /// <param name="entries">Entries of the vocabulary.</param>
    /// <param name="sentences">[start, end) in <paramref name="entries"/>, longest first; together they cover it.</param>
    /// <param name="scores">Rows of <see cref="ScoreStride"/>.</param>
    public void Score(ReadOnlySpan<ushort> entries, ReadOnlySpan<TextSpan> sentences, Span<float> scores)
    {
        var hidden = weights.Layers[0].Hidden;
        var count = entries.Length * 2 * hidden;
        var states = ArrayPool<short>.Shared.Rent(2 * count);
        var projected = ArrayPool<float>.Shared.Rent(entries.Length * 3 * hidden);
        try
        {
            Span<short> shallow = states.AsSpan(0, count), deep = states.AsSpan(count, count);
            for (var direction = 0; direction < 2; direction++)
            {
                for (var i = 0; i < entries.Length; i++)
                {
                    _entries.Row(entries[i], direction).CopyTo(projected.AsSpan(i * 3 * hidden));
                }

                weights.Layers[direction].Run(projected, sentences, direction == 1, shallow, direction * hidden);
            }

            for (var direction = 0; direction < 2; direction++)
            {
                weights.StateProjections[direction].Multiply(shallow, entries.Length, projected, 3 * hidden);
                weights.Layers[2 + direction].Run(projected, sentences, direction == 1, deep, direction * hidden);
            }

            weights.Output.Multiply(deep, entries.Length, scores, ScoreStride);
        }
        finally
        {
            ArrayPool<short>.Shared.Return(states);
            ArrayPool<float>.Shared.Return(projected);
        }
    }
}
