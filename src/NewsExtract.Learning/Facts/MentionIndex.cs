using System.Collections.Immutable;

namespace NewsExtract.Learning.Facts;

/// <summary>Finds mentions by place.</summary>
internal static class MentionIndex
{
    /// <param name="mentions">By position, without overlaps.</param>
    /// <returns>The mention that holds <paramref name="position"/>, or <c>null</c>.</returns>
    public static Mention? At(ImmutableArray<Mention> mentions, int position)
    {
        int low = 0, high = mentions.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = mentions[middle].Span.End <= position ? (middle + 1, high) : (low, middle);
        }

        return low < mentions.Length && mentions[low].Span.Contains(position) ? mentions[low] : null;
    }
}
