using System.Collections.Immutable;

namespace NewsExtract.Extraction.FactTypes;

/// <summary>Look-ups that all fact types share.</summary>
internal static class FactContextExtensions
{
    /// <summary>The mentions that lie wholly within <paramref name="span"/>, by position.</summary>
    public static ReadOnlySpan<Mention> MentionsIn(this FactContext context, TextSpan span)
    {
        var mentions = context.Mentions.AsSpan();
        var first = FirstAtOrAfter(mentions, span.Start);
        var last = first;
        while (last < mentions.Length && mentions[last].Span.End <= span.End)
        {
            last++;
        }

        return mentions[first..last];
    }

    /// <summary>The mention that holds <paramref name="position"/>, or <c>null</c>.</summary>
    public static Mention? MentionAt(this FactContext context, int position)
    {
        var mentions = context.Mentions.AsSpan();
        var index = FirstAtOrAfter(mentions, position + 1) - 1;
        return index >= 0 && mentions[index].Span.Contains(position) ? mentions[index] : null;
    }

    private static int FirstAtOrAfter(ReadOnlySpan<Mention> mentions, int position)
    {
        int low = 0, high = mentions.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].Span.Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
