using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace NewsExtract.Queue.Tests;

/// <summary>Workers, and another in the place of each that ends by force, as a service manager does it.</summary>
internal sealed class WorkerProcesses(string store, string queue, string starts) : IDisposable
{
    private readonly List<Process> _running = [];
    private readonly ConcurrentQueue<string> _lines = new();

    public int Started { get; private set; }

    public IEnumerable<string> Lines => _lines;

    public static ProcessStartInfo Command(params string[] arguments) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsextract.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    /// <param name="elsewhere">The worker runs there, and knows this machine by that address.</param>
    public void Start(int slots, NetworkNamespace? elsewhere = null)
    {
        var start = Command("worker", "--store", store, "--queue", queue, "--slots", slots.ToString(CultureInfo.InvariantCulture), "--model", "none");
        elsewhere?.Move(start);
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(WorkerProcesses).Assembly.Location;
        start.Environment[StartupHook.StartsFile] = starts;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        _running.Add(process);
        Started++;
    }

    /// <returns>How many were started again.</returns>
    public int Revive()
    {
        var ended = _running.Where(static process => process.HasExited).ToList();
        foreach (var process in ended)
        {
            _running.Remove(process);
            process.Dispose();
            Start(slots: 1);
        }

        return ended.Count;
    }

    public bool AnyEnded => _running.Exists(static process => process.HasExited);

    public bool IsRunning(int id) => _running.Exists(process => process.Id == id && !process.HasExited);

    public void Kill(int id) => _running.First(process => process.Id == id).Kill();

    /// <summary>Asks all to end.</summary>
    /// <returns>Their exit codes, and how long the slowest took.</returns>
    public async Task<(int[] Codes, TimeSpan Took)> EndAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        foreach (var process in _running)
        {
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(cancellation);
        }

        foreach (var process in _running)
        {
            await process.WaitForExitAsync(cancellation);
        }

        return ([.. _running.Select(static process => process.ExitCode)], clock.Elapsed);
    }

    /// <summary>Runs a command of the program to its end.</summary>
    public static async Task RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        using var process = Process.Start(Command(arguments))!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);

        // 1: something was left out of a bulletin, as the corpus has it.
        Assert.True(process.ExitCode is 0 or 1, await errors);
    }

    /// <returns>The exit code, and all that it said.</returns>
    public static async Task<(int Code, string Said)> AskAsync(CancellationToken cancellation, params string[] arguments)
    {
        using var process = Process.Start(Command(arguments))!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, (output + await errors).Trim());
    }

    public void Dispose()
    {
        foreach (var process in _running)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            process.Dispose();
        }
    }

    private void Note(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }
}
