using System.Collections.Immutable;

namespace NewsExtract.Evaluation;

/// <summary>Where the marks of a bulletin lie in the view of one of its articles.</summary>
internal static class GoldMentions
{
    /// <summary>The marks that lie in the article, in units of its view.</summary>
    public static ImmutableArray<GoldMark> Map(ImmutableArray<GoldMark> marks, ArticleText text)
    {
        var positions = new Dictionary<int, int>();
        for (var i = 0; i < text.Text.Length; i++)
        {
            if (text.SourceOffset(i) != ArticleText.NoSource)
            {
                positions[text.SourceOffset(i)] = i;
            }
        }

        var mapped = ImmutableArray.CreateBuilder<GoldMark>();
        foreach (var mark in marks)
        {
            int start = -1, end = -1;
            for (var i = mark.Span.Start; i < mark.Span.End; i++)
            {
                if (positions.TryGetValue(i, out var position))
                {
                    start = start < 0 ? position : start;
                    end = position + 1;
                }
            }

            if (start >= 0 && end > start)
            {
                mapped.Add(mark with { Span = new TextSpan(start, end) });
            }
        }

        return mapped.ToImmutable();
    }
}
