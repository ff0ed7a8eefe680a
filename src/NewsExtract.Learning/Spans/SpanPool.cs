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
        var known = new HashSet<(EntityType, TextSpan)>();
        var pool = new List<(Mention Mention, SpanSource Source)>();
        foreach (var mention in proposals)
        {
            Add(mention, SpanSource.Proposal);
        }

        foreach (var mention in candidates)
        {
            Add(mention, SpanSource.SetAside);
        }

        pool.Sort(ByPosition);
        var gathered = ImmutableArray.CreateBuilder<SpanCandidate>(pool.Count);
        var next = 0;
        var inLine = new List<(Mention Mention, SpanSource Source)>();

        // Line by line, for the reading holds one at a time.
        foreach (var line in SequenceReading.Lines(text.Text))
        {
            while (next < pool.Count && pool[next].Mention.Span.Start < line.End)
            {
                inLine.Add(pool[next++]);
            }

            foreach (var (type, span) in reading.Best(line))
            {
                if ((type < EntityType.Date || withValues) && known.Add((type, span)))
                {
                    inLine.Add((new Mention(type, span, tagger), SpanSource.Tagger));
                }
            }

            Take(inLine);
        }

        inLine.AddRange(pool[next..]);
        Take(inLine);
        return gathered.ToImmutable();

        void Add(Mention mention, SpanSource source)
        {
            if (known.Add((mention.Type, mention.Span)))
            {
                pool.Add((mention, source));
            }
        }

        void Take(List<(Mention Mention, SpanSource Source)> found)
        {
            found.Sort(ByPosition);
            foreach (var (mention, source) in found)
            {
                gathered.Add(new SpanCandidate(mention, source, reading.Probability(mention.Type, mention.Span)));
            }

            found.Clear();
        }
    }

    private static int ByPosition((Mention Mention, SpanSource Source) left, (Mention Mention, SpanSource Source) right)
    {
        var (a, b) = (left.Mention, right.Mention);
        return a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start)
            : a.Span.End != b.Span.End ? a.Span.End.CompareTo(b.Span.End)
            : a.Type.CompareTo(b.Type);
    }
}
