using System.Collections.Immutable;

namespace NewsExtract.Storage.Corrections;

/// <summary>
/// The texts of a document's articles, in which what people marked is found again: at the same place while reading is the same, else
/// by its quote, the nearest one to where it stood.
/// </summary>
internal sealed class DocumentTexts(ImmutableArray<ArticleRecord> records)
{
    private readonly ImmutableArray<LocatedText> _texts = [.. records.Select(LocatedText.Of)];

    public LocatedText this[int place] => _texts[place];

    /// <param name="article">The article that it stood in.</param>
    /// <returns>The place in the list of the article that it stands in, and the statement with present spans; <c>null</c> when a part of it stands nowhere.</returns>
    public (int Place, Statement Statement)? Locate(Statement statement, int article)
    {
        if (LocateFirst(statement.At, article) is not { } found)
        {
            return null;
        }

        var text = _texts[found.Place];
        var shift = found.At.Spans[0].Start - statement.At.Spans[0].Start;
        var roles = ImmutableArray.CreateBuilder<StatementRole>(statement.Roles.Length);
        foreach (var role in statement.Roles)
        {
            ImmutableArray<Passage?> passages = [.. role.At.Select(passage => Locate(text, passage, shift))];
            if (passages.Contains(null))
            {
                return null;
            }

            roles.Add(role with { At = [.. passages.Select(static passage => passage!)] });
        }

        return (found.Place, statement with { At = found.At, Roles = roles.MoveToImmutable() });
    }

    private (int Place, Passage At)? LocateFirst(Passage passage, int article)
    {
        if (passage.Spans.IsEmpty)
        {
            return null;
        }

        // The article itself first: a quote may stand in several.
        var order = Enumerable.Range(0, _texts.Length).OrderBy(place => records[place].Article.Index == article ? 0 : 1).ToList();
        foreach (var place in order)
        {
            if (StandsAt(_texts[place], passage))
            {
                return (place, passage);
            }
        }

        var nearest = order
            .SelectMany(place => _texts[place].Occurrences(passage.Quote).Select(range => (Place: place, At: _texts[place].PassageOf(range))))
            .Where(static found => !found.At.Spans.IsEmpty)
            .OrderBy(found => Distance(found.At, passage, 0))
            .Take(1)
            .ToList();
        return nearest.Count > 0 ? nearest[0] : null;
    }

    private static Passage? Locate(LocatedText text, Passage passage, int shift) => shift == 0 && StandsAt(text, passage)
        ? passage
        : text.Occurrences(passage.Quote)
            .Select(text.PassageOf)
            .Where(static found => !found.Spans.IsEmpty)
            .OrderBy(found => Distance(found, passage, shift))
            .FirstOrDefault();

    private static bool StandsAt(LocatedText text, Passage passage) =>
        text.Find(passage.Spans) is { } range && range.Of(text.Text).SequenceEqual(passage.Quote);

    private static int Distance(Passage found, Passage passage, int shift) => Math.Abs(found.Spans[0].Start - (passage.Spans[0].Start + shift));
}
