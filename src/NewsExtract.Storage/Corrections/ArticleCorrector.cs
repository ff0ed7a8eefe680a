using System.Collections.Immutable;
using System.Globalization;

namespace NewsExtract.Storage.Corrections;

/// <summary>
/// Applies corrections to one article. Facts and mentions keep the ids that extraction gave them; what a person wrote that no extracted
/// one stands for takes the ids behind them, one for each thing that was ever corrected, so that they hold whatever is undone.
/// </summary>
internal static class ArticleCorrector
{
    /// <param name="placed">The article's, by the first correction of each thing.</param>
    /// <param name="places">Takes what became of each.</param>
    public static ArticleRecord Apply(ArticleRecord record, LocatedText text, ImmutableArray<PlacedCorrection> placed, ImmutableDictionary<long, CorrectionPlace>.Builder places)
    {
        var index = record.Article.Index;
        foreach (var item in placed.Where(static item => item is { First.Kind: CorrectedKind.Article, Counts: not null }))
        {
            places[item.Counts!.Id] = new CorrectionPlace(index, null, null);
        }

        var ofFacts = Of(CorrectedKind.Fact);
        var facts = ofFacts.IsEmpty ? record.Facts : Merge(record.Facts, ofFacts, Statements.Likeness, (fact, item, id) => Build(record, text, fact, item, id), static fact => fact.Id, "f", index, places);
        var ofMentions = Of(CorrectedKind.Mention);
        if (ofMentions.IsEmpty)
        {
            return ofFacts.IsEmpty ? record : record with { Facts = facts };
        }

        var mentions = Merge(record.Mentions, ofMentions, Statements.Likeness, (mention, item, id) => Build(record, mention, item, id), static mention => mention.Id, "m", index, places);
        mentions = WithoutOverlaps(mentions, index, places);
        return record with { Facts = facts, Mentions = mentions, Entities = CorrectedEntities.Of(record, mentions) };

        // What was undone stays among them, for it keeps its id, unless nothing else is left.
        ImmutableArray<PlacedCorrection> Of(CorrectedKind kind)
        {
            var all = placed.Where(item => item.First.Kind == kind).ToImmutableArray();
            return all.Any(static item => item.Counts is not null) ? all : [];
        }
    }

    private static ImmutableArray<T> Merge<T>(
        ImmutableArray<T> extracted,
        ImmutableArray<PlacedCorrection> placed,
        Func<T, Correction, Statement, Statement, int?> likeness,
        Func<T?, PlacedCorrection, string, T> build,
        Func<T, string> idOf,
        string prefix,
        int article,
        ImmutableDictionary<long, CorrectionPlace>.Builder places)
        where T : class
    {
        var matches = Match(extracted, placed, likeness);
        var merged = ImmutableArray.CreateBuilder<T>(extracted.Length);
        var corrections = matches.ToDictionary(static match => match.Value, static match => match.Key);
        for (var i = 0; i < extracted.Length; i++)
        {
            if (!corrections.TryGetValue(i, out var correction))
            {
                merged.Add(extracted[i]);
                continue;
            }

            var item = placed[correction];
            var isRejected = item.Counts!.Action == CorrectionAction.Reject;
            places[item.Counts.Id] = new CorrectionPlace(article, isRejected ? null : idOf(extracted[i]), null);
            if (!isRejected)
            {
                merged.Add(build(extracted[i], item, idOf(extracted[i])));
            }
        }

        for (var i = 0; i < placed.Length; i++)
        {
            if (placed[i].Counts is not { } counts || matches.ContainsKey(i))
            {
                continue;
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"{prefix}{extracted.Length + i + 1}");
            var isRejected = counts.Action == CorrectionAction.Reject;

            // What a person added and then rejected is gone, and that is all that was wanted.
            var isGone = isRejected && placed[i].First.Action == CorrectionAction.Add;
            places[counts.Id] = new CorrectionPlace(article, isRejected ? null : id, isRejected && !isGone ? DocumentCorrector.NoEffect : null);
            if (!isRejected)
            {
                merged.Add(build(null, placed[i], id));
            }
        }

        return merged.ToImmutable();
    }

    /// <summary>Which extracted item each correction is about: the most alike first, each of them once.</summary>
    private static Dictionary<int, int> Match<T>(ImmutableArray<T> extracted, ImmutableArray<PlacedCorrection> placed, Func<T, Correction, Statement, Statement, int?> likeness)
    {
        var pairs =
            from correction in Enumerable.Range(0, placed.Length)
            where placed[correction].Counts is not null
            from item in Enumerable.Range(0, extracted.Length)
            let score = likeness(extracted[item], placed[correction].Counts!, placed[correction].Anchor, placed[correction].Content)
            where score is not null
            orderby score descending, correction, item
            select (correction, item);
        var matches = new Dictionary<int, int>();
        var taken = new HashSet<int>();
        foreach (var (correction, item) in pairs)
        {
            if (!matches.ContainsKey(correction) && taken.Add(item))
            {
                matches.Add(correction, item);
            }
        }

        return matches;
    }

    private static FactRecord Build(ArticleRecord record, LocatedText text, FactRecord? extracted, PlacedCorrection item, string id)
    {
        var correction = item.Counts!;
        var statement = item.Content;
        if (extracted is not null && Statements.Says(extracted, statement, checksPlaces: correction.Action == CorrectionAction.Edit))
        {
            return extracted with { Review = ReviewMark.Accepted };
        }

        var evidence = extracted is not null && extracted.Evidence.Spans.SequenceEqual(statement.At.Spans)
            ? extracted.Evidence
            : new EvidenceRecord(statement.At.Quote, statement.At.Spans) { Boxes = LinesOf(record, statement.At.Spans) };
        return new FactRecord(
            id,
            statement.Type,
            statement.Roles.ToDictionary(static role => role.Name, static role => role.Value),
            statement.Roles.ToDictionary(static role => role.Name, static role => Statements.SpansOf(role)),
            evidence,
            ProducerOf(correction),
            Confidence: null)
        {
            Modality = statement.Modality,
            Review = MarkOf(correction.Action),
        };
    }

    private static MentionRecord Build(ArticleRecord record, MentionRecord? extracted, PlacedCorrection item, string id)
    {
        var correction = item.Counts!;
        var statement = item.Content;
        return extracted is not null && Statements.Says(extracted, statement)
            ? extracted with { Review = ReviewMark.Accepted }
            : new MentionRecord(id, statement.Type, statement.At.Quote, statement.At.Spans, Value: null, ProducerOf(correction), Confidence: null)
            {
                Boxes = LinesOf(record, statement.At.Spans),
                Review = MarkOf(correction.Action),
            };
    }

    /// <summary>No two mentions overlap: what a person said wins over what was extracted, and the later word over the earlier.</summary>
    private static ImmutableArray<MentionRecord> WithoutOverlaps(ImmutableArray<MentionRecord> mentions, int article, ImmutableDictionary<long, CorrectionPlace>.Builder places)
    {
        var words = places.Where(place => place.Value.Article == article && place.Value is { Item: ['m', ..], Problem: null }).ToDictionary(static place => place.Value.Item!, static place => place.Key, StringComparer.Ordinal);
        var kept = mentions.Where(mention => !mentions.Any(other => Rank(other) > Rank(mention) && Statements.Overlap(other.Spans, mention.Spans))).ToImmutableArray();
        foreach (var displaced in mentions.Except(kept).Where(static mention => mention.Review is not null))
        {
            places[words[displaced.Id]] = new CorrectionPlace(article, null, DocumentCorrector.NoEffect);
        }

        return kept;

        long Rank(MentionRecord mention) => words.GetValueOrDefault(mention.Id, 0);
    }

    private static string MarkOf(CorrectionAction action) => action switch
    {
        CorrectionAction.Accept => ReviewMark.Accepted,
        CorrectionAction.Edit => ReviewMark.Edited,
        _ => ReviewMark.Added,
    };

    private static string ProducerOf(Correction correction) => $"person:{correction.By}@{correction.At[..Math.Min(10, correction.At.Length)]}";

    /// <summary>The boxes of the printed lines that spans touch, whole: where in them a text stands no record tells.</summary>
    private static ImmutableArray<PageBox>? LinesOf(ArticleRecord record, ImmutableArray<TextSpan> spans)
    {
        if (record.Source.Pages is null)
        {
            return null;
        }

        var lines = record.Paragraphs.SelectMany(static paragraph => paragraph.Boxes is { } boxes && boxes.Length == paragraph.Spans.Length
            ? paragraph.Spans.Zip(boxes)
            : [.. (paragraph.Boxes ?? []).Select(box => (paragraph.Spans[0].Cover(paragraph.Spans[^1]), box))]);
        return [.. lines.Where(line => spans.Any(span => span.Overlaps(line.First))).Select(static line => line.Second)];
    }
}
