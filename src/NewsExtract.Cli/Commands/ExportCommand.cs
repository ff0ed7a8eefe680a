using System.CommandLine;
using System.Globalization;
using NewsExtract.Readers.Isolation;
using NewsExtract.Storage;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract export [WORD…] --store FILE|URL --format FORMAT --output PATH</c></summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, ExportFormat> s_formats = new(StringComparer.Ordinal)
    {
        ["jsonl"] = ExportFormat.JsonLines,
        ["csv"] = ExportFormat.Csv,
        ["xlsx"] = ExportFormat.Xlsx,
        ["parquet"] = ExportFormat.Parquet,
        ["datasette"] = ExportFormat.Datasette,
        ["jsonld"] = ExportFormat.JsonLd,
    };

    public static Command Create(Terminal terminal)
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = "jsonl: the records; csv, parquet: a folder of tables, one a fact type; xlsx: a workbook of such sheets; datasette: a SQLite file with a view a fact type; jsonld: linked data (docs/exports.md).",
            HelpName = string.Join('|', s_formats.Keys),
            Required = true,
        };
        format.AcceptOnlyFromAmong([.. s_formats.Keys]);
        var output = new Option<string>("--output", "-o") { Description = "The file or folder to write; what is there is replaced.", HelpName = "PATH", Required = true };
        var asExtracted = new Option<bool>("--as-extracted") { Description = "For jsonl: the records without the corrections of people." };
        var command = new Command("export", "Write a store, or the facts and articles of it that are asked for, out as records, tables, a database or linked data.") { format, output, asExtracted };
        var store = new StoreOption();
        store.AddTo(command);
        var filters = new FilterOptions();
        filters.AddTo(command);
        command.SetAction((result, cancellation) =>
        {
            var path = result.GetRequiredValue(output);
            if (path.Length == 0)
            {
                throw new CommandException(DiagnosticCodes.Usage, "--output is empty — name a file or folder");
            }

            var options = new ExportOptions { Definitions = new NewsPipelineBuilder().FactDefinitions, Filter = filters.Read(result), AsExtracted = result.GetValue(asExtracted), TextOf = static reading => DocumentArchive.Unpack(reading.Span)?.Text };
            var kind = s_formats[result.GetRequiredValue(format)];
            if (options.AsExtracted && (kind != ExportFormat.JsonLines || options.Filter.IsOfFacts || options.Filter.Entity is not null))
            {
                throw new CommandException(DiagnosticCodes.Usage, "--as-extracted gives whole records — take --format jsonl, and no condition on facts");
            }

            using var opened = store.OpenPresent(result);
            try
            {
                var summary = opened.Export(kind, path, options, cancellation);
                terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Articles} articles with {summary.Facts} facts written to {path}"));
                return Task.FromResult(ExitCodes.Clean);
            }
            catch (StoreException exception)
            {
                throw new CommandException(exception.Diagnostic.Code, exception.Message, ExitCodes.Incomplete);
            }
            catch (InvalidDataException exception)
            {
                throw new CommandException("NX3001", $"{opened.Location}: the store is damaged ({exception.Message}) — put a back-up in its place, or make a new one from the bulletins", ExitCodes.Incomplete);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new CommandException(DiagnosticCodes.CannotWrite, $"--output {path} can't be written ({exception.Message.TrimEnd('.')}) — check the folder and the disk", ExitCodes.Incomplete);
            }
        });
        return command;
    }
}
