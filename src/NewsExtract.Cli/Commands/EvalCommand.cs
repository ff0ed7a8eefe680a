using System.CommandLine;
using System.Text;
using System.Text.Json;
using NewsExtract.Cli.Input;
using NewsExtract.Evaluation;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract eval GOLD_DIR</c></summary>
internal static class EvalCommand
{
    public static Command Create(Terminal terminal)
    {
        var gold = new Argument<string>("GOLD_DIR") { Description = "Folder of NAME.txt with NAME.ann (marks) and NAME.json (facts)." };
        var show = new Option<string?>("--show")
        {
            Description = "Print misses (-) and extras (+) of a mention type (PER, ORG …), a fact type (position, statistic …), article, author or paragraph.",
            HelpName = "TYPE",
        };
        var mentions = new Option<string>("--mentions") { Description = "gold: take mentions from the marks, to measure facts apart.", DefaultValueFactory = _ => "found" };
        mentions.AcceptOnlyFromAmong("found", "gold");
        var records = new Option<string?>("--records") { Description = "Folder that the records are written to as NAME.jsonl.", HelpName = "DIR" };
        var inputs = new Option<string?>("--inputs") { Description = "Folder of the same bulletins in another form: NAME.pdf, NAME.docx … are read in place of NAME.txt.", HelpName = "DIR" };
        var model = new ModelOption();
        var factTypes = new FactTypesOption();
        var reading = new ReadingOptions();
        var command = new Command("eval", "Measure precision, recall and F1 against bulletins that a person marked.") { gold, show, mentions, records, inputs };
        model.AddTo(command);
        factTypes.AddTo(command);
        reading.AddTo(command);
        command.SetAction((result, cancellation) =>
        {
            var options = new EvaluationOptions { GoldMentions = result.GetValue(mentions) == "gold", RecordsFolder = result.GetValue(records), Inputs = FindInputs(result.GetValue(inputs)) };
            using var reader = reading.CreateReader(result);
            var builder = factTypes.Load(result).AddTo(new NewsPipelineBuilder { Reader = reader, MentionReviewer = model.CreateReviewer(result), FactScorer = model.CreateScorer(result) });
            return Task.FromResult(Run(terminal, builder, result.GetRequiredValue(gold), CheckKind(result.GetValue(show), builder), options, cancellation));
        });
        return command;
    }

    private static string? CheckKind(string? kind, NewsPipelineBuilder builder)
    {
        string[] known = [.. EntityTypes.All.Select(type => type.Label()), .. FactAlignment.Types.Union(builder.FactDefinitions.Select(static definition => definition.Name)), "article", "author", "paragraph"];
        return kind is null || known.Contains(kind)
            ? kind
            : throw new CommandException(DiagnosticCodes.Usage, $"--show: there is no type {kind} — one of {string.Join(", ", known)}");
    }

    // By name without ending; a name with two files would make the figures depend on which is taken.
    private static Dictionary<string, string>? FindInputs(string? folder)
    {
        if (folder is null)
        {
            return null;
        }

        var files = new Dictionary<string, string>();
        foreach (var item in InputExpander.Expand([folder]))
        {
            if (item.Problem is { } problem)
            {
                throw new CommandException(problem.Code, $"--inputs {item.Path}: {problem.Message}", ExitCodes.Incomplete);
            }

            if (!files.TryAdd(Path.GetFileNameWithoutExtension(item.Path), item.Path))
            {
                throw new CommandException(DiagnosticCodes.NameClash, $"--inputs {folder}: {files[Path.GetFileNameWithoutExtension(item.Path)]} and {item.Path} have one name — keep one of them there");
            }
        }

        return files;
    }

    private static int Run(Terminal terminal, NewsPipelineBuilder builder, string folder, string? kind, EvaluationOptions options, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException(DiagnosticCodes.NotFound, $"{folder}: there is no such folder — check the path", ExitCodes.Incomplete);
        }

        EvaluationReport report;
        try
        {
            report = new Evaluator(builder).Run(folder, options, cancellation);
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CommandException(DiagnosticCodes.BrokenGold, $"{folder}: a gold file is broken ({exception.Message}) — mend it", ExitCodes.Incomplete);
        }

        if (report.Bulletins == 0)
        {
            throw new CommandException(DiagnosticCodes.NoTexts, $"{folder}: this folder holds no .ann file — name one with gold bulletins", ExitCodes.Incomplete);
        }

        var lines = report.Differences.Where(difference => difference.Kind == kind).Select(difference => difference.ToString()).Concat(report.ToLines());
        terminal.Output.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
        return report.WithoutRecords > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
    }
}
