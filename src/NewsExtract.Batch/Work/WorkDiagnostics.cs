using System.Globalization;

namespace NewsExtract.Batch.Work;

/// <summary>What can go wrong with a worker, or an input of a worker's, that can't in a local batch.</summary>
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

    public static string Paused(string path, Diagnostic problem) =>
        $"warning NX5011: {path}: {problem.Message} ({problem.Code}). This worker leaves it to others and begins less until it can read again — check that it sees the bytes: mounts, AWS_*";

    public static string Away(Exception exception) => $"warning NX5012: {exception.Message.ReplaceLineEndings(" ")}. Nothing is lost: the database is asked again until it answers";

    public static string NotLinked(Exception exception) =>
        $"warning NX5014: all is read, but what is made of the whole store failed ({exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}). It is tried again, less often each time; ingest waits for it";

    public static Diagnostic Changed() => new("NX5004", Severity.Error, "the file has changed since it was enqueued — run ingest again");
}
