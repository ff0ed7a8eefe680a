using System.Collections.Immutable;

namespace NewsExtract.Storage.Corrections;

/// <summary>A document's records with what people said of them.</summary>
/// <param name="Records">A record that no correction changed is the one that was given.</param>
/// <param name="Places">For each correction that counts, by its number. What was undone, or has a later word on the same thing, has none.</param>
internal sealed record CorrectedDocument(ImmutableArray<ArticleRecord> Records, ImmutableDictionary<long, CorrectionPlace> Places);

/// <summary>
/// Applies corrections to what was extracted. Depends on nothing else: whatever the document went through before, the same extraction
/// and the same corrections give the same records.
/// </summary>
internal static class DocumentCorrector
{
    /// <summary>The text that a correction is about is not there.</summary>
    public const string NoText = "NX3216";

    /// <summary>There is nothing to reject, or a later correction stands at its place.</summary>
    public const string NoEffect = "NX3217";

    /// <param name="corrections">Those of the document by their number, undone ones too: ids of what was added don't change when something else is undone.</param>
    public static CorrectedDocument Apply(ImmutableArray<ArticleRecord> records, IReadOnlyList<Correction> corrections)
    {
        var texts = new DocumentTexts(records);
        var places = ImmutableDictionary.CreateBuilder<long, CorrectionPlace>();
        var placed = new List<PlacedCorrection>();
        foreach (var group in corrections.GroupBy(static correction => (correction.Kind, CorrectionJson.Write(correction.Anchor))))
        {
            var counts = group.LastOrDefault(static correction => correction.UndoneAt is null);
            var first = group.First();
            var anchor = texts.Locate(first.Anchor, first.Article);
            var content = counts?.Content is { } edited ? texts.Locate(edited, first.Article) : anchor;
            if (anchor is { } found && content is { } located && found.Place == located.Place)
            {
                placed.Add(new PlacedCorrection(counts, first, found.Place, found.Statement, located.Statement));
            }
            else if (counts is not null)
            {
                places[counts.Id] = new CorrectionPlace(counts.Article, null, NoText);
            }
        }

        var corrected = records.ToBuilder();
        foreach (var ofArticle in placed.GroupBy(static item => item.Place))
        {
            corrected[ofArticle.Key] = ArticleCorrector.Apply(records[ofArticle.Key], texts[ofArticle.Key], [.. ofArticle], places);
        }

        return new CorrectedDocument(corrected.ToImmutable(), places.ToImmutable());
    }
}

/// <summary>Corrections of one thing, with their statements where they stand in the present text.</summary>
/// <param name="Counts">The last word on it; <c>null</c> when all were undone.</param>
/// <param name="First">The first word on it.</param>
/// <param name="Place">Of the article in the list of the document's.</param>
internal sealed record PlacedCorrection(Correction? Counts, Correction First, int Place, Statement Anchor, Statement Content);
