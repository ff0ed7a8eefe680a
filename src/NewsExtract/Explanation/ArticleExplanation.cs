using System.Collections.Immutable;
using NewsExtract.Extraction.Mentions;

namespace NewsExtract.Explanation;

/// <summary>What was made of a part of an article, or of all of it, and what came to nothing there.</summary>
/// <param name="Selection">Units of <see cref="ArticleText.Text"/>; <c>null</c> for the whole article.</param>
/// <param name="Mentions">By position.</param>
/// <param name="Rejections">By position.</param>
internal sealed record ArticleExplanation(
    ArticleText Text,
    TextSpan? Selection,
    ImmutableArray<Fact> Facts,
    ImmutableArray<Mention> Mentions,
    ImmutableArray<Rejection> Rejections)
{
    /// <summary>Facts of a pipeline read the story only, but for credits and what headlines say.</summary>
    public BlockKind? Block => Selection is { } span ? Text.Blocks[Text.BlockAt(span.Start)].Kind : null;

    /// <summary>Of an article whose pipeline traces, everything.</summary>
    public static ArticleExplanation Of(ArticleResult article) => new(article.Text, null, article.Facts, article.Mentions, article.Rejections);

    /// <summary>Everywhere that <paramref name="words"/> stand, in either script and width; empty when they don't.</summary>
    public static IEnumerable<ArticleExplanation> OfWords(ArticleResult article, string words)
    {
        var folded = LexiconRecognizer.Fold(words);
        for (var at = 0; (at = article.Text.Text.IndexOf(folded, at, StringComparison.Ordinal)) >= 0; at += folded.Length)
        {
            yield return OfSpan(article, new TextSpan(at, at + folded.Length));
        }
    }

    /// <summary>What lies in a part of the source; <c>null</c> where the article has none of it.</summary>
    /// <param name="source">UTF-16 units of the source's decoded text.</param>
    public static ArticleExplanation? OfSource(ArticleResult article, TextSpan source)
    {
        int start = -1, end = -1;
        for (var i = 0; i < article.Text.Text.Length; i++)
        {
            if (source.Contains(article.Text.SourceOffset(i)))
            {
                start = start < 0 ? i : start;
                end = i + 1;
            }
        }

        return start < 0 ? null : OfSpan(article, new TextSpan(start, end));
    }

    private static ArticleExplanation OfSpan(ArticleResult article, TextSpan span) => new(
        article.Text,
        span,
        [.. article.Facts.Where(fact => fact.Arguments.Any(argument => argument.Spans.Any(span.Overlaps)) || fact.Trigger?.Overlaps(span) == true || span.Contains(fact.Evidence))],
        [.. article.Mentions.Where(mention => mention.Span.Overlaps(span))],
        [.. article.Rejections.Where(rejection => rejection.Span.Overlaps(span))]);

    /// <summary>The mention that a place of an argument lies in, or <c>null</c>.</summary>
    public static Mention? MentionOf(ArticleResult article, TextSpan span) => article.Mentions.FirstOrDefault(mention => mention.Span.Contains(span));
}
