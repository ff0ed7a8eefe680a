using System.Collections.Immutable;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Finds the token at a position.</summary>
internal sealed class TokenIndex(ImmutableArray<Token> tokens)
{
    /// <summary>Index of the token that holds <paramref name="position"/>, or of the last one before it.</summary>
    public int At(int position)
    {
        int low = 0, high = tokens.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (tokens[middle].Span.Start <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    public int Count => tokens.Length;

    public Token this[int index] => tokens[index];

    /// <summary>Whether a word begins at <paramref name="position"/>, or the text ends there.</summary>
    public bool StartsAt(int position) => tokens.IsEmpty || position >= tokens[^1].Span.End || tokens[At(position)].Span.Start == position;

    /// <summary>Whether the single character at <paramref name="position"/> is a word of its own; true where the tokens carry no tags.</summary>
    public bool IsWord(int position)
    {
        var token = tokens[At(position)];
        return token.Span.Length == 1 || token.Tag is null;
    }

    /// <summary>Whether the word that ends at <paramref name="end"/> is a verb or a preposition.</summary>
    public bool EndsWithVerb(int end)
    {
        var token = tokens[At(end - 1)];
        return token.Span.End == end && token.Tag is ['v', ..] and not "vn" or "p";
    }
}
