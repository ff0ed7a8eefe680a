using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.Titles;

/// <summary>How a body before a post belongs to the title.</summary>
internal enum TitleBody
{
    /// <summary>With it, and with the level before: 镇党委书记.</summary>
    Organ,

    /// <summary>With it: 管委会主任.</summary>
    Body,

    /// <summary>With it where nothing that could name the body stands before: 组委会主任.</summary>
    Open,

    /// <summary>Never: 总工会主席.</summary>
    Own,
}

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
        Bodies = new EndingTrie(
            sections["organ"].Select(word => KeyValuePair.Create(word, (int)TitleBody.Organ))
                .Concat(sections["body"].Select(word => KeyValuePair.Create(word, (int)TitleBody.Body)))
                .Concat(sections["open-body"].Select(word => KeyValuePair.Create(word, (int)TitleBody.Open)))
                .Concat(sections["own-body"].Select(word => KeyValuePair.Create(word, (int)TitleBody.Own))));
        Ministries = new EndingTrie(sections["ministry"]);
        ZoneEnds = new EndingTrie(sections["zone-end"]);
        Levels = new EndingTrie(sections["level"]);
        Units = new EndingTrie(sections["unit"]);
        Stems = new EndingTrie(sections["unit-stem"]);
        Openings = new EndingTrie(sections["opening"]);
    }

    public static TitleLexicon Shared => s_shared.Value;

    public WordTrie Heads { get; }

    public WordTrie NeverAfter { get; }

    public EndingTrie Modifiers { get; }

    /// <summary>Bodies before a post, with their <see cref="TitleBody"/> as value.</summary>
    public EndingTrie Bodies { get; }

    public EndingTrie Ministries { get; }

    public EndingTrie ZoneEnds { get; }

    public EndingTrie Levels { get; }

    public EndingTrie Units { get; }

    public EndingTrie Stems { get; }

    public EndingTrie Openings { get; }
}
