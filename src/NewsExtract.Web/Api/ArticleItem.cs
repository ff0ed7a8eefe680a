using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Web.Api;

/// <summary>An article that a question finds, with the text around the first hit.</summary>
/// <param name="Article">0-based place in its file.</param>
/// <param name="Hits">Of the words in <paramref name="Snippet"/>.</param>
/// <param name="HitCount">In the whole article.</param>
internal sealed record ArticleItem(string Id, string? Date, string? Headline, string Source, int Article, int Facts, int? Reprints, string Sha256, string Snippet, ImmutableArray<int[]> Hits, int HitCount)
{
    public static ArticleItem Of(ArticleHit article)
    {
        var (snippet, start, end) = QueryRow.SnippetOf(article);
        var shift = (start > 0 ? 1 : 0) - start;
        return new ArticleItem(
            article.Id.ToString(CultureInfo.InvariantCulture), article.Date, article.Headline, article.Source, article.Number, article.Facts, article.Reprints > 0 ? article.Reprints : null, article.Sha256, snippet,
            [.. article.Hits.Where(hit => hit.Start >= start && hit.End <= end).Select(hit => new[] { hit.Start + shift, hit.End + shift })], article.Hits.Length);
    }
}
