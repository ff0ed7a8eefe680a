using System.Collections.Immutable;
using System.Data.Common;
using NewsExtract.Storage.Export;

namespace NewsExtract.Storage;

/// <content>Writing the store out in formats of others.</content>
public sealed partial class NewsStore
{
    /// <summary>
    /// Writes all documents that no other took the place of, as they stand when it begins: whole or not at all, the same bytes for the
    /// same store. What was at <paramref name="path"/> is replaced.
    /// </summary>
    /// <param name="path">A file, or the folder for a format of several files.</param>
    /// <param name="definitions">The fact types that have a table whether or not the store has such facts; types that only the store has follow them.</param>
    /// <exception cref="IOException">The path can't be written, is the store itself, or is a folder with other files.</exception>
    /// <exception cref="UnauthorizedAccessException">The path can't be written.</exception>
    /// <exception cref="StoreException">NX3001 to NX3004: the store can't be read.</exception>
    public ExportSummary Export(ExportFormat format, string path, ImmutableArray<FactDefinition> definitions, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Path.GetFullPath(path) == Path.GetFullPath(Location))
        {
            throw new IOException("that is the store itself");
        }

        var export = Create(format);
        try
        {
            using var snapshot = OpenSnapshot();
            var tables = new FactTables(definitions, snapshot.Roles());
            ExportTarget.Write(path, export.FolderOf, temporary => export.Write(snapshot, tables, temporary, cancellation));
            return snapshot.Count();
        }
        catch (DbException exception) when (_database.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    internal StoreSnapshot OpenSnapshot() => new(_database);

    private static IStoreExport Create(ExportFormat format) => format switch
    {
        ExportFormat.JsonLines => new JsonLinesExport(),
        ExportFormat.Csv => new CsvExport(),
        ExportFormat.Xlsx => new XlsxExport(),
        ExportFormat.Parquet => new ParquetExport(),
        ExportFormat.Datasette => new DatasetteExport(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no format"),
    };
}
