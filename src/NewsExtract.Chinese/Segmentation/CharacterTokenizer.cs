using System.Collections.Immutable;

namespace NewsExtract.Chinese.Segmentation;

/// <summary>One token a character; stands in until the span engine lands.</summary>
public sealed class CharacterTokenizer : ITokenizer
{
    public ImmutableArray<Token> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Enumerable.Range(0, text.Length).Select(i => new Token(new TextSpan(i, i + 1), null))];
    }
}
