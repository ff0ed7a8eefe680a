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

    /// <summary>So many are left at least when a batch is ended: more than one transaction writes.</summary>
    private const int Left = 12;

    /// <summary>How many batches are ended between their first bulletin and the last; more by hand: NEWSEXTRACT_KILL_ROUNDS=50.</summary>
    private static readonly int s_rounds = int.Parse(Environment.GetEnvironmentVariable("NEWSEXTRACT_KILL_ROUNDS") ?? "3", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_batch_ended_by_force_and_taken_up_again_stores_what_one_run_stores()
    {
        using var folder = new TemporaryFolder();
        new BulletinGenerator(Path.Combine(FindRoot(), "corpus", "train"), Seed).Write(folder.At("in"), Bulletins);
        await RunToItsEnd(folder, folder.At("whole.db"));
        var whole = StoreContent.Read(folder.At("whole.db"));
        Assert.Equal(Bulletins, whole.Count(static line => line.StartsWith("documents: ", StringComparison.Ordinal)));

        var random = new Random(Seed);
        var (round, midway) = (0, 0);
        for (; midway < s_rounds && round < 10 * s_rounds; round++)
        {
            var store = folder.At(string.Create(CultureInfo.InvariantCulture, $"{round}.db"));
            await RunAndKill(folder, store, 1 + random.Next(Bulletins - Left), TimeSpan.FromMilliseconds(random.Next(30)));

            await RunToItsEnd(folder, store);

            Assert.Equal(whole, StoreContent.Read(store));
            var done = StoreContent.CountDoneBefore(store);
            midway += done is > 0 and < Bulletins ? 1 : 0;
            output.WriteLine($"round {round}: ended when {done} of {Bulletins} bulletins were done");
        }

        output.WriteLine($"{round} batches were ended, {midway} of them between the first bulletin and the last");
        Assert.Equal(s_rounds, midway);
    }

    /// <param name="done">How many bulletins are stored before it is ended.</param>
    /// <param name="after">How long it goes on then, to be ended at any step of writing the next.</param>
    private static async Task RunAndKill(TemporaryFolder folder, string store, int done, TimeSpan after)
    {
        using var process = Start(folder, store);
        while (!process.HasExited && StoreContent.CountDone(store) < done)
        {
            await Task.Delay(2);
        }

        await Task.Delay(after);
        process.Kill();
        await process.WaitForExitAsync();
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
