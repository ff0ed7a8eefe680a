using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions;

/// <summary>A set of words matched by where they end. Matching runs on the reversed text of <see cref="ReversedText"/>.</summary>
internal sealed class EndingTrie
{
    private readonly WordTrie _words;

    public EndingTrie(IEnumerable<string> words)
        : this(words.Select(word => KeyValuePair.Create(word, 0)))
    {
    }

    public EndingTrie(IEnumerable<KeyValuePair<string, int>> words) =>
        _words = new WordTrie([.. words.Select(word => KeyValuePair.Create(Reverse(word.Key), word.Value))]);

    /// <summary>Length of the longest word that ends before <paramref name="end"/>, 0 when there is none.</summary>
    public int Longest(ReversedText text, int end, out int value) =>
        _words.Longest(text.Characters, text.Length - end, out value);

    public int Longest(ReversedText text, int end) => Longest(text, end, out _);

    private static string Reverse(string word) => string.Create(word.Length, word, static (buffer, source) =>
    {
        source.CopyTo(buffer);
        buffer.Reverse();
    });
}

/// <summary>A text read from its end, made once an article.</summary>
internal sealed class ReversedText
{
    private readonly char[] _characters;

    public ReversedText(string text)
    {
        _characters = text.ToCharArray();
        Array.Reverse(_characters);
    }

    public int Length => _characters.Length;

    public ReadOnlySpan<char> Characters => _characters;
}
