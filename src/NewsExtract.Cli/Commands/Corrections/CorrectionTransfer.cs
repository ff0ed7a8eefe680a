using System.CommandLine;
using System.Globalization;
using System.Text;
using NewsExtract.Storage;

namespace NewsExtract.Cli.Commands.Corrections;

/// <summary>Corrections out of a store and into one, and as gold files.</summary>
internal static class CorrectionTransfer
{
    public static Command CreateExport(Terminal terminal)
    {
        var format = new Option<string>("--format", "-f") { Description = "jsonl: the corrections, one a line, as import takes them.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; standard output unless given.", HelpName = "FILE" };
        var gold = new Option<string?>("--gold") { Description = "Writes the articles that were wholly accepted as gold files (NAME.txt, .ann, .json) into this folder, which must be empty: for eval, and for model train.", HelpName = "FOLDER" };
        var command = new Command("export", "Write corrections out, to move them to another store, or as gold files to measure and train with.") { format, output, gold };
        var store = new StoreOption();
        store.AddTo(command);
        command.SetAction(result => CorrectionsCommand.Run(store, result, opened =>
        {
            var path = result.GetValue(gold) ?? result.GetValue(output);
            try
            {
                return result.GetValue(gold) is { } folder ? WriteGold(terminal, opened, folder) : WriteLines(terminal, opened, path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && path is not null)
            {
                throw new CommandException(DiagnosticCodes.CannotWrite, $"{path} can't be written ({exception.Message.TrimEnd('.')}) — check the folder and the disk", ExitCodes.Incomplete);
            }
        }));
        return command;
    }

    public static Command CreateImport(Terminal terminal)
    {
        var input = new Option<string>("--input", "-i") { Description = "JSON lines: corrections as export writes them, or what to do (docs/corrections.md). All are taken in, or none.", HelpName = "FILE.jsonl", Required = true };
        var by = CorrectionsCommand.By();
        var command = new Command("import", "Take in many corrections at once.") { input, by };
        var store = new StoreOption();
        store.AddTo(command);
        var factTypes = new FactTypesOption();
        factTypes.AddTo(command);
        command.SetAction(result =>
        {
            var definitions = factTypes.Load(result).AddTo(new NewsPipelineBuilder()).FactDefinitions;
            var path = result.GetRequiredValue(input);
            var lines = CorrectionLines.Read(path, ReadText(path));
            return CorrectionsCommand.Run(store, result, opened =>
            {
                var made = lines.Corrections.IsEmpty
                    ? opened.Correct(lines.Requests, result.GetRequiredValue(by), definitions).Count
                    : opened.Import(lines.Corrections);
                terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{made} corrections made"));
                return ExitCodes.Clean;
            });
        });
        return command;
    }

    private static int WriteGold(Terminal terminal, NewsStore store, string folder)
    {
        var summary = store.ExportGold(folder);
        foreach (var left in summary.LeftOut)
        {
            terminal.Error.WriteLine(Terminal.Line(left.Severity, left.Code, left.Message));
        }

        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Articles} articles with {summary.Mentions} mentions and {summary.Facts} facts written to {folder}"));
        return summary.LeftOut.IsEmpty ? ExitCodes.Clean : ExitCodes.Incomplete;
    }

    private static int WriteLines(Terminal terminal, NewsStore store, string? path)
    {
        var text = string.Concat(store.FindCorrections().Select(static entry => NewsStore.WriteCorrection(entry.Correction) + "\n"));
        if (path is null)
        {
            terminal.Output.Write(Encoding.UTF8.GetBytes(text));
        }
        else
        {
            File.WriteAllText(path, text);
        }

        return ExitCodes.Clean;
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException(DiagnosticCodes.NotFound, $"--input {path}: there is no such file — check the path", ExitCodes.Incomplete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(DiagnosticCodes.Unreadable, $"--input {path}: the file can't be read ({exception.Message.TrimEnd('.')}) — check its permissions and the disk", ExitCodes.Incomplete);
        }
    }
}
