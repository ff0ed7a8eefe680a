using System.CommandLine;
using NewsExtract.Cli.Input;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract extract PATH…</c></summary>
internal static class ExtractCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = CommonOptions.Paths("Bulletins (PDF, text, HTML, Word, OFD), folders (every such file below them), globs such as '2023/*.pdf', or - for standard input.");
        var format = new Option<string>("--format", "-f")
        {
            Description = "jsonl: a record a line; json: one indented array; table: a summary for reading.",
            DefaultValueFactory = _ => "jsonl",
        };
        format.AcceptOnlyFromAmong("jsonl", "json", "table");
        var output = new Option<string?>("--output", "-o") { Description = "Folder for one NAME.jsonl (or .json) a bulletin; standard output unless given.", HelpName = "DIR" };
        var encoding = CommonOptions.Encoding();
        var date = CommonOptions.Date("Date of issue where a bulletin prints none: 2023-12-01, 2023-12 or 2023.");
        var tokenizer = CommonOptions.Tokenizer();
        var jobs = new Option<int>("--jobs", "-j") { Description = "Bulletins worked on at a time.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };

        var command = new Command("extract", "Extract facts from bulletins as JSON records.") { paths, format, output, encoding, date, tokenizer, jobs };
        var model = new ModelOption();
        model.AddTo(command);
        var recognizer = new RecognizerOption();
        recognizer.AddTo(command);
        var factTypes = new FactTypesOption();
        factTypes.AddTo(command);
        var reading = new ReadingOptions();
        reading.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            using var reader = reading.CreateReader(result);
            var settings = new ExtractSettings
            {
                Paths = CommonOptions.CheckPaths(result.GetRequiredValue(paths)),
                Format = result.GetValue(format) switch
                {
                    "json" => OutputFormat.Json,
                    "table" => OutputFormat.Table,
                    _ => OutputFormat.JsonLines,
                },
                OutputFolder = result.GetValue(output),
                Encoding = CommonOptions.CheckEncoding(result.GetValue(encoding)),
                Date = CommonOptions.CheckDate(result.GetValue(date)),
                Jobs = result.GetValue(jobs) is > 0 and var count ? count : throw new CommandException(DiagnosticCodes.Usage, "--jobs must be 1 or more"),
            };
            var name = result.GetValue(tokenizer);
            var (reviewer, scorer) = (model.CreateReviewer(result), model.CreateScorer(result));
            var types = factTypes.Load(result);
            using var recognizers = recognizer.Create(result, terminal);
            return await new ExtractRunner(terminal, settings, () => types.AddTo(recognizers.AddTo(new NewsPipelineBuilder { Reader = reader, Tokenizer = CommonOptions.CreateTokenizer(name), MentionReviewer = reviewer, FactScorer = scorer })).Build()).RunAsync(cancellation).ConfigureAwait(false);
        });
        return command;
    }
}
