using NewsExtract.Storage;

namespace NewsExtract.Batch.Reports;

public enum ReportFormat
{
    Html,
    Json,
}

/// <summary>What became of each input of a run, for people (HTML) or programs (JSON).</summary>
public static class IngestReport
{
    /// <returns><c>null</c> for a file whose name says neither .html nor .json.</returns>
    public static ReportFormat? FindFormat(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => ReportFormat.Html,
        ".JSON" => ReportFormat.Json,
        _ => null,
    };

    /// <exception cref="StoreException">The store can't be read.</exception>
    public static void Write(Stream output, ReportFormat format, NewsStore store, long run)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (format == ReportFormat.Json)
        {
            JsonReport.Write(output, store, run);
        }
        else
        {
            HtmlReport.Write(output, store, run);
        }
    }
}
