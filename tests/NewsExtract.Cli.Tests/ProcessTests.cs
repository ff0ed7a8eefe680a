using System.Diagnostics;
using System.Globalization;

namespace NewsExtract.Cli.Tests;

/// <summary>What only a process of its own can show.</summary>
public class ProcessTests
{
    private const string Bulletin = "青禾县召开项目推进会\n\n本刊讯 5月8日，青禾县召开项目推进会。县委书记江成出席，今年已签约项目12个。（赵青）\n";

    [Fact]
    public async Task A_reader_that_closes_the_pipe_ends_the_run_quietly()
    {
        using var folder = CreateMany();
        using var process = Start("extract", folder.Path);

        await process.StandardOutput.ReadLineAsync();
        process.StandardOutput.Close();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal("", errors);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task An_interrupt_ends_the_run_quietly_and_leaves_whole_files_only()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = CreateMany();
        using var process = Start("extract", folder.Path, "--output", folder.At("out"));
        while (!process.HasExited && (!Directory.Exists(folder.At("out")) || !Directory.EnumerateFiles(folder.At("out"), "*.jsonl").Any()))
        {
            await Task.Delay(10);
        }

        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal("", errors);
        Assert.Equal(130, process.ExitCode);
        var files = Directory.GetFiles(folder.At("out"));
        Assert.InRange(files.Length, 1, 1499);
        Assert.All(files, file => Assert.EndsWith("}\n", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.All(files, file => Assert.EndsWith(".jsonl", file, StringComparison.Ordinal));
    }

    private static TemporaryFolder CreateMany([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var folder = new TemporaryFolder(test);
        for (var i = 0; i < 1500; i++)
        {
            folder.Write(string.Create(CultureInfo.InvariantCulture, $"{i:D4}.txt"), Bulletin);
        }

        return folder;
    }

    private static Process Start(params string[] args)
    {
        // A shell starts background jobs with interrupts ignored, and what they start inherits that: tests run so would interrupt nothing.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(command[0], [.. command[1..], typeof(CommandLine).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
