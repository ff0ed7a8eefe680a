namespace NewsExtract.Storage;

/// <summary>What a store can be written out as; docs/exports.md describes each.</summary>
public enum ExportFormat
{
    /// <summary>A file: the records, one a line.</summary>
    JsonLines,

    /// <summary>A folder: <c>facts.csv</c>, and a file for each fact type.</summary>
    Csv,

    /// <summary>A file: a workbook with a sheet for each fact type.</summary>
    Xlsx,

    /// <summary>A folder: a file for each fact type.</summary>
    Parquet,

    /// <summary>A SQLite file of its own, with a view for each fact type.</summary>
    Datasette,
}

/// <param name="Articles">How many were written.</param>
/// <param name="Facts">How many they state.</param>
public sealed record ExportSummary(long Articles, long Facts);
