using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsExtract.Storage.Queries;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Api;

/// <summary>Reads the conditions of a question from its query: <c>?q=太原&amp;type=position&amp;from=2023</c>.</summary>
internal static class FilterParameters
{
    private const int LongestText = 200;

    /// <summary>Values of one parameter: each is a condition of the question.</summary>
    private const int MostValues = 20;
    private static readonly string[] s_entityTypes = [.. Enum.GetValues<EntityType>().Select(static type => type.Label())];
    private static readonly string[] s_modalities = [NewsFilter.Stated, "planned", "expected", "negated"];

    /// <exception cref="ApiException">NX4001: a value makes no sense.</exception>
    public static NewsFilter Read(IQueryCollection query, FactTypes types) => new()
    {
        Words = [.. (Text(query, "q") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)],
        Types = [.. All(query, "type").Select(name => OneOf("type", name, types.Definitions.Select(static definition => definition.Name)))],
        Roles = [.. All(query, "role").Select(static text => RoleCondition.TryParse(text, out var role) ? role : throw ApiException.BadValue($"role={text} is no role with a value — write person=李明, or organization~商务厅"))],
        Entity = Text(query, "entity"),
        EntityId = Text(query, "entityId") is { } id ? Id(id) : null,
        EntityType = EntityTypeOf(query, "entityType"),
        Place = Text(query, "place"),
        From = Date(query, "from") is { } first ? NewsFilter.FirstDay(first) : null,
        To = Date(query, "to") is { } last ? NewsFilter.LastDay(last) : null,
        Source = Text(query, "source"),
        Confidence = Share(query, "minConfidence"),
        Modality = Text(query, "modality") is { } modality ? OneOf("modality", modality, s_modalities) : null,
        Once = Flag(query, "once"),
    };

    /// <exception cref="ApiException">NX4001.</exception>
    public static string? EntityTypeOf(IQueryCollection query, string name) => Text(query, name) is { } type ? OneOf(name, type, s_entityTypes) : null;

    /// <summary>Names a question by its conditions, whatever their order. No value, whatever stands in it, makes the name that others make.</summary>
    public static string Name(HttpRequest request, string what) =>
        $"{what}?{string.Join('&', request.Query.SelectMany(static pair => pair.Value.Select(value => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? "")}")).Order(StringComparer.Ordinal))}";

    /// <returns><c>null</c> for a parameter that is missing or blank.</returns>
    /// <exception cref="ApiException">NX4001: it is given twice, or longer than a person would write.</exception>
    public static string? Text(IQueryCollection query, string name)
    {
        var values = query[name];
        if (values.Count > 1)
        {
            throw ApiException.BadValue($"{name} is given {values.Count} times — give it once");
        }

        var text = values.Count == 0 ? null : values[0];
        return string.IsNullOrWhiteSpace(text) ? null : Bounded(name, text.Trim());
    }

    /// <exception cref="ApiException">NX4001.</exception>
    public static int Limit(IQueryCollection query, int unlessGiven = 50, int most = 200) => Number(query, "limit", unlessGiven, most);

    /// <exception cref="ApiException">NX4001.</exception>
    public static int Number(IQueryCollection query, string name, int unlessGiven, int most, int least = 1)
    {
        if (Text(query, name) is not { } text)
        {
            return unlessGiven;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw ApiException.BadValue(string.Create(CultureInfo.InvariantCulture, $"{name}={text} is no number here — write {least} to {most}"));
    }

    /// <summary>An id of an article or entity.</summary>
    /// <exception cref="ApiException">NX4004: no number.</exception>
    public static long Id(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id
        : throw ApiException.NotFound($"'{(text.Length > LongestText ? text[..LongestText] : text)}' is no id — take one from a list");

    /// <exception cref="ApiException">NX4001.</exception>
    public static string OneOf(string name, string value, IEnumerable<string> allowed)
    {
        var all = allowed.ToList();
        return all.Contains(value) ? value : throw ApiException.BadValue($"{name}={value} is unknown — write one of {string.Join(", ", all)}");
    }

    /// <summary>A control character, which not every store takes; but for tabs and ends of lines, which part words.</summary>
    public static bool IsNoText(char c) => char.IsControl(c) && !char.IsWhiteSpace(c);

    private static IEnumerable<string> All(IQueryCollection query, string name) => query[name] is { Count: > MostValues } values
        ? throw ApiException.BadValue(string.Create(CultureInfo.InvariantCulture, $"{name} is given {values.Count} times — {MostValues} are taken at most"))
        : query[name].OfType<string>().Where(static text => text.Length > 0).Select(text => Bounded(name, text));

    private static string Bounded(string name, string text)
    {
        if (text.Length > LongestText)
        {
            throw ApiException.BadValue(string.Create(CultureInfo.InvariantCulture, $"{name} has {text.Length} characters — {LongestText} are taken at most"));
        }

        return text.Any(IsNoText) ? throw ApiException.BadValue($"{name} has a control character — leave it out") : text;
    }

    private static PartialDate? Date(IQueryCollection query, string name) => Text(query, name) switch
    {
        null => null,
        { } text => PartialDate.TryParse(text, out var date) ? date : throw ApiException.BadValue($"{name}={text} is no date — write 2023-12-01, 2023-12 or 2023"),
    };

    private static double? Share(IQueryCollection query, string name) => Text(query, name) switch
    {
        null => null,
        { } text => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : throw ApiException.BadValue($"{name}={text} is no share — write 0 to 1, as 0.9"),
    };

    private static bool Flag(IQueryCollection query, string name) => Text(query, name) switch
    {
        null or "false" or "0" => false,
        "true" or "1" => true,
        { } text => throw ApiException.BadValue($"{name}={text} is neither true nor false"),
    };
}
