using System.Data.Common;
using NewsExtract.Storage.Export;
using NewsExtract.Storage.Export.JsonLd;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage;

/// <content>Writing the store out in formats of others.</content>
public sealed partial class NewsStore
{
    /// <summary>
    /// Writes the documents that no other took the place of, or what is asked for of them, as they stand when it begins: whole or not at
    /// all, the same bytes for the same store. What was at <paramref name="path"/> is replaced.
    /// </summary>
    /// <param name="path">A file, or the folder for a format of several files.</param>
    /// <exception cref="ArgumentException">Records as they were extracted are asked for in another format than JSON lines, or of some facts alone.</exception>
    /// <exception cref="IOException">The path can't be written, is the store itself, or is a folder with other files.</exception>
    /// <exception cref="UnauthorizedAccessException">The path can't be written.</exception>
    /// <exception cref="StoreException">NX3001 to NX3004: the store can't be read.</exception>
    public ExportSummary Export(ExportFormat format, string path, ExportOptions options, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        if (Path.GetFullPath(path) == Path.GetFullPath(Location))
        {
            throw new IOException("that is the store itself");
        }

        if (options.AsExtracted && (format != ExportFormat.JsonLines || options.Filter.IsOfFacts || options.Filter.Entity is not null))
        {
            throw new ArgumentException("records as they were extracted are written as JSON lines, whole", nameof(options));
        }

        var export = Create(format, options);
        try
        {
            using var snapshot = OpenSnapshot(options.Filter, options.AsExtracted);
            var tables = new FactTables(options.Definitions, snapshot.Roles());
            ExportTarget.Write(path, export.FolderOf, temporary => export.Write(snapshot, tables, temporary, cancellation));
            return snapshot.Count();
        }
        catch (DbException exception) when (_database.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>
    /// The records of the articles that are asked for, as they stand when the first is read, by file and place; conditions on facts leave the
    /// facts that meet them.
    /// </summary>
    public IEnumerable<ArticleRecord> ReadRecords(NewsFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var snapshot = OpenSnapshot(filter);
        foreach (var record in snapshot.Records())
        {
            yield return record;
        }
    }

    /// <summary>The same as JSON by the ids of their articles, in no order.</summary>
    /// <param name="factTypes">Only articles that state a fact of one of them.</param>
    public IEnumerable<(long Article, string Json)> ReadRecordTexts(NewsFilter filter, IReadOnlyCollection<string> factTypes)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(factTypes);
        using var snapshot = OpenSnapshot(filter);
        foreach (var record in snapshot.Stating(factTypes))
        {
            yield return record;
        }
    }

    internal StoreSnapshot OpenSnapshot(NewsFilter? filter = null, bool asExtracted = false) => new(_database, _options, filter ?? new NewsFilter(), asExtracted);

    private static IStoreExport Create(ExportFormat format, ExportOptions options) => format switch
    {
        ExportFormat.JsonLines => new JsonLinesExport(),
        ExportFormat.Csv => new CsvExport(),
        ExportFormat.Xlsx => new XlsxExport(),
        ExportFormat.Parquet => new ParquetExport(),
        ExportFormat.Datasette => new DatasetteExport(),
        ExportFormat.JsonLd => new JsonLdExport(options),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no format"),
    };
}
