using System.Text;

namespace NewsExtract.Cli.Tests;

/// <summary>Runs the command in this process, with streams of the test's own.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string[] ErrorLines)
{
    public static Task<CommandRun> Of(params string[] args) => WithInput([], args);

    public static async Task<CommandRun> WithInput(byte[] input, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(args, new Terminal(new MemoryStream(input), output, error, showsProgress: false, width: null));
        return new CommandRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
