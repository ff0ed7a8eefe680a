using NewsExtract.Cli;
using NewsExtract.Cli.Input;

if (args is [ReadWorkerCommand.Name, var parent])
{
    ReadWorkerCommand.Run(parent);
    return ExitCodes.Clean;
}

return await CommandLine.RunAsync(args, Terminal.Open()).ConfigureAwait(false);
