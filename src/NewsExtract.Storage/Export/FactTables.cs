using System.Collections.Immutable;
using NewsExtract.Storage.Writing;

namespace NewsExtract.Storage.Export;

/// <summary>A column of any table.</summary>
/// <param name="Kind">Of all its values: a number that some rows give as text makes a column of text.</param>
internal sealed record ExportColumn(string Name, RoleKind Kind)
{
    /// <summary>Its numbers are whole.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>A column of facts.</summary>
/// <param name="Value">What a fact has there; <c>null</c> when nothing.</param>
/// <param name="Role">The role that it shows; <c>null</c> for a column that all types have.</param>
internal sealed record FactColumn(string Name, RoleKind Kind, Func<ArticleRecord, FactRecord, ArgumentValue?> Value, string? Role = null)
{
    /// <summary>Its numbers are whole.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The column without what it has of facts.</summary>
    public ExportColumn Plain => new(Name, Kind) { IsWhole = IsWhole };
}

/// <summary>The columns of one fact type: its roles, then those that all types have.</summary>
/// <param name="Name">Fit for a file, a sheet or a view; the type's own name wherever that is.</param>
internal sealed record FactTable(string Type, string Name, ImmutableArray<FactColumn> Columns);

/// <summary>
/// How facts lie in tables. The columns come from the fact definitions and are the same for every store, but that types and roles which
/// only the store knows (a user's extractor, another version) stand behind them.
/// </summary>
internal sealed class FactTables
{
    // Excel's limit for the name of a sheet.
    private const int LongestName = 31;

    private static readonly ImmutableArray<FactColumn> s_common =
    [
        Text("evidence", static (_, fact) => fact.Evidence.Text),
        Text("source_file", static (record, _) => record.Source.File),
        Text("sha256", static (record, _) => record.Source.Sha256),
        Whole("article", static (record, _) => record.Article.Index),
        Text("headline", static (record, _) => record.Article.Headline),
        Text("article_date", static (record, _) => record.Article.Date),
        Text("fact", static (_, fact) => fact.Id),
        Whole("page", static (_, fact) => fact.Evidence.Boxes is [var first, ..] ? first.Page : null),
        Text("boxes", static (_, fact) => ArticleRows.Json(fact.Evidence.Boxes)),
        Text("spans", static (_, fact) => ArticleRows.Json(fact.Evidence.Spans)),
        Text("modality", static (_, fact) => fact.Modality),
        Number("confidence", static (_, fact) => (decimal?)fact.Confidence),
        Number("ocr_confidence", static (_, fact) => (decimal?)fact.Evidence.OcrConfidence),
        Text("review", static (_, fact) => fact.Review),
        Text("producer", static (_, fact) => fact.Producer),
    ];

    public FactTables(ImmutableArray<FactDefinition> definitions, IReadOnlyList<StoredRole> stored)
    {
        Definitions = definitions;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "facts", CorrectionColumns.Table };
        var known = definitions.ToDictionary(static definition => definition.Name, StringComparer.Ordinal);
        var types = definitions.Select(static definition => definition.Name).Concat(stored.Select(static role => role.Type)).Distinct(StringComparer.Ordinal);
        ByType =
        [
            .. types.Select(type =>
            {
                var definition = known.GetValueOrDefault(type);
                var roles = (definition?.Roles ?? []).Select(role => (role.Name, Kind: role.Kind == RoleKind.Number && HasText(type, role.Name) ? RoleKind.Text : role.Kind)).ToList();
                roles.AddRange(stored.Where(role => role.Type == type && role.Role is not null && definition?.FindRole(role.Role) is null).Select(static role => (role.Role!, KindOf(role))));
                return new FactTable(type, Unique(type, names), [.. roles.Select(static role => Role(role.Item1, role.Item2)), .. s_common]);
            }),
        ];
        bool HasText(string type, string name) => stored.Any(role => role.Type == type && role.Role == name && role.Texts > 0);

        var allRoles = ByType.SelectMany(static table => table.Columns).Where(static column => column.Role is not null).DistinctBy(static column => column.Name);
        All = [Text("fact_type", static (_, fact) => fact.Type), .. allRoles, .. s_common];
    }

    public ImmutableArray<FactDefinition> Definitions { get; }

    public ImmutableArray<FactTable> ByType { get; }

    /// <summary>The columns of one table for all types: the type, the roles of all, and what all have.</summary>
    public ImmutableArray<FactColumn> All { get; }

    // The role's own name, but where all types have a column of that name, or the views have.
    private static string ColumnOf(string role) =>
        role is "fact_type" or "id" || s_common.Any(column => string.Equals(column.Name, role, StringComparison.OrdinalIgnoreCase)) ? $"role_{role}" : role;

    private static FactColumn Role(string role, RoleKind kind) => new(ColumnOf(role), kind, (_, fact) => fact.Roles.GetValueOrDefault(role), role);

    private static RoleKind KindOf(StoredRole role) => role switch
    {
        { LastPlace: > 0 } => RoleKind.List,
        { Texts: 0 } => RoleKind.Number,
        _ => RoleKind.Text,
    };

    private static FactColumn Text(string name, Func<ArticleRecord, FactRecord, string?> value) =>
        new(name, RoleKind.Text, (record, fact) => value(record, fact) is { } text ? new ArgumentValue.Text(text) : null);

    private static FactColumn Number(string name, Func<ArticleRecord, FactRecord, decimal?> value) =>
        new(name, RoleKind.Number, (record, fact) => value(record, fact) is { } number ? new ArgumentValue.Number(number) : null);

    private static FactColumn Whole(string name, Func<ArticleRecord, FactRecord, int?> value) => Number(name, (record, fact) => value(record, fact)) with { IsWhole = true };

    private static string Unique(string type, HashSet<string> taken)
    {
        var plain = new string([.. type.Select(static letter => char.IsLetterOrDigit(letter) ? letter : '_')]);
        for (var number = 1; ; number++)
        {
            var ending = number == 1 ? "" : $"_{number}";
            var name = plain[..Math.Min(plain.Length, LongestName - ending.Length)] + ending;
            if (taken.Add(name))
            {
                return name;
            }
        }
    }
}
