using System.Diagnostics.Metrics;

namespace NewsExtract.Web.Hosting;

/// <summary>What the server ingested, counted since it began.</summary>
internal static class ServerMeter
{
    public const string Name = "NewsExtract";
    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_documents = s_meter.CreateCounter<long>("newsextract.documents", "{document}", "Documents that were read and stored.");
    private static readonly Counter<long> s_pages = s_meter.CreateCounter<long>("newsextract.pages", "{page}", "Pages of these documents.");
    private static readonly Counter<long> s_facts = s_meter.CreateCounter<long>("newsextract.facts", "{fact}", "Facts that were found in them.");
    private static readonly Counter<long> s_failures = s_meter.CreateCounter<long>("newsextract.failures", "{document}", "Documents that could not be read.");
    private static readonly Histogram<double> s_seconds = s_meter.CreateHistogram<double>("newsextract.ingest.duration", "s", "Time of an ingest.");

    public static void Ingested(int documents, int pages, long facts, int failures, double seconds)
    {
        s_documents.Add(documents);
        s_pages.Add(pages);
        s_facts.Add(facts);
        s_failures.Add(failures);
        s_seconds.Record(seconds);
    }
}
