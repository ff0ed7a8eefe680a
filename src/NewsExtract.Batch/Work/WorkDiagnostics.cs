using System.Globalization;

namespace NewsExtract.Batch.Work;

/// <summary>What can go wrong with an input of a worker's that can't with one of a local batch.</summary>
internal static class WorkDiagnostics
{
    public static Diagnostic Spent(int attempts) => new(
        "NX5006",
        Severity.Error,
        string.Create(CultureInfo.InvariantCulture, $"it killed its worker {attempts} times and is not tried again — read it by itself: newsextract extract FILE, and report what happens"));

    public static Diagnostic TooSlow(TimeSpan limit) => new(
        "NX5007",
        Severity.Error,
        string.Create(CultureInfo.InvariantCulture, $"it took more than {limit.TotalMinutes:0.##} minutes — split it, or read it by itself: newsextract extract FILE"));

    public static Diagnostic Changed() => new("NX5004", Severity.Error, "the file has changed since it was enqueued — run ingest again");
}
