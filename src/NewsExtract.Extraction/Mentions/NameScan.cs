using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Extraction.Mentions.Persons;
using NewsExtract.Extraction.Mentions.Places;
using NewsExtract.Extraction.Mentions.Titles;

namespace NewsExtract.Extraction.Mentions;

/// <summary>
/// The names of one article, found together because each vouches for the others: places, titles, persons. Made once an
/// article and shared by the recognizers. Immutable; safe for concurrent use.
/// </summary>
internal sealed class NameScan
{
    private static readonly ConditionalWeakTable<ArticleText, NameScan> s_scans = [];

    private NameScan(ArticleText article, ImmutableArray<Token> tokens)
    {
        var text = article.Text;
        var reversed = new ReversedText(text);
        var map = new TokenMap(text.Length, tokens);
        Places = new PlaceScan(text, map);
        var titles = new TitleScanner(text, reversed, Places).Scan();
        var persons = new PersonScanner(article, reversed, map, titles, Places).Scan();
        Persons = [.. KnownNames.Spread(text, map, persons)];
        TitleCandidates = [.. titles];
        HeldTitles = [.. TitleHolding.Held(text, reversed, titles, Persons)];
        Walls =
        [
            .. Persons.Where(person => person.IsFirm).Select(person => (person.Span, false))
                .Concat(HeldTitles.Select(title => (new TextSpan(title.IsOwn ? title.Start : title.CoreStart, title.End), true)))
                .OrderBy(wall => wall.Item1.Start),
        ];
    }

    public PlaceScan Places { get; }

    public ImmutableArray<PersonCandidate> Persons { get; }

    /// <summary>Every run that names a post, held or not.</summary>
    public ImmutableArray<TitleCandidate> TitleCandidates { get; }

    /// <summary>The titles that someone named in the article holds.</summary>
    public ImmutableArray<TitleCandidate> HeldTitles { get; }

    /// <summary>By position: what no name of a body reaches over, persons that their context vouches for and held titles.</summary>
    public ImmutableArray<(TextSpan Span, bool IsTitle)> Walls { get; }

    public static NameScan Of(ArticleText article, ImmutableArray<Token> tokens)
    {
        if (!s_scans.TryGetValue(article, out var scan))
        {
            scan = new NameScan(article, tokens);
            s_scans.AddOrUpdate(article, scan);
        }

        return scan;
    }
}
