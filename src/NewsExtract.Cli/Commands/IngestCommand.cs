using System.CommandLine;
using NewsExtract.Batch;
using NewsExtract.Batch.Steps;
using NewsExtract.Cli.Input;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract ingest PATH… --store FILE|URL</c></summary>
internal static class IngestCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = CommonOptions.Paths("Bulletins (PDF, text, HTML, Word, OFD, pictures), folders (every such file below them), or globs such as '2023/*.pdf'.");
        var only = new Option<string[]>("--only")
        {
            Description = "failed: what failed before; changed: new files and new contents, whatever the settings; older-than VERSION: what an earlier program extracted.",
            HelpName = "WHICH",
            Arity = new ArgumentArity(1, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var report = new Option<string[]>("--report") { Description = "Writes what became of each input to FILE.html or FILE.json. May be repeated.", HelpName = "FILE", DefaultValueFactory = _ => [] };
        var watch = new Option<int?>("--watch") { Description = "Goes on looking for new and changed files every SECONDS (10 unless given), until interrupted.", HelpName = "SECONDS", Arity = ArgumentArity.ZeroOrOne };
        var checkBytes = new Option<bool>("--check-bytes") { Description = "Looks at the bytes of all files, also of those whose size and time are as before." };
        var noLink = new Option<bool>("--no-link") { Description = "Leaves it to a later run to link what the articles name (newsextract entities link), and articles that share text." };
        var encoding = CommonOptions.Encoding();
        var date = CommonOptions.Date("Date of issue where a bulletin prints none: 2023-12-01, 2023-12 or 2023.");
        var tokenizer = CommonOptions.Tokenizer();
        var jobs = new Option<int>("--jobs", "-j") { Description = "Bulletins worked on at a time.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };

        var command = new Command("ingest", "Read bulletins into a store; what is there and unchanged is left, what failed is set aside with its reason.") { paths };
        var store = new StoreOption();
        store.AddTo(command);
        Option[] options = [jobs, only, report, watch, checkBytes, noLink, encoding, date, tokenizer];
        foreach (var option in options)
        {
            command.Add(option);
        }

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
            var (scope, olderThan) = ParseScope(result.GetValue(only) ?? []);
            var files = CommonOptions.CheckPaths(result.GetRequiredValue(paths));
            if (files.Contains(InputItem.StandardInput))
            {
                throw new CommandException(DiagnosticCodes.Usage, "a store keeps files, not standard input — name a file or folder");
            }

            var every = result.GetResult(watch) is null ? (TimeSpan?)null : TimeSpan.FromSeconds(result.GetValue(watch) is { } seconds ? Positive(seconds, "--watch") : 10);
            var jobCount = Positive(result.GetValue(jobs), "--jobs");
            var encodingName = CommonOptions.CheckEncoding(result.GetValue(encoding));
            var issueDate = CommonOptions.CheckDate(result.GetValue(date));
            IngestRunner.CheckReports(result.GetValue(report) ?? []);
            var reviewer = model.CreateReviewer(result);
            var scorer = model.CreateScorer(result);
            var types = factTypes.Load(result);
            using var recognizers = recognizer.Create(result, terminal);
            using var reader = reading.CreateReader(result);
            var tokenizerName = result.GetValue(tokenizer);
            using var opened = store.Open(result);
            var settings = new IngestSettings
            {
                Pipeline = types.AddTo(recognizers.AddTo(new NewsPipelineBuilder { Reader = reader, Tokenizer = CommonOptions.CreateTokenizer(tokenizerName), MentionReviewer = reviewer, FactScorer = scorer })).Build(),
                Reader = reader,
                ReadingKey = reading.Key(result),
                ExtractionKey = $"build={NewsPipeline.BuildId};tokenizer={tokenizerName};model={model.Key(result)};recognizers={recognizer.Key(result)};types={types.Key}",
                Encoding = encodingName,
                Date = issueDate,
                Scope = scope,
                OlderThan = olderThan,
                ChecksBytes = result.GetValue(checkBytes),
                Jobs = jobCount,
            };
            IStoreStep[] steps = result.GetValue(noLink) ? [] : [new EntityStep(), new ReprintStep()];
            return await new IngestRunner(terminal, opened, settings, steps, files, result.GetValue(report) ?? []).RunAsync(every, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static (IngestScope Scope, Version? OlderThan) ParseScope(string[] words) => words switch
    {
        [] => (IngestScope.All, null),
        ["failed"] => (IngestScope.Failed, null),
        ["changed"] => (IngestScope.Changed, null),
        ["older-than", var text] when Version.TryParse(text, out var version) => (IngestScope.Older, version),
        _ => throw new CommandException(DiagnosticCodes.Usage, $"--only {string.Join(' ', words)} is none of failed, changed, older-than 0.2.0 — write one of them"),
    };

    private static int Positive(int value, string option) => value > 0 ? value : throw new CommandException(DiagnosticCodes.Usage, $"{option} must be 1 or more");
}
