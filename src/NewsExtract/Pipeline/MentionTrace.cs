using System.Collections.Immutable;

namespace NewsExtract;

/// <summary>Tells which candidates became no mention: set aside for another, or by the model.</summary>
internal static class MentionTrace
{
    /// <param name="mentions">What is kept, by position.</param>
    public static void Write(ExtractionTrace trace, MentionDraft draft, ImmutableArray<Mention> mentions)
    {
        var kept = mentions.Select(mention => (mention.Type, mention.Span)).ToHashSet();
        foreach (var candidate in draft.Candidates)
        {
            if (kept.Contains((candidate.Type, candidate.Span)))
            {
                continue;
            }

            var winner = mentions.FirstOrDefault(mention => mention.Span.Overlaps(candidate.Span));
            trace.Reject(new Rejection(candidate.Type.Label(), candidate.Span, winner is null ? RejectionReason.Model : RejectionReason.Overlap)
            {
                Other = winner?.Span,
                Producer = candidate.Producer,
            });
        }
    }
}
