namespace NewsExtract.Cli;

/// <summary>What the command's exit status says.</summary>
internal static class ExitCodes
{
    public const int Clean = 0;

    /// <summary>Some inputs failed or are partial.</summary>
    public const int Incomplete = 1;

    /// <summary>The command line makes no sense; nothing was done.</summary>
    public const int Misuse = 2;

    /// <summary>128 + SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
