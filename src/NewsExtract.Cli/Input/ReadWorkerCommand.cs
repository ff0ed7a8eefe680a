using System.Diagnostics;
using System.Globalization;
using NewsExtract.Readers.Isolation;

namespace NewsExtract.Cli.Input;

/// <summary>The hidden command <c>newsextract read-worker</c>: this program started again to read files for its parent.</summary>
internal static class ReadWorkerCommand
{
    public const string Name = "read-worker";

    /// <summary>How this program is started again: by its own executable, or by dotnet where it runs from its library.</summary>
    public static ReaderProcessOptions ProcessOptions { get; } = Find();

    /// <param name="parent">Process id: when that process ends in mid-file, killed perhaps, this one ends too.</param>
    public static void Run(string parent)
    {
        new Thread(() => EndWith(int.Parse(parent, CultureInfo.InvariantCulture))) { IsBackground = true }.Start();
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        ReaderWorker.Run(input, output);
    }

    private static void EndWith(int parent)
    {
        try
        {
            using var process = Process.GetProcessById(parent);
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }

        Environment.Exit(ExitCodes.Incomplete);
    }

    private static ReaderProcessOptions Find()
    {
        var parent = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var program = Environment.ProcessPath ?? "dotnet";
        if (Path.GetFileNameWithoutExtension(program).Equals("newsextract", StringComparison.OrdinalIgnoreCase))
        {
            return new ReaderProcessOptions { Command = program, Arguments = [Name, parent] };
        }

        var host = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? program : "dotnet";
        return new ReaderProcessOptions { Command = host, Arguments = [Path.Combine(AppContext.BaseDirectory, "newsextract.dll"), Name, parent] };
    }
}
