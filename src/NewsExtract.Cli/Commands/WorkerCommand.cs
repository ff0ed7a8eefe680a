using System.CommandLine;
using System.Globalization;
using NewsExtract.Batch.Steps;
using NewsExtract.Batch.Work;
using NewsExtract.Cli.Input;
using NewsExtract.Queue;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract worker --store postgres://… --queue amqp://…</c></summary>
internal static class WorkerCommand
{
    public const string Name = "worker";

    /// <summary>From SIGTERM to the end by force: more than the worker gives itself, less than service managers give it.</summary>
    public static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(28);

    public static Command Create(Terminal terminal)
    {
        var slots = new Option<int>("--slots") { Description = "Bulletins worked on at a time.", DefaultValueFactory = static _ => Environment.ProcessorCount, HelpName = "N" };
        var health = new Option<string?>("--health") { Description = "Answers /health/live and /health/ready there: http://127.0.0.1:8080.", HelpName = "URL" };
        var minutes = new Option<double>("--limit") { Description = "Minutes that one bulletin may take.", DefaultValueFactory = static _ => 10, HelpName = "MINUTES" };
        var noLink = new Option<bool>("--no-link") { Description = "Links nothing when all is done; for all workers or none. Then: newsextract entities link." };
        var command = new Command(Name, "Do the bulletins that ingest --queue hands out, until told to end; any number of workers, on any number of machines.") { slots, health, minutes, noLink };
        var store = new StoreOption();
        store.AddTo(command);
        var queue = new QueueOption(required: true);
        queue.AddTo(command);
        var options = new BatchOptions();
        options.AddTo(command);
        command.SetAction((result, cancellation) => QueueOption.RunAsync(async () =>
        {
            var address = queue.Find(result)!;
            using var pipeline = options.Create(result, terminal);
            using var opened = store.OpenShared(result);
            var count = Positive(result.GetValue(slots), "--slots");
            var identity = WorkerIdentity.Create();
            using var inputs = new SharedInputs();
            using var performer = new WorkPerformer(opened, pipeline.Settings, identity, count, inputs.Open) { Limit = Limit(result.GetValue(minutes)), Print = terminal.Error.WriteLine };

            // Extraction and the database's answers are waited for on threads of the pool, which would be given a new one only twice a second.
            ThreadPool.GetMinThreads(out var threads, out var ports);
            ThreadPool.SetMinThreads(threads + performer.InHand, ports);
            IStoreStep[] steps = result.GetValue(noLink) ? [] : [new EntityStep(), new ReprintStep()];
            var settings = new QueueWorkerSettings { Address = address, Slots = count, Health = result.GetValue(health) };
            var clock = System.Diagnostics.Stopwatch.StartNew();
            await new QueueWorker(opened, performer, identity, new RunFinisher(opened, steps, terminal.Error.WriteLine), settings, terminal.Error.WriteLine).RunAsync(cancellation).ConfigureAwait(false);
            terminal.Error.WriteLine(Summarize(performer.Tally, clock.Elapsed, count));
            return ExitCodes.Clean;
        }));
        return command;
    }

    private static string Summarize(WorkTally tally, TimeSpan took, int slots) => string.Create(
        CultureInfo.InvariantCulture,
        $"ended after {took.TotalSeconds:0.0} s: {tally.Done:N0} done, {tally.Failed:N0} failed; {tally.Work.TotalSeconds:0.0} s of reading and extraction ({Share(tally, slots):0 %} of the slots' time from the first to the last), {tally.Store.TotalSeconds:0.0} s at the store");

    private static double Share(WorkTally tally, int slots) => tally.Span > TimeSpan.Zero ? tally.Work / (tally.Span * slots) : 0;

    private static TimeSpan Limit(double minutes) => minutes is > 0 and <= 20
        ? TimeSpan.FromMinutes(minutes)
        : throw new CommandException(DiagnosticCodes.Usage, "--limit must be more than 0 and at most 20 minutes: the broker takes a message back after 30");

    private static int Positive(int value, string option) => value > 0 ? value : throw new CommandException(DiagnosticCodes.Usage, $"{option} must be 1 or more");
}
