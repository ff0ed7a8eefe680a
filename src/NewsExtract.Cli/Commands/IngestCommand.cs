using System.CommandLine;
using NewsExtract.Batch;
using NewsExtract.Batch.Steps;
using NewsExtract.Cli.Input;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract ingest PATH… --store FILE|URL</c></summary>
internal static class IngestCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = CommonOptions.Paths("Bulletins (PDF, text, HTML, Word, OFD, pictures), folders (every such file below them), or globs such as '2023/*.pdf'.");
        var only = new Option<string[]>("--only")
        {
            Description = "failed: what failed before; changed: new files and new contents, whatever the settings; older-than VERSION: what an earlier program extracted.",
            HelpName = "WHICH",
            Arity = new ArgumentArity(1, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var report = new Option<string[]>("--report") { Description = "Writes what became of each input to FILE.html or FILE.json. May be repeated.", HelpName = "FILE", DefaultValueFactory = _ => [] };
        var watch = new Option<int?>("--watch") { Description = "Goes on looking for new and changed files every SECONDS (10 unless given), until interrupted.", HelpName = "SECONDS", Arity = ArgumentArity.ZeroOrOne };
        var checkBytes = new Option<bool>("--check-bytes") { Description = "Looks at the bytes of all files, also of those whose size and time are as before." };
        var noLink = new Option<bool>("--no-link") { Description = "Leaves it to a later run to link what the articles name (newsextract entities link), and articles that share text." };
        var outstanding = new Option<int>("--outstanding") { Description = "With --queue: bulletins that may be handed out and not done before it pauses.", DefaultValueFactory = static _ => 10_000, HelpName = "N" };
        var noWait = new Option<bool>("--no-wait") { Description = "With --queue: ends once all is handed out (newsextract progress tells the rest)." };
        var jobs = new Option<int>("--jobs", "-j") { Description = "Bulletins worked on at a time.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };

        var command = new Command("ingest", "Read bulletins into a store; what is there and unchanged is left, what failed is set aside with its reason.") { paths };
        var store = new StoreOption();
        store.AddTo(command);
        Option[] options = [jobs, only, report, watch, checkBytes, noLink, outstanding, noWait];
        foreach (var option in options)
        {
            command.Add(option);
        }

        var queue = new QueueOption(required: false);
        queue.AddTo(command);
        var batch = new BatchOptions();
        batch.AddTo(command);
        command.SetAction((result, cancellation) => QueueOption.RunAsync(async () =>
        {
            var (scope, olderThan) = ParseScope(result.GetValue(only) ?? []);
            var files = CommonOptions.CheckPaths(result.GetRequiredValue(paths));
            if (files.Contains(InputItem.StandardInput))
            {
                throw new CommandException(DiagnosticCodes.Usage, "a store keeps files, not standard input — name a file or folder");
            }

            var every = result.GetResult(watch) is null ? (TimeSpan?)null : TimeSpan.FromSeconds(result.GetValue(watch) is { } seconds ? Positive(seconds, "--watch") : 10);
            var jobCount = Positive(result.GetValue(jobs), "--jobs");
            IngestRunner.CheckReports(result.GetValue(report) ?? []);
            var address = queue.Find(result);
            if (address is not null && (every is not null || scope != IngestScope.All))
            {
                throw new CommandException(DiagnosticCodes.Usage, "--queue goes neither with --watch nor with --only — leave one out");
            }

            if (address is not null && result.GetValue(noLink))
            {
                throw new CommandException(DiagnosticCodes.Usage, "with --queue it is the workers that link — give --no-link to them");
            }

            if (address is not null && result.GetValue(noWait) && result.GetValue(report) is { Length: > 0 })
            {
                throw new CommandException(DiagnosticCodes.Usage, "--report tells what came of each input, and --no-wait does not wait for that — leave one out");
            }

            if (address is null && (result.GetValue(noWait) || result.GetResult(outstanding) is { Implicit: false }))
            {
                throw new CommandException(DiagnosticCodes.Usage, "--no-wait and --outstanding go with --queue — name the broker, or leave them out");
            }

            using var pipeline = batch.Create(result, terminal);
            using var opened = address is null ? store.Open(result) : store.OpenShared(result);
            var settings = pipeline.Settings with { Scope = scope, OlderThan = olderThan, ChecksBytes = result.GetValue(checkBytes), Jobs = jobCount };
            if (address is not null)
            {
                var most = Positive(result.GetValue(outstanding), "--outstanding");
                return await new EnqueueRunner(terminal, opened, settings, address, files, result.GetValue(report) ?? []).RunAsync(most, waits: !result.GetValue(noWait), cancellation).ConfigureAwait(false);
            }

            IStoreStep[] steps = result.GetValue(noLink) ? [] : [new EntityStep(), new ReprintStep()];
            return await new IngestRunner(terminal, opened, settings, steps, files, result.GetValue(report) ?? []).RunAsync(every, cancellation).ConfigureAwait(false);
        }));
        return command;
    }

    private static (IngestScope Scope, Version? OlderThan) ParseScope(string[] words) => words switch
    {
        [] => (IngestScope.All, null),
        ["failed"] => (IngestScope.Failed, null),
        ["changed"] => (IngestScope.Changed, null),
        ["older-than", var text] when Version.TryParse(text, out var version) => (IngestScope.Older, version),
        _ => throw new CommandException(DiagnosticCodes.Usage, $"--only {string.Join(' ', words)} is none of failed, changed, older-than 0.2.0 — write one of them"),
    };

    private static int Positive(int value, string option) => value > 0 ? value : throw new CommandException(DiagnosticCodes.Usage, $"{option} must be 1 or more");
}
