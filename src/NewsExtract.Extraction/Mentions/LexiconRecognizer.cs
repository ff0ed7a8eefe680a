using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Chinese.Normalization;

namespace NewsExtract.Extraction.Mentions;

/// <summary>
/// Finds words that a user listed, the longest at each place, where word boundaries allow: 江成 is not found in 长江成为.
/// Words are folded as articles are, so either script and width will do.
/// </summary>
internal sealed class LexiconRecognizer : IMentionRecognizer
{
    private static readonly Producer s_producer = new("lexicon:user", "1");

    private readonly WordTrie _words;

    /// <param name="words">A word given twice keeps its first type.</param>
    public LexiconRecognizer(IEnumerable<(EntityType Type, string Word)> words)
    {
        var folded = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (type, word) in words)
        {
            folded.TryAdd(Fold(word), (int)type);
        }

        _words = new WordTrie(folded);
    }

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        var mentions = new List<Mention>();
        var ends = tokens.Select(token => token.Span.End).ToHashSet();
        var next = 0;
        foreach (var token in tokens)
        {
            if (token.Span.Start < next)
            {
                continue;
            }

            var length = _words.Longest(text.Text, token.Span.Start, out var type);
            if (length > 0 && ends.Contains(token.Span.Start + length))
            {
                next = token.Span.Start + length;
                mentions.Add(new Mention((EntityType)type, new TextSpan(token.Span.Start, next), s_producer));
            }
        }

        return mentions;
    }

    /// <summary>The word as it stands in an article's view.</summary>
    public static string Fold(string word)
    {
        var characters = word.Trim().ToCharArray();
        ViewFolding.Fold(characters, isTraditional: Array.Exists(characters, CharacterFolds.Default.IsTraditional));
        return new string(characters);
    }
}
