namespace NewsExtract.Readers.Layout;

/// <summary>Judges by their type what headline-like lines of a printed page are.</summary>
internal sealed class TypeJudge(string source)
{
    /// <summary>Of the headline's size: what is smaller may head a section.</summary>
    private const float SectionSize = 0.75f;

    /// <summary>Of the headline's size: what is as large opens an article of its own, even when the first has no text.</summary>
    private const float RivalSize = 0.85f;

    private const int ShortestQuote = 6;
    private const int LeadCharacters = 80;

    /// <summary>How much of a long document is searched for the sentence that is quoted.</summary>
    private const int SearchLimit = 1 << 20;

    private readonly string _source = source;
    private string? _compact;

    /// <param name="goesOn">Whether the text below the lines goes on with the paragraph that broke off above them.</param>
    public TitleDecision Decide(TitleGroup group, ArticleDraft current, bool goesOn)
    {
        var largest = group.Titles.MaxBy(title => title.Setting!.Size)!;
        var headline = current.HasTitle ? current.Titles.Max(title => title.Unit.Setting!.Size) : 0;
        var isDisplay = group.Titles.Exists(title => title.Setting!.Level == TypeLevel.Display);
        if (!current.HasText && current.HasTitle)
        {
            return isDisplay && largest.Setting!.Size >= headline * RivalSize && current.Body.Count > 0 ? TitleDecision.Opens
                : current.HasHeaderByline || !isDisplay ? Below(group, current)
                : TitleDecision.Header;
        }

        if (goesOn || group.Titles.Exists(title => title.Setting!.IsInset))
        {
            return !isDisplay ? TitleDecision.Heading : current.HasTitle ? TitleDecision.Caption : TitleDecision.Header;
        }

        var evidence = ArticleEvidence.Weigh(group, current, atPageEdge: false, ParagraphHabit.Unknown, _source);
        if (!isDisplay)
        {
            var need = ArticleEvidence.PageThreshold + (group.Titles.Exists(title => title.Setting!.Level == TypeLevel.Heading) ? 1 : 2);
            return evidence >= need ? TitleDecision.Opens : Below(group, current);
        }

        if (current.HasTitle && largest.Setting!.Size <= headline * SectionSize && IsQuote(group))
        {
            return TitleDecision.Caption;
        }

        if (!current.HasTitle)
        {
            return IsOwnHeadline(group, current) ? TitleDecision.Header : TitleDecision.Opens;
        }

        // 20-point headline, 14-point section heads: those stand alone above text like the rest.
        var mayBeSection = group is { Titles.Count: 1, HasByline: false, HasDash: false } && largest.Setting!.Size <= headline * SectionSize;
        return mayBeSection && evidence + 1 < ArticleEvidence.PageThreshold ? TitleDecision.Heading : TitleDecision.Opens;
    }

    // A sentence of the text, set large beside it. What the lead below says as well is a headline.
    private bool IsQuote(TitleGroup group)
    {
        var quote = Compact(group.Titles.SelectMany(title => title.Pieces));
        if (quote.Length < ShortestQuote || group.Text?.Opening is not null)
        {
            return false;
        }

        _compact ??= Compact([new TextSpan(0, Math.Min(_source.Length, SearchLimit))]);
        var first = _compact.IndexOf(quote, StringComparison.Ordinal);
        return first >= 0 && _compact.IndexOf(quote, first + 1, StringComparison.Ordinal) >= 0
            && Compact(group.TextPieces) is var text && !text[..Math.Min(text.Length, LeadCharacters)].Contains(quote, StringComparison.Ordinal);
    }

    private string Compact(IEnumerable<TextSpan> pieces) =>
        string.Concat(pieces.SelectMany(piece => piece.Of(_source).ToString()).Where(character => !Glyphs.IsBlank(character)));

    // Text without a headline that began on this page belongs to the first headline below it.
    private static bool IsOwnHeadline(TitleGroup group, ArticleDraft current) =>
        group.Text?.Opening is null
        && current.Body.Find(block => block.Kind == BlockKind.Body) is { Unit.Setting: { } first }
        && first.Page == group.Titles[0].Setting!.Page;

    private static TitleDecision Below(TitleGroup group, ArticleDraft current) =>
        group.Titles[0].Setting!.Level != TypeLevel.Plain || group.Text is { Kind: UnitKind.Prose } ? TitleDecision.Heading
        : current.HasText || current.HasHeaderByline || current.Body.Count > 0 ? TitleDecision.Row
        : TitleDecision.Header;
}
