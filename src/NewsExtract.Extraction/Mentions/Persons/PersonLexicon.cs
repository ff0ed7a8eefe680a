using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.Persons;

/// <summary>The words around names, from <c>Persons.lex.txt</c>. Loaded once, on first use; safe for concurrent use.</summary>
internal static class PersonLexicon
{
    private static readonly Lazy<ImmutableArray<LexiconFile.Entry>> s_entries =
        new(() => [.. LexiconFile.Read(typeof(PersonLexicon).Assembly, "Mentions/Persons/Persons.lex.txt")]);

    private static readonly Lazy<EndingTrie> s_before = new(() => new EndingTrie(Values(("lead", 2), ("kin", 1), ("credit", 0))));
    private static readonly Lazy<WordTrie> s_after = new(() => new WordTrie(Values(("after", 1), ("speech", 0))));
    private static readonly Lazy<WordTrie> s_tails = new(() => new WordTrie(Values(("tail", 0))));
    private static readonly Lazy<WordTrie> s_notName = new(() => new WordTrie(
        Values(("lead", 0), ("kin", 0), ("credit", 0), ("not-name", 0)).Where(word => word.Key.Length > 1)));

    /// <summary>Characters that end no name of three or more but begin what follows one.</summary>
    public static WordTrie Tails => s_tails.Value;

    /// <summary>Words that a name follows: value 0 for certain (记者), 1 most of the time (村民), 2 now and then (由).</summary>
    public static EndingTrie Before => s_before.Value;

    /// <summary>Words that follow a name, value 0 for those that do so almost always.</summary>
    public static WordTrie After => s_after.Value;

    /// <summary>What begins like a name and is none.</summary>
    public static WordTrie NotName => s_notName.Value;

    public static IEnumerable<string> Words(string section) =>
        s_entries.Value.Where(entry => entry.Section == section).Select(entry => entry.Word).Distinct(StringComparer.Ordinal);

    private static Dictionary<string, int> Values(params ReadOnlySpan<(string Section, int Value)> sections)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (section, value) in sections)
        {
            foreach (var word in Words(section))
            {
                words[word] = value;
            }
        }

        return words;
    }
}
