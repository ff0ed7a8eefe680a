using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Chinese.Segmentation;

/// <summary>A user's word as the tokenizer sees it.</summary>
internal readonly record struct UserEntry(long Frequency, double LogFrequency, string? Tag);

/// <summary>The words of user dictionaries laid over a model. Immutable; the model isn't touched.</summary>
internal sealed class UserLexicon
{
    private readonly WordTrie _trie;
    private readonly UserEntry[] _entries;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _forbidden;

    public UserLexicon(SegmentationModel model, UserDictionary dictionary)
    {
        var words = new Dictionary<string, UserEntry>(StringComparer.Ordinal);
        var estimate = new FrequencyEstimate(model);
        foreach (var (word, given, tag) in dictionary.Words)
        {
            var frequency = given ?? estimate.Suggest(word);
            estimate.Add(word, frequency);
            var known = words.TryGetValue(word, out var earlier) ? earlier.Tag : model.TryFind(word, out var entry) ? model.EntryTags[entry] : null;
            words[word] = new UserEntry(frequency, Math.Log(Math.Max(frequency, 1)), tag ?? known);
        }

        TotalFrequency = estimate.Total;
        _entries = [.. words.Values];
        _trie = new WordTrie(words.Keys.Select((word, i) => KeyValuePair.Create(word, i)));
        _forbidden = words.Where(word => word.Value.Frequency == 0).Select(word => word.Key).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The model's total and what the user's words add. A word that was known counts twice, as in the original.</summary>
    public long TotalFrequency { get; }

    public ReadOnlySpan<UserEntry> Entries => _entries;

    /// <summary>Whether the HMM must not join these characters: the user gave the word frequency 0.</summary>
    public bool IsForbidden(ReadOnlySpan<char> word) => _forbidden.Contains(word);

    /// <summary>The node that <paramref name="character"/> leads to, or 0. The root is node 0.</summary>
    public int Step(int node, char character) => _trie.Step(node, character);

    /// <summary>Index of the entry that ends at a node, or a negative number.</summary>
    public int EntryAt(int node) => _trie.ValueAt(node);

    public bool TryFind(ReadOnlySpan<char> word, out int entry) => _trie.TryGet(word, out entry);
}
