using NewsExtract.Readers.Isolation;

namespace NewsExtract.Cli.Input;

/// <summary>The hidden command <c>newsextract read-worker</c>: this program started again to read files for its parent.</summary>
internal static class ReadWorkerCommand
{
    public const string Name = "read-worker";

    /// <summary>How this program is started again: by its own executable, or by dotnet where it runs from its library.</summary>
    public static ReaderProcessOptions ProcessOptions { get; } = Find();

    public static void Run()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        ReaderWorker.Run(input, output);
    }

    private static ReaderProcessOptions Find()
    {
        var program = Environment.ProcessPath ?? "dotnet";
        if (Path.GetFileNameWithoutExtension(program).Equals("newsextract", StringComparison.OrdinalIgnoreCase))
        {
            return new ReaderProcessOptions { Command = program, Arguments = [Name] };
        }

        var host = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? program : "dotnet";
        return new ReaderProcessOptions { Command = host, Arguments = [Path.Combine(AppContext.BaseDirectory, "newsextract.dll"), Name] };
    }
}
