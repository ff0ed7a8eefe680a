using NewsExtract.Cli;

return await CommandLine.RunAsync(args, Terminal.Open()).ConfigureAwait(false);
