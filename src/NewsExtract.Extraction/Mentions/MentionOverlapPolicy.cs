using System.Collections.Immutable;

namespace NewsExtract.Extraction.Mentions;

/// <summary>
/// The one policy for overlapping mentions: the longer span wins; of equal spans the one whose recognizer comes first.
/// One exception: a title never swallows the body or zone before it. A title that begins within or at the start of one
/// and goes on after it (大同第二医院|副院长 read as one title) stands back, whatever its length.
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
        var order = new List<int>(candidates.Count);
        var length = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            length = Math.Max(length, candidates[i].Span.End);
        }

        var bodyEnds = BodyEnds(candidates, length);
        for (var i = 0; i < candidates.Count; i++)
        {
            var span = candidates[i].Span;
            if (candidates[i].Type != EntityType.Title || bodyEnds[span.Start] <= span.Start || bodyEnds[span.Start] >= span.End)
            {
                order.Add(i);
            }
        }

        order.Sort((left, right) => Compare(candidates, left, right));
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

    /// <summary>For each position the end of the body or zone that holds it, 0 when none does; of several the nearest end.</summary>
    private static int[] BodyEnds(IReadOnlyList<Mention> candidates, int length)
    {
        var ends = new int[length + 1];
        foreach (var candidate in candidates)
        {
            if (candidate.Type is EntityType.Organization or EntityType.Zone)
            {
                for (var i = candidate.Span.Start; i < candidate.Span.End; i++)
                {
                    ends[i] = ends[i] == 0 ? candidate.Span.End : Math.Min(ends[i], candidate.Span.End);
                }
            }
        }

        return ends;
    }

    private static int Compare(IReadOnlyList<Mention> candidates, int left, int right)
    {
        var byLength = candidates[right].Span.Length.CompareTo(candidates[left].Span.Length);
        return byLength != 0 ? byLength : left.CompareTo(right);
    }
}
