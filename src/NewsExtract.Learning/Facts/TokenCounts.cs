using System.Collections.Immutable;

namespace NewsExtract.Learning.Facts;

/// <summary>Distances in words, and the word at a place.</summary>
internal sealed class TokenCounts
{
    private readonly ImmutableArray<Token> _tokens;

    // For each unit of the text the token that holds it.
    private readonly int[] _at;

    /// <param name="length">Of the text, in units.</param>
    public TokenCounts(ImmutableArray<Token> tokens, int length)
    {
        _tokens = tokens;
        _at = new int[length + 1];
        for (var i = 0; i < tokens.Length; i++)
        {
            Array.Fill(_at, i, tokens[i].Span.Start, tokens[i].Span.Length);
        }

        _at[length] = tokens.Length;
    }

    /// <returns>Words from one place to the other; below zero when <paramref name="to"/> lies before.</returns>
    public int Between(int from, int to) => _at[to] - _at[from];

    /// <returns>First letter of the part of speech of the word at <paramref name="position"/>: n, v, a …; a blank where there is none.</returns>
    public char TagAt(int position) => position >= 0 && _at[position] < _tokens.Length && _tokens[_at[position]].Tag is [var letter, ..] ? letter : ' ';
}
