using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Web.Api;

/// <summary>A fact as <c>newsextract query --format jsonl</c> writes it, and where the words of the question stand in its evidence.</summary>
/// <param name="Id">As corrections name it: <c>ARTICLE/f3</c>.</param>
/// <param name="Article">0-based place of the article in its file.</param>
internal sealed record FactItem(
    string Id, string Type, ImmutableSortedDictionary<string, object> Roles, string? Modality, string Evidence, string? Date, string Source, int Article, string? Headline, int? Reprints,
    JsonElement Spans, JsonElement? Boxes, string Sha256, string Producer, double? Confidence, string? Review, string ArticleId, ImmutableArray<int[]> Hits)
{
    public static FactItem Of(FactHit fact, IEnumerable<TextSpan> hits) => new(
        fact.Id, fact.Type, RolesOf(fact.Arguments), fact.Modality, fact.Evidence, fact.Date, fact.Source, fact.ArticleNumber, fact.Headline, fact.Reprints > 0 ? fact.Reprints : null,
        Json(fact.Spans), fact.Boxes is { } boxes ? Json(boxes) : null, fact.Sha256, fact.Producer, fact.Confidence, fact.Review, fact.Article.ToString(CultureInfo.InvariantCulture),
        [.. hits.Select(static hit => new[] { hit.Start, hit.End })]);

    // A list has an argument an item.
    private static ImmutableSortedDictionary<string, object> RolesOf(ImmutableArray<ArgumentHit> arguments) => arguments
        .GroupBy(static argument => argument.Role, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(static role => role.Key, static role => role.ToArray() is [var only] ? ValueOf(only) : role.Select(static argument => argument.Text ?? "").ToArray(), StringComparer.Ordinal);

    private static object ValueOf(ArgumentHit argument) => argument.Number is { } number ? number : argument.Text ?? "";

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
