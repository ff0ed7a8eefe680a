using System.Collections.Immutable;
using NewsExtract.Learning.Sequences;

namespace NewsExtract.Learning.Spans;

/// <summary>All that rules and tagger take for a mention in one text.</summary>
internal static class SpanPool
{
    /// <param name="tagger">Stands as the producer of what the tagger alone finds.</param>
    /// <param name="withValues">Whether the tagger's dates, amounts and quantities count, whose worth only rules can say.</param>
    /// <returns>By position; one candidate for each type and span.</returns>
    public static ImmutableArray<SpanCandidate> Gather(ArticleText text, SequenceReading reading, ImmutableArray<Mention> proposals, IReadOnlyList<Mention> candidates, Producer tagger, bool withValues)
    {
        var pool = new Dictionary<(EntityType, TextSpan), (Mention Mention, SpanSource Source)>();
        foreach (var mention in proposals)
        {
            pool.TryAdd((mention.Type, mention.Span), (mention, SpanSource.Proposal));
        }

        foreach (var mention in candidates)
        {
            pool.TryAdd((mention.Type, mention.Span), (mention, SpanSource.SetAside));
        }

        foreach (var (type, span) in SequenceReading.Lines(text.Text).SelectMany(line => reading.Best(line)))
        {
            if (type < EntityType.Date || withValues)
            {
                pool.TryAdd((type, span), (new Mention(type, span, tagger), SpanSource.Tagger));
            }
        }

        // By position, for the reading holds one line at a time.
        return
        [
            .. pool.Values
                .OrderBy(item => item.Mention.Span.Start).ThenBy(item => item.Mention.Span.End).ThenBy(item => item.Mention.Type)
                .Select(item => new SpanCandidate(item.Mention, item.Source, reading.Probability(item.Mention.Type, item.Mention.Span))),
        ];
    }
}
