using System.Collections.Immutable;

namespace NewsExtract.Extraction.Mentions;

/// <summary>Which word covers each character of an article. Immutable.</summary>
internal sealed class TokenMap
{
    private readonly ImmutableArray<Token> _tokens;
    private readonly int[] _at;

    public TokenMap(int length, ImmutableArray<Token> tokens)
    {
        _tokens = tokens;
        _at = new int[length];
        for (var i = 0; i < tokens.Length; i++)
        {
            _at.AsSpan(tokens[i].Span.Start, tokens[i].Span.Length).Fill(i);
        }
    }

    public Token At(int position) => _tokens[_at[position]];

    /// <summary>Whether a word of two or more characters reaches over the boundary at <paramref name="position"/>.</summary>
    public bool IsInside(int position) =>
        position > 0 && position < _at.Length && _at[position] == _at[position - 1];

    /// <summary>Whether a boundary of the span lies inside a word of the dictionary; guessed words don't count.</summary>
    public bool CutsKnownWord(int start, int end) =>
        (IsInside(start) && At(start).Tag is not null) || (IsInside(end) && At(end).Tag is not null);

    /// <summary>The word that is exactly this span; <c>null</c> when there is none.</summary>
    public Token? Exactly(int start, int end) => At(start) is var token && token.Span.Start == start && token.Span.End == end ? token : null;

    /// <summary>Whether a verb, adverb or particle begins at <paramref name="position"/>: what may follow a subject.</summary>
    public bool IsPredicateStart(int position) =>
        position < _at.Length && At(position) is { Tag: { Length: > 0 } tag } token && token.Span.Start == position
        && (tag[0] is 'v' or 'd' or 'p' or 'c' or 'u' or 'r' or 't' or 'i' or 'l' || (tag[0] == 'm' && token.Span.Length > 1));

    /// <summary>Whether a preposition, verb, particle or other word that no name contains ends before <paramref name="position"/>.</summary>
    public bool IsBreak(int position) =>
        position > 0 && At(position - 1) is { Tag: { Length: > 0 } tag } token && token.Span.End == position
        && (tag[0] is 'v' or 'p' or 'c' or 'u' or 'd' or 'r' or 'f' or 't');
}
