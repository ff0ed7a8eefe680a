using System.Collections.Immutable;

namespace NewsExtract.Storage;

internal enum ColumnKind
{
    Text,
    Integer,
    Real,
    Bytes,
}

/// <summary>A table that is written in bulk: its columns in the order of the rows' values.</summary>
internal sealed record Table(string Name, ImmutableArray<(string Name, ColumnKind Kind)> Columns)
{
    /// <param name="columns">Names, <c>:i</c> for whole numbers, <c>:r</c> for reals, <c>:b</c> for bytes behind them.</param>
    public static Table Of(string name, string columns) => new(name, [.. columns.Split(' ').Select(static column => column.Split(':') switch
    {
        [var text] => (text, ColumnKind.Text),
        [var whole, "i"] => (whole, ColumnKind.Integer),
        [var real, "r"] => (real, ColumnKind.Real),
        [var bytes, "b"] => (bytes, ColumnKind.Bytes),
        _ => throw new ArgumentException($"{column} names no kind of column", nameof(columns)),
    })]);

    public string ColumnList => string.Join(", ", Columns.Select(static column => column.Name));
}
