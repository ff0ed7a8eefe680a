using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.Titles;

/// <summary>The words of titles, from <c>Titles.lex.txt</c>. Loaded once, on first use; safe for concurrent use.</summary>
internal sealed class TitleLexicon
{
    private static readonly Lazy<TitleLexicon> s_shared = new(() => new TitleLexicon());

    private TitleLexicon()
    {
        var sections = LexiconFile.Read(typeof(TitleLexicon).Assembly, "Mentions/Titles/Titles.lex.txt")
            .ToLookup(entry => entry.Section, entry => entry.Word);
        Heads = new WordTrie([.. sections["head"].Select(word => KeyValuePair.Create(word, 0))]);
        NeverAfter = new WordTrie([.. sections["never-after"].Select(word => KeyValuePair.Create(word, 0))]);
        Modifiers = new EndingTrie(sections["modifier"]);
        Organs = new EndingTrie(sections["organ"]);
        Levels = new EndingTrie(sections["level"]);
        Units = new EndingTrie(sections["unit"]);
        Stems = new EndingTrie(sections["unit-stem"]);
        Openings = new EndingTrie(sections["opening"]);
    }

    public static TitleLexicon Shared => s_shared.Value;

    public WordTrie Heads { get; }

    public WordTrie NeverAfter { get; }

    public EndingTrie Modifiers { get; }

    public EndingTrie Organs { get; }

    public EndingTrie Levels { get; }

    public EndingTrie Units { get; }

    public EndingTrie Stems { get; }

    public EndingTrie Openings { get; }
}
