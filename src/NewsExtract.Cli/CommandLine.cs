using System.CommandLine;
using System.CommandLine.Invocation;
using NewsExtract.Chinese.Segmentation;
using NewsExtract.Cli.Commands;

namespace NewsExtract.Cli;

/// <summary>The whole command: parses arguments, runs, and turns what went wrong into one line and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        var root = new RootCommand("Turns Chinese news bulletins into facts with their evidence.")
        {
            ExtractCommand.Create(terminal),
            PagesCommand.Create(terminal),
            EvalCommand.Create(terminal),
            SegmentCommand.Create(terminal),
            ValuesCommand.Create(terminal),
            SchemaCommand.Create(terminal),
            VersionCommand.Create(terminal),
        };
        if (args.Count == 0)
        {
            await root.Parse(["--help"]).InvokeAsync().ConfigureAwait(false);
            return ExitCodes.Misuse;
        }

        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            if (result.Action is ParseErrorAction)
            {
                throw new CommandException(DiagnosticCodes.Usage, $"{result.Errors[0].Message.TrimEnd('.')} — see newsextract --help");
            }

            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Error = terminal.Error }).ConfigureAwait(false);
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
        catch (ClosedPipeException)
        {
            return ExitCodes.Clean;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
    }
}
