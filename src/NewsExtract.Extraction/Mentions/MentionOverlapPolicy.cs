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
        var order = new int[candidates.Count];
        var length = 0;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            length = Math.Max(length, candidates[i].Span.End);
        }

        Array.Sort(order, (left, right) => Compare(candidates, left, right));
        var taken = new bool[length];
        var kept = new List<Mention>();
        foreach (var index in order)
        {
            var mention = candidates[index];
            var units = taken.AsSpan(mention.Span.Start, mention.Span.Length);
            if (!units.Contains(true))
            {
                units.Fill(true);
                kept.Add(mention);
            }
        }

        kept.Sort((left, right) => left.Span.CompareTo(right.Span));
        return [.. kept];
    }

    private static int Compare(IReadOnlyList<Mention> candidates, int left, int right)
    {
        var byLength = candidates[right].Span.Length.CompareTo(candidates[left].Span.Length);
        return byLength != 0 ? byLength : left.CompareTo(right);
    }
}
