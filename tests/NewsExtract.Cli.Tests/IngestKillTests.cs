using System.Diagnostics;
using System.Globalization;
using NewsExtract.Benchmarks.Bulletins;
using Xunit.Abstractions;

namespace NewsExtract.Cli.Tests;

/// <summary>A batch that is ended by force at any moment loses nothing and doubles nothing.</summary>
public class IngestKillTests(ITestOutputHelper output)
{
    private const int Bulletins = 40;
    private const int Seed = 20260;

    /// <summary>The time limit of one run of the command on a machine that does much else, in ms.</summary>
    private const int Limit = 120_000;

    /// <summary>How many batches are ended; more by hand: NEWSEXTRACT_KILL_ROUNDS=50.</summary>
    private static readonly int s_rounds = int.Parse(Environment.GetEnvironmentVariable("NEWSEXTRACT_KILL_ROUNDS") ?? "3", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_batch_ended_by_force_and_taken_up_again_stores_what_one_run_stores()
    {
        using var folder = new TemporaryFolder();
        new BulletinGenerator(Path.Combine(FindRoot(), "corpus", "train"), Seed).Write(folder.At("in"), Bulletins);
        var writing = await RunWhole(folder);
        var whole = StoreContent.Read(folder.At("whole.db"));
        Assert.Equal(Bulletins, whole.Count(static line => line.StartsWith("documents: ", StringComparison.Ordinal)));

        var random = new Random(Seed);
        var (kills, midway) = (0, 0);
        for (var round = 0; round < s_rounds; round++)
        {
            var store = folder.At(string.Create(CultureInfo.InvariantCulture, $"{round}.db"));
            var ended = await RunAndKill(folder, store, writing * random.NextDouble());

            await RunToItsEnd(folder, store);

            Assert.Equal(whole, StoreContent.Read(store));
            var done = StoreContent.CountDoneBefore(store);
            midway += done is > 0 and < Bulletins ? 1 : 0;
            output.WriteLine($"round {round}: {(ended ? "ended" : "had finished")}, {done} of {Bulletins} bulletins were done");
            kills += ended ? 1 : 0;
        }

        output.WriteLine($"{kills} of {s_rounds} were ended, {midway} of them between the first bulletin and the last");
        Assert.True(kills > 0, "every batch had finished before it could be ended");
    }

    /// <returns>How long it wrote to the store.</returns>
    private static async Task<TimeSpan> RunWhole(TemporaryFolder folder)
    {
        using var process = Start(folder, folder.At("whole.db"));
        await WaitForStore(process, folder.At("whole.db"));
        var clock = Stopwatch.StartNew();
        await End(process);
        return clock.Elapsed;
    }

    /// <param name="after">How long it may write to the store.</param>
    /// <returns>Whether it was ended, and had not finished before.</returns>
    private static async Task<bool> RunAndKill(TemporaryFolder folder, string store, TimeSpan after)
    {
        using var process = Start(folder, store);
        await WaitForStore(process, store);
        await Task.Delay(after);
        process.Kill();
        await process.WaitForExitAsync();
        return process.ExitCode is not (0 or 1);
    }

    private static async Task RunToItsEnd(TemporaryFolder folder, string store)
    {
        using var process = Start(folder, store);
        await End(process);
    }

    private static async Task End(Process process)
    {
        using var limit = new CancellationTokenSource(Limit);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);

        // 1: something was left out of a bulletin, as the corpus has it.
        Assert.True(process.ExitCode is 0 or 1, await errors);
    }

    private static async Task WaitForStore(Process process, string store)
    {
        while (!File.Exists(store) && !process.HasExited)
        {
            await Task.Delay(5);
        }
    }

    private static Process Start(TemporaryFolder folder, string store) => Process.Start(new ProcessStartInfo(
        "dotnet",
        [typeof(CommandLine).Assembly.Location, "ingest", folder.At("in"), "--store", store, "--jobs", "2", "--model", "none"])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsExtract.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("run this inside the repository");
        }

        return folder;
    }
}
