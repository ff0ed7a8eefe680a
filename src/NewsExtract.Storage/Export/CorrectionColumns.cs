using System.Collections.Immutable;
using NewsExtract.Storage.Corrections;

namespace NewsExtract.Storage.Export;

/// <summary>What people said, as a table beside those of facts.</summary>
internal static class CorrectionColumns
{
    public const string Table = "corrections";

    private static readonly ImmutableArray<(ExportColumn Column, Func<CorrectionEntry, string?> Value)> s_columns =
    [
        Text("status", static entry => entry.Status),
        Text("action", static entry => CorrectionJson.NameOf(entry.Correction.Action)),
        Text("kind", static entry => CorrectionJson.NameOf(entry.Correction.Kind)),
        Text("type", static entry => entry.Correction.Statement.Type),
        Text("quote", static entry => entry.Correction.Statement.At.Quote),
        Text("source_file", static entry => entry.Source),
        Text("sha256", static entry => entry.Correction.Document),
        Text("item", static entry => entry.Item),
        Text("made_by", static entry => entry.Correction.By),
        Text("made_at", static entry => entry.Correction.At),
        Text("why", static entry => entry.Correction.Why),
        Text("undone_by", static entry => entry.Correction.UndoneBy),
        Text("undone_at", static entry => entry.Correction.UndoneAt),
        Text("problem", static entry => entry.Problem),
        Text("anchor", static entry => CorrectionJson.Write(entry.Correction.Anchor)),
        Text("content", static entry => entry.Correction.Content is { } content ? CorrectionJson.Write(content) : null),
    ];

    public static ImmutableArray<ExportColumn> All { get; } =
    [
        new("number", RoleKind.Number) { IsWhole = true },
        new("article", RoleKind.Number) { IsWhole = true },
        .. s_columns.Select(static column => column.Column),
    ];

    /// <summary>In the order of <see cref="All"/>.</summary>
    public static ArgumentValue?[] Cells(CorrectionEntry entry) =>
    [
        new ArgumentValue.Number(entry.Correction.Id),
        new ArgumentValue.Number(entry.Correction.Article),
        .. s_columns.Select(column => column.Value(entry) is { Length: > 0 } text ? new ArgumentValue.Text(text) : null),
    ];

    private static (ExportColumn Column, Func<CorrectionEntry, string?> Value) Text(string name, Func<CorrectionEntry, string?> value) => (new ExportColumn(name, RoleKind.Text), value);
}
