using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewsExtract.Batch.Work;

/// <summary>Traces and metrics of workers, under the name <c>NewsExtract</c>; nobody listens unless told to.</summary>
public static class WorkTelemetry
{
    public const string Name = "NewsExtract";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter s_meter = new(Name);

    private static readonly Counter<long> s_documents = s_meter.CreateCounter<long>("newsextract.documents", description: "Inputs that came to an end, by outcome.");

    private static readonly Counter<long> s_failures = s_meter.CreateCounter<long>("newsextract.failures", description: "Inputs that failed, by code.");

    private static readonly Counter<long> s_pages = s_meter.CreateCounter<long>("newsextract.pages");

    private static readonly Counter<long> s_articles = s_meter.CreateCounter<long>("newsextract.articles");

    private static readonly Counter<long> s_facts = s_meter.CreateCounter<long>("newsextract.facts");

    private static readonly Histogram<double> s_seconds = s_meter.CreateHistogram<double>("newsextract.stage.duration", "s", "Time of one input in a stage: claim, read, extract, write.");

    internal static Activity? Begin(string path, int attempts) => Source.StartActivity(
        "document",
        ActivityKind.Consumer,
        parentContext: default,
        tags: [new("newsextract.path", path), new("newsextract.attempts", attempts)]);

    internal static void Stage(string stage, TimeSpan took) => s_seconds.Record(took.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));

    internal static void Count(JobResult result)
    {
        s_documents.Add(1, new KeyValuePair<string, object?>("outcome", result.Outcome.ToString().ToLowerInvariant()));
        if (result.Input.Problem is { } problem)
        {
            s_failures.Add(1, new KeyValuePair<string, object?>("code", problem.Code));
        }

        s_pages.Add(result.Document?.Entry.Pages.Length ?? 0);
        s_articles.Add(result.Articles);
        s_facts.Add(result.Facts);
    }
}
