using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using NewsExtract.Chinese.Segmentation;
using NewsExtract.Cli.Commands;
using NewsExtract.Cli.Commands.Corrections;

namespace NewsExtract.Cli;

/// <summary>The whole command: parses arguments, runs, and turns what went wrong into one line and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        var root = new RootCommand("Turns Chinese news bulletins into facts with their evidence.")
        {
            ExtractCommand.Create(terminal),
            IngestCommand.Create(terminal),
            WorkerCommand.Create(terminal),
            ProgressCommand.Create(terminal),
            RequeueCommand.Create(terminal),
            QueryCommand.Create(terminal),
            EntitiesCommand.Create(terminal),
            LinksCommand.Create(terminal),
            ContradictionsCommand.Create(terminal),
            ExportCommand.Create(terminal),
            ServeCommand.Create(terminal),
            CorrectionsCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            PagesCommand.Create(terminal),
            EvalCommand.Create(terminal),
            SegmentCommand.Create(terminal),
            ValuesCommand.Create(terminal),
            ModelCommand.Create(terminal),
            FactTypesCommand.Create(terminal),
            SchemaCommand.Create(terminal),
            VersionCommand.Create(terminal),
        };
        if (args.Count == 0)
        {
            await root.Parse(["--help"]).InvokeAsync().ConfigureAwait(false);
            return ExitCodes.Misuse;
        }

        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Error = terminal.Error };
        if (result.CommandResult.Command.Name == WorkerCommand.Name)
        {
            // Told to end, it lets what it has begun go on for a while.
            configuration.ProcessTerminationTimeout = WorkerCommand.TimeToEnd;
        }

        try
        {
            if (result.Action is ParseErrorAction)
            {
                throw new CommandException(DiagnosticCodes.Usage, Explain(result));
            }

            return await result.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (CommandException exception)
        {
            terminal.Error.WriteLine(Terminal.Line(Severity.Error, exception.Code, exception.Message));
            return exception.ExitCode;
        }
        catch (SegmentationResourceException exception)
        {
            terminal.Error.WriteLine(Terminal.Line(Severity.Error, exception.Diagnostic.Code, exception.Message));
            return ExitCodes.Incomplete;
        }
        catch (FactTypeFileException exception)
        {
            foreach (var diagnostic in exception.Diagnostics)
            {
                terminal.Error.WriteLine(Terminal.Line(diagnostic.Severity, diagnostic.Code, diagnostic.Message));
            }

            return ExitCodes.Incomplete;
        }
        catch (ClosedPipeException)
        {
            return ExitCodes.Clean;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
    }

    // The parser's messages may run over several lines, and of a mistyped command it says first that one is missing.
    private static string Explain(ParseResult result)
    {
        if (result.CommandResult.Parent is null && result.UnmatchedTokens is [var word, ..])
        {
            return word.StartsWith('-') ? $"there is no option {word} — see newsextract --help" : $"there is no command '{word}' — see newsextract --help";
        }

        var error = result.Errors[0];
        var option = error.SymbolResult is OptionResult { IdentifierToken: { } token } ? $"{token.Value}: " : "";
        var message = string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var command = result.CommandResult.Parent is null ? "" : $" {result.CommandResult.Command.Name}";
        return $"{option}{message.TrimEnd('.')} — see newsextract{command} --help";
    }
}
