using System.Collections.Immutable;

namespace NewsExtract.Extraction.Mentions;

/// <summary>
/// The one policy for overlapping mentions: the longer span wins; of equal spans the one whose recognizer comes first.
/// </summary>
internal static class MentionOverlapPolicy
{
    /// <summary>What a user listed wins over everything that it touches, however long.</summary>
    /// <param name="listed">From the user's own lexicon.</param>
    /// <param name="candidates">In recognizer order.</param>
    /// <returns>By position, without overlaps.</returns>
    public static ImmutableArray<Mention> Resolve(IReadOnlyList<Mention> listed, IReadOnlyList<Mention> candidates)
    {
        if (listed.Count == 0)
        {
            return Resolve(candidates);
        }

        var winners = Resolve(listed);
        return Resolve([.. winners, .. candidates.Where(candidate => !winners.Any(winner => winner.Span.Overlaps(candidate.Span)))]);
    }

    /// <param name="candidates">In recognizer order.</param>
    /// <returns>By position, without overlaps.</returns>
    public static ImmutableArray<Mention> Resolve(IReadOnlyList<Mention> candidates)
    {
        var order = Enumerable.Range(0, candidates.Count)
            .OrderByDescending(index => candidates[index].Span.Length)
            .ThenBy(index => index);
        var taken = new SortedSet<TextSpan>();
        var kept = new List<Mention>();
        foreach (var index in order)
        {
            var mention = candidates[index];
            var before = taken.GetViewBetween(new TextSpan(0, 0), new TextSpan(mention.Span.End - 1, mention.Span.End - 1)).Max;
            if (taken.Count > 0 && before.End > mention.Span.Start)
            {
                continue;
            }

            taken.Add(mention.Span);
            kept.Add(mention);
        }

        kept.Sort((left, right) => left.Span.CompareTo(right.Span));
        return [.. kept];
    }
}
