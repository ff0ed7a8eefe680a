using System.Collections.Immutable;
using System.Reflection;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Discourse;

/// <summary>The words of one section of a lexicon, matched at a position or at the end of a span. Safe for concurrent use.</summary>
internal sealed class LexiconSection
{
    private readonly WordTrie _trie;
    private readonly string?[] _attributes;

    private LexiconSection(IReadOnlyList<LexiconFile.Entry> entries)
    {
        _trie = new WordTrie([.. entries.Select((entry, index) => KeyValuePair.Create(entry.Word, index))]);
        _attributes = [.. entries.Select(entry => entry.Attribute)];
        Words = [.. entries.Select(entry => entry.Word)];
    }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<string> Words { get; }

    /// <param name="name">Path of the lexicon below the project folder.</param>
    public static IReadOnlyDictionary<string, LexiconSection> ReadAll(string name) =>
        LexiconFile.Read(Assembly.GetExecutingAssembly(), name)
            .GroupBy(entry => entry.Section)
            .ToDictionary(group => group.Key, group => new LexiconSection([.. group]));

    /// <summary>Length of the longest word at <paramref name="start"/>, 0 when there is none.</summary>
    public int MatchAt(ReadOnlySpan<char> text, int start, out string? attribute)
    {
        var length = _trie.Longest(text, start, out var index);
        attribute = length > 0 ? _attributes[index] : null;
        return length;
    }

    public int MatchAt(ReadOnlySpan<char> text, int start) => MatchAt(text, start, out _);

    public bool Contains(ReadOnlySpan<char> word) => _trie.TryGet(word, out _);

    public bool TryGet(ReadOnlySpan<char> word, out string? attribute)
    {
        var found = _trie.TryGet(word, out var index);
        attribute = found ? _attributes[index] : null;
        return found;
    }

    /// <summary>Length of the longest word that ends <paramref name="text"/>, 0 when there is none.</summary>
    public int MatchEnd(ReadOnlySpan<char> text, out string? attribute)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (TryGet(text[start..], out attribute))
            {
                return text.Length - start;
            }
        }

        attribute = null;
        return 0;
    }

    public int MatchEnd(ReadOnlySpan<char> text) => MatchEnd(text, out _);

    /// <summary>The first word within <paramref name="span"/>, the longest at its place; empty when there is none.</summary>
    public TextSpan FindFirst(string text, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            var length = MatchAt(text, i);
            if (length > 0 && i + length <= span.End)
            {
                return new TextSpan(i, i + length);
            }
        }

        return default;
    }
}
