using System.CommandLine;
using System.Globalization;
using System.Text;
using NewsExtract.Cli.Input;
using NewsExtract.Cli.Output;
using NewsExtract.Explanation;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract explain PATH…</c>: what made each fact, and why there is none.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = CommonOptions.Paths("Bulletins, folders, globs, or - for standard input.");
        var select = new Option<string?>("--select", "-s") { Description = "Words of the text: what was made of them everywhere they stand, and why nothing was.", HelpName = "TEXT" };
        var range = new Option<string?>("--range") { Description = "A part of the text, as spans in records: 120-134 (UTF-16 units, end exclusive).", HelpName = "START-END" };
        var type = new Option<string?>("--type", "-t") { Description = "One type of facts and of what came to nothing: position, statistic …", HelpName = "TYPE" };
        var encoding = CommonOptions.Encoding();
        var date = CommonOptions.Date("Date of issue where a bulletin prints none: 2023-12-01, 2023-12 or 2023.");
        var command = new Command("explain", "Say which rule, trigger and mentions made each fact, or why a text made none.") { paths, select, range, type, encoding, date };
        var model = new ModelOption();
        model.AddTo(command);
        var factTypes = new FactTypesOption();
        factTypes.AddTo(command);
        var reading = new ReadingOptions();
        reading.AddTo(command);
        command.SetAction((result, cancellation) =>
        {
            var items = InputExpander.Expand(CommonOptions.CheckPaths(result.GetRequiredValue(paths)));
            var loader = new SourceLoader(terminal, CommonOptions.CheckEncoding(result.GetValue(encoding)), CommonOptions.CheckDate(result.GetValue(date)));
            using var reader = reading.CreateReader(result);
            var builder = factTypes.Load(result).AddTo(new NewsPipelineBuilder { Reader = reader, MentionReviewer = model.CreateReviewer(result), FactScorer = model.CreateScorer(result), Traces = true });
            var selection = new Selection(result.GetValue(select), CheckRange(result.GetValue(range)), CheckType(result.GetValue(type), builder));
            var pipeline = builder.Build();
            var exitCode = ExitCodes.Clean;
            foreach (var item in items)
            {
                try
                {
                    var extraction = pipeline.Process(item.Problem is { } problem ? throw new DocumentReadException(problem) : loader.Load(item), cancellation);
                    foreach (var line in DiagnosticLines.Of(extraction.Diagnostics, item.Path, extraction.Document?.Pages ?? []))
                    {
                        terminal.Error.WriteLine(line);
                    }

                    exitCode = extraction.Status == ExtractionStatus.Complete ? exitCode : ExitCodes.Incomplete;
                    Write(terminal, item.Path, extraction, selection);
                }
                catch (DocumentReadException exception)
                {
                    terminal.Error.WriteLine(Terminal.Line(Severity.Error, exception.Diagnostic.Code, $"{item.Path}: {exception.Message}"));
                    exitCode = ExitCodes.Incomplete;
                }
            }

            return Task.FromResult(exitCode);
        });
        return command;
    }

    /// <param name="Words"><c>null</c> for all.</param>
    /// <param name="Source">UTF-16 units of the source; <c>null</c> for all.</param>
    /// <param name="Type">A fact type; <c>null</c> for all.</param>
    private sealed record Selection(string? Words, TextSpan? Source, string? Type);

    private static void Write(Terminal terminal, string path, ExtractionResult result, Selection selection)
    {
        var output = new StringBuilder();
        foreach (var article in result.Articles)
        {
            var text = new ExplanationText(article);
            var blocks = string.Concat(Find(article, selection).Select(found => text.Render(selection.Type is { } type
                ? found with { Facts = [.. found.Facts.Where(fact => fact.Type == type)], Rejections = [.. found.Rejections.Where(rejection => rejection.Type == type)] }
                : found)));
            if (blocks.Length > 0)
            {
                output.Append(CultureInfo.InvariantCulture, $"{path}, article 文章 {article.Index}\n{blocks}");
            }
        }

        if (output.Length == 0 && result.Status != ExtractionStatus.Failed)
        {
            output.Append(CultureInfo.InvariantCulture, $"{path}: no article holds the selection 所选文字不在任何文章里\n");
        }

        terminal.Output.Write(Encoding.UTF8.GetBytes(output.ToString()));
    }

    private static IEnumerable<ArticleExplanation> Find(ArticleResult article, Selection selection)
    {
        if (selection.Words is { } words)
        {
            return ArticleExplanation.OfWords(article, words);
        }

        if (selection.Source is { } source)
        {
            return ArticleExplanation.OfSource(article, source) is { } part ? [part] : [];
        }

        return [ArticleExplanation.Of(article)];
    }

    private static TextSpan? CheckRange(string? range)
    {
        if (range is null)
        {
            return null;
        }

        return range.Split('-') is [var first, var last] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var end) && start < end
            ? new TextSpan(start, end)
            : throw new CommandException(DiagnosticCodes.Usage, $"--range '{range}' is no range — write 120-134");
    }

    private static string? CheckType(string? type, NewsPipelineBuilder builder) =>
        type is null || builder.FactDefinitions.Any(definition => definition.Name == type)
            ? type
            : throw new CommandException(DiagnosticCodes.Usage, $"--type: there is no fact type {type} — one of {string.Join(", ", builder.FactDefinitions.Select(definition => definition.Name))}");
}
