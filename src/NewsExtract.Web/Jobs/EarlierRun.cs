using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Storage;

namespace NewsExtract.Web.Jobs;

/// <summary>Runs that the store knows, told of as jobs: those of before the server began, and those of the command.</summary>
internal static class EarlierRun
{
    private const string Prefix = "run-";

    /// <summary>More lines than a person reads; the counts have all.</summary>
    private const int MostFailures = 500;

    public static JobItem Tell(RunTotals run, ImmutableArray<InputItem>? items = null) => new(
        $"{Prefix}{run.Run.ToString(CultureInfo.InvariantCulture)}", JobKind.Ingest, run.Finished is null ? JobState.Unfinished : JobState.Done, (int)run.Inputs, (int)run.Inputs, run.Articles, run.Facts, (int)run.Failed,
        [], run.Started, run.Started, run.Finished, SecondsLeft: null, Message: null, items, Earlier: true);

    /// <returns>It with what failed; <c>null</c> when the id is that of no run.</returns>
    public static JobItem? Find(NewsStore store, string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && long.TryParse(id.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && store.FindRunTotals(number) is { } run
            ? Tell(run, [.. store.FindFailures(number, MostFailures).Select(static entry => new InputItem(Path.GetFileName(entry.Path), null, null, entry.Outcome, entry.Articles, entry.Facts, entry.Problem?.Code, entry.Problem?.Message, []))])
            : null;
}
