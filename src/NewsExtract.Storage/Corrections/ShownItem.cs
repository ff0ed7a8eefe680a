using System.Collections.Immutable;
using System.Globalization;

namespace NewsExtract.Storage.Corrections;

/// <summary>
/// What a person saw of a fact or mention when they judged it. Ids are places in one extraction: after another one the same id may be another fact's.
/// What is <c>null</c> is not compared.
/// </summary>
public sealed record ShownItem
{
    public string? Type { get; init; }

    /// <summary>The evidence of a fact, the text of a mention.</summary>
    public string? Text { get; init; }

    public ImmutableArray<TextSpan>? Spans { get; init; }

    /// <summary>All roles of a fact; a list's items one after another.</summary>
    public ImmutableArray<KeyValuePair<string, string>>? Roles { get; init; }

    /// <summary>planned, expected, negated, or stated for none.</summary>
    public string? Modality { get; init; }

    internal bool Is(FactRecord fact) =>
        IsOf(fact.Type, fact.Evidence.Text, fact.Evidence.Spans)
        && (Modality is null || Modality == (fact.Modality ?? Queries.NewsFilter.Stated))
        && (Roles is not { } roles || AreRolesOf(roles, fact));

    internal bool Is(MentionRecord mention) => IsOf(mention.Type, mention.Text, mention.Spans);

    private bool IsOf(string type, string text, ImmutableArray<TextSpan> spans) =>
        (Type is null || Type == type)
        && (Text is null || PostgreSql.PostgresText.Clean(Text) == PostgreSql.PostgresText.Clean(text))
        && (Spans is not { } shown || shown.SequenceEqual(spans));

    private static bool AreRolesOf(ImmutableArray<KeyValuePair<string, string>> shown, FactRecord fact)
    {
        var present = fact.Roles.SelectMany(static role => ValuesOf(role.Value).Select(value => KeyValuePair.Create(role.Key, value)));
        return Comparable(shown).SequenceEqual(Comparable(present));
    }

    private static ImmutableArray<string> ValuesOf(ArgumentValue value) => value switch
    {
        ArgumentValue.Number number => [number.Value.ToString(CultureInfo.InvariantCulture)],
        ArgumentValue.Text text => [text.Value],
        ArgumentValue.List list => list.Values,
        _ => throw new InvalidOperationException($"{value.GetType()} is no kind of argument"),
    };

    // Numbers are kept with fewer digits than records have: 3.50 and 3.5 are one.
    private static IEnumerable<(string, string)> Comparable(IEnumerable<KeyValuePair<string, string>> roles) => roles
        .OrderBy(static role => role.Key, StringComparer.Ordinal)
        .Select(static role => (role.Key, double.TryParse(role.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("R", CultureInfo.InvariantCulture) : PostgreSql.PostgresText.Clean(role.Value)));
}
