namespace NewsExtract.Cli;

/// <summary>Something the user must change. Its message is the line to print: <c>place: what — what to do</c>.</summary>
/// <param name="code">NX20xx; docs/diagnostics.md lists them.</param>
internal sealed class CommandException(string code, string message, int exitCode = ExitCodes.Misuse) : Exception(message)
{
    public string Code { get; } = code;

    public int ExitCode { get; } = exitCode;
}
