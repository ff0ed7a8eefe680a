using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Api;

/// <summary><c>GET /numbers/series</c>, <c>/numbers/points</c> and its CSV: figures of one thing over time.</summary>
internal static class NumbersApi
{
    private const int MostFacets = 50;
    private const string Level = "level";
    private const string Change = "change";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/numbers/series", FindSeries).WithName("FindSeries").WithSummary("What can be followed over time: indicators, stages of projects, what is aimed at or invested in.").Takes(QueryParameters.Series);
        api.MapGet("/numbers/points", static (HttpRequest request, NewsStore store, FactTypes types) => TypedResults.Ok(Read(request, store, types))).WithName("FindPoints").WithSummary("The figures of one series by day, with their evidence.").Takes(QueryParameters.Points);
        api.MapGet("/numbers/points.csv", WriteCsv).WithName("DownloadPointsCsv").WithSummary("The same as CSV.").Produces<string>(contentType: "text/csv").Takes(QueryParameters.Points);
    }

    private static Ok<List<NumberSeries>> FindSeries(HttpRequest request, NewsStore store, AnswerCache answers)
    {
        var kind = FilterParameters.Text(request.Query, "kind");
        var word = FilterParameters.Text(request.Query, "q");
        var kinds = kind is null ? NumberKind.All : [KindOf(kind)];
        return TypedResults.Ok(kinds
            .SelectMany(one => answers.Find($"series {one.Type}", () => store.FindSeries(one)))
            .Where(series => word is null || !store.FindWords(series.Name, new NewsFilter { Words = [word] }).IsEmpty)
            .OrderByDescending(static series => series.Facts).ThenBy(static series => series.Name, StringComparer.Ordinal).ThenBy(static series => series.Kind, StringComparer.Ordinal)
            .Take(FilterParameters.Limit(request.Query)).ToList());
    }

    private static FileContentHttpResult WriteCsv(HttpRequest request, NewsStore store, FactTypes types)
    {
        var points = Read(request, store, types);
        var csv = new StringBuilder("\uFEFF").Append(QueryRow.ToCsv(PointItem.Columns));
        foreach (var point in points.Items)
        {
            csv.Append(QueryRow.ToCsv(point.ToRow(points.Unit)));
        }

        return TypedResults.Bytes(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", "numbers.csv");
    }

    private static Points Read(HttpRequest request, NewsStore store, FactTypes types)
    {
        var kind = KindOf(FilterParameters.Text(request.Query, "kind") ?? throw ApiException.BadValue($"kind is missing — write one of {string.Join(", ", NumberKind.All.Select(static one => one.Type))}"));
        var name = FilterParameters.Text(request.Query, "name") ?? throw ApiException.BadValue("name is missing — take one of /api/v1/numbers/series");
        var all = store.FindPoints(kind, name, FilterParameters.Read(request.Query, types) with { Types = [] });
        var units = Count(all.Select(static point => point.Unit));
        var unit = FilterParameters.Text(request.Query, "unit") ?? (units.IsEmpty ? null : units[0].Name);
        var ofUnit = all.Where(point => unit is null || point.Unit == unit).ToList();
        var scope = FilterParameters.Text(request.Query, "scope");
        var ofScope = ofUnit.Where(point => scope is null || point.Scope == scope).ToList();
        var measure = FilterParameters.Text(request.Query, "measure") is { } told ? FilterParameters.OneOf("measure", told, [Level, Change]) : null;
        var points = ofScope.Where(point => measure is null || MeasureOf(point) == measure).Select(PointItem.Of).ToImmutableArray();
        return new Points(unit, units, Count(ofUnit.Select(static point => point.Scope)), Count(ofScope.Select(MeasureOf)), points, points.Count(static point => point.Start is null), units.IsEmpty ? 0 : all.Count(static point => point.Unit is null));
    }

    private static string MeasureOf(NumberPoint point) => point.Change is null ? Level : Change;

    private static NumberKind KindOf(string name) => NumberKind.All.FirstOrDefault(kind => kind.Type == name)
        ?? throw ApiException.BadValue($"kind={name} is unknown — write one of {string.Join(", ", NumberKind.All.Select(static one => one.Type))}");

    private static ImmutableArray<Facet> Count(IEnumerable<string?> names) =>
    [
        .. names.OfType<string>().GroupBy(static name => name, StringComparer.Ordinal).Select(static group => new Facet(group.Key, group.Count()))
            .OrderByDescending(static facet => facet.Count).ThenBy(static facet => facet.Name, StringComparer.Ordinal).Take(MostFacets),
    ];
}

/// <summary>The figures of one series, of one unit.</summary>
/// <param name="Unit">The most frequent one unless asked for another; left out where none is told.</param>
/// <param name="Measures">How many of the scope's figures are levels (level), and how many say how much something rose or fell (change).</param>
/// <param name="Undated">How many of the points have no <c>start</c>.</param>
/// <param name="WithoutUnit">How many figures more are told without a unit, where others have one.</param>
internal sealed record Points(string? Unit, ImmutableArray<Facet> Units, ImmutableArray<Facet> Scopes, ImmutableArray<Facet> Measures, ImmutableArray<PointItem> Items, int Undated, int WithoutUnit)
{
    [System.Text.Json.Serialization.JsonPropertyName("points")]
    public ImmutableArray<PointItem> Items { get; init; } = Items;
}

/// <summary>A figure with its evidence.</summary>
/// <param name="Start">The last day for which it holds, ISO 8601; of <paramref name="Basis"/> article the day of the issue.</param>
/// <param name="Change">up or down where the figure is what something rose or fell by (增加118.4亿元); left out of levels.</param>
internal sealed record PointItem(string FactId, string ArticleId, string? Date, string? Period, string? Start, string? Basis, double? Value, double? Min, double? Max, string? Approx, string? Change, string? Modality, string? Scope, string Evidence, string Source, int Article, string? Headline, double? Confidence, string? Review)
{
    public static PointItem Of(NumberPoint point) => new(
        point.Fact.Id, point.Fact.Article.ToString(CultureInfo.InvariantCulture), point.Fact.Date, point.Period, point.Day, point.Day is null ? null : point.OfArticle ? "article" : "period",
        point.Value, point.Min, point.Max, point.Approx, point.Change, point.Fact.Modality, point.Scope, point.Fact.Evidence, point.Fact.Source, point.Fact.ArticleNumber, point.Fact.Headline, point.Fact.Confidence, point.Fact.Review);

    public static ImmutableArray<string> Columns { get; } = ["fact", "start", "basis", "period", "date", "scope", "value", "min", "max", "unit", "approx", "change", "modality", "evidence", "source", "article", "headline", "confidence", "review"];

    public IEnumerable<object?> ToRow(string? unit) => [FactId, Start, Basis, Period, Date, Scope, Value, Min, Max, unit, Approx, Change, Modality, Evidence, Source, Article, Headline, Confidence, Review];
}
