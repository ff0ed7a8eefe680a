using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsExtract.Storage;
using NewsExtract.Storage.Corrections;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Api;

/// <summary><c>POST /corrections</c>, its undo, and <c>GET /corrections</c>: what people say of facts and mentions.</summary>
internal static class CorrectionsApi
{
    private const int MostAtOnce = 100;
    private const int LongestText = 5000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/corrections", Make).WithName("MakeCorrections").WithSummary("Accepts, rejects, edits or adds facts and mentions: all that are sent, or none.");
        api.MapPost("/corrections/undo", Undo).WithName("UndoCorrections").WithSummary("Takes corrections back.");
        api.MapGet("/corrections", Find).WithName("FindCorrections").WithSummary("All that people said, the latest first, what was taken back too.").Takes(QueryParameters.Parts).Takes(new QueryParameter("article", "The id of an article."));
    }

    private static Created<CorrectionsMade> Make(CorrectionsWanted wanted, HttpContext context, NewsStore store, FactTypes types, Jobs.IJobs jobs)
    {
        if (wanted.Requests is not { IsDefaultOrEmpty: false, Length: <= MostAtOnce } requests)
        {
            throw ApiException.BadValue($"requests must hold 1 to {MostAtOnce} corrections");
        }

        var made = store.Correct([.. requests.Select(static (request, place) => ToRequest(request, string.Create(CultureInfo.InvariantCulture, $"request {place + 1}")))], Who.Of(context, wanted.By), types.Definitions);
        jobs.LinkSoon();
        return TypedResults.Created("/api/v1/corrections", new CorrectionsMade([.. store.FindCorrections([.. made.Select(static correction => correction.Id)]).Select(CorrectionItem.Of)]));
    }

    private static NoContent Undo(CorrectionsUndone undone, HttpContext context, NewsStore store, Jobs.IJobs jobs)
    {
        if (undone.Ids is not { IsDefaultOrEmpty: false, Length: <= MostAtOnce } ids)
        {
            throw ApiException.BadValue($"ids must hold 1 to {MostAtOnce} numbers of corrections");
        }

        store.Undo(ids, Who.Of(context, undone.By));
        jobs.LinkSoon();
        return TypedResults.NoContent();
    }

    private static Ok<Part<CorrectionItem>> Find(HttpRequest request, NewsStore store, AnswerCache answers)
    {
        long? article = FilterParameters.Text(request.Query, "article") is { } id ? FilterParameters.Id(id) : null;
        var limit = FilterParameters.Limit(request.Query);
        var after = Cursor.Read<CorrectionPlaceInOrder>(request);
        var all = answers.Find("corrections", store.FindCorrections).Where(entry => article is null || Article(entry) == article).ToList();
        var found = all.Where(entry => after is null || entry.Correction.Id < after.Id).OrderByDescending(static entry => entry.Correction.Id).Take(limit + 1).ToList();
        var shown = found.Take(limit).ToList();
        return TypedResults.Ok(new Part<CorrectionItem>([.. shown.Select(CorrectionItem.Of)], Cursor.Write(request, found.Count > limit ? new CorrectionPlaceInOrder(shown[^1].Correction.Id) : null), after is null ? all.Count : null));
    }

    private static CorrectionRequest ToRequest(CorrectionWanted? wanted, string origin) => wanted?.ToRequest(origin, LongestText) ?? throw ApiException.BadValue($"{origin}: this is no correction");

    internal static long Article(CorrectionEntry entry) => entry.Place ?? NewsStore.ArticleIdOf(entry.Correction.Document, entry.Correction.Article);

    private sealed record CorrectionPlaceInOrder(long Id);
}

/// <summary>Corrections that somebody wants made.</summary>
/// <param name="By">Whose; of a person who is signed in by name that name counts.</param>
internal sealed record CorrectionsWanted(ImmutableArray<CorrectionWanted?> Requests, string? By);

/// <summary>A correction in the words of <c>newsextract corrections</c>.</summary>
/// <param name="Target"><c>ARTICLE/f3</c>, <c>ARTICLE/m4</c>, or an article's id for what is added or wholly accepted.</param>
/// <param name="Text">The evidence of an added fact, the text of a mention.</param>
/// <param name="Roles">Text, number or list of texts by role; an empty text takes a role away.</param>
/// <param name="At">[start, end] in the source's text by role, where a value stands several times; by <c>text</c> that of the evidence, or of a mention.</param>
/// <param name="Shown">What the target was when it was looked at: where it is something else by now nothing is made (NX3220). Left out for whatever it is.</param>
internal sealed record CorrectionWanted(CorrectionAction Action, string? Target, string? Type, string? Text, ImmutableSortedDictionary<string, JsonElement>? Roles, ImmutableSortedDictionary<string, int[]>? At, string? Modality, string? Why, ShownWanted? Shown = null)
{
    /// <exception cref="ApiException">NX4001.</exception>
    public CorrectionRequest ToRequest(string origin, int longestText)
    {
        if (Text?.Length > longestText || Why?.Length > longestText || Target is null or { Length: > 100 })
        {
            throw ApiException.BadValue(string.Create(CultureInfo.InvariantCulture, $"{origin}: target is needed, and a text may have {longestText} characters"));
        }

        return new CorrectionRequest(Action, Target)
        {
            Type = Type,
            Text = Text,
            Modality = Modality,
            Why = string.IsNullOrWhiteSpace(Why) ? null : Why,
            Origin = origin,
            Roles = ReadRoles(Roles ?? ImmutableSortedDictionary<string, JsonElement>.Empty, origin),
            Shown = Shown?.ToShown($"{origin}, shown"),
            At = ReadPlaces(At ?? ImmutableSortedDictionary<string, int[]>.Empty, origin),
        };
    }

    private static ImmutableDictionary<string, TextSpan> ReadPlaces(ImmutableSortedDictionary<string, int[]> at, string origin)
    {
        var places = ImmutableDictionary.CreateBuilder<string, TextSpan>();
        foreach (var (role, place) in at)
        {
            if (place is not [var start, var end] || start < 0 || end <= start)
            {
                throw ApiException.BadValue($"{origin}, at {role}: this is no [start, end]");
            }

            if (!places.TryAdd(role is "evidence" or "text" ? "" : role, new TextSpan(start, end)))
            {
                throw ApiException.BadValue($"{origin}, at {role}: the place of the text is given already — give it once");
            }
        }

        return places.ToImmutable();
    }

    /// <exception cref="ApiException">NX4001.</exception>
    internal static ImmutableArray<KeyValuePair<string, string>> ReadRoles(ImmutableSortedDictionary<string, JsonElement> roles, string origin) =>
        [.. roles.SelectMany(role => Values(role.Value, $"{origin}, {role.Key}").Select(value => KeyValuePair.Create(role.Key, value)))];

    private static IEnumerable<string> Values(JsonElement value, string origin) => value.ValueKind switch
    {
        JsonValueKind.String => [Read(value, origin)],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Values(item, origin)),
        _ => throw ApiException.BadValue($"{origin}: a value is a text, a number or a list of texts"),
    };

    private static string Read(JsonElement value, string origin)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw ApiException.BadValue($"{origin}: half of a character (\\ud800 to \\udfff) is no text");
        }
    }
}

/// <summary>A fact or mention as lists and records have it; what is left out is not compared.</summary>
/// <param name="Text">The evidence of a fact, the text of a mention.</param>
/// <param name="Spans">[start, end] in the source's text.</param>
/// <param name="Modality">planned, expected, negated, or stated for none.</param>
internal sealed record ShownWanted(string? Type, string? Text, ImmutableArray<int[]>? Spans, ImmutableSortedDictionary<string, JsonElement>? Roles, string? Modality)
{
    /// <exception cref="ApiException">NX4001.</exception>
    public ShownItem ToShown(string origin) => new()
    {
        Type = Type,
        Text = Text,
        Modality = Modality,
        Spans = Spans is { IsDefault: false } spans ? [.. spans.Select(span => span is [var start, var end] && start >= 0 && end >= start ? new TextSpan(start, end) : throw ApiException.BadValue($"{origin}: spans must be [start, end]"))] : null,
        Roles = Roles is null ? null : CorrectionWanted.ReadRoles(Roles, origin),
    };
}

/// <summary>What was made of them: one a request, but for an article that is wholly accepted one for each thing in it.</summary>
internal sealed record CorrectionsMade(ImmutableArray<CorrectionItem> Made);

/// <summary>Corrections to take back.</summary>
internal sealed record CorrectionsUndone(ImmutableArray<long> Ids, string? By);

/// <summary>A correction with who made it and when.</summary>
/// <param name="Target">What it is about now, <c>ARTICLE/f3</c>; left out for rejections and what has no place any more.</param>
/// <param name="At">ISO 8601, UTC.</param>
internal sealed record CorrectionItem(long Id, CorrectedKind Kind, CorrectionAction Action, string? Target, string ArticleId, string? Source, string? Type, string? Text, string By, string At, string? Why, string? UndoneBy, string? UndoneAt, string Status, string? Problem)
{
    public static CorrectionItem Of(CorrectionEntry entry)
    {
        var correction = entry.Correction;
        var article = CorrectionsApi.Article(entry).ToString(CultureInfo.InvariantCulture);
        return new CorrectionItem(
            correction.Id, correction.Kind, correction.Action, entry.Item is { } item ? $"{article}/{item}" : null, article, entry.Source,
            correction.Statement.Type.Length > 0 ? correction.Statement.Type : null, correction.Statement.At.Quote, correction.By, correction.At, correction.Why, correction.UndoneBy, correction.UndoneAt, entry.Status, entry.Problem);
    }
}
