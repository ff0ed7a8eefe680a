using System.Collections.Immutable;
using System.Text;
using NewsExtract.Cli.Input;
using NewsExtract.Cli.Output;

namespace NewsExtract.Cli.Commands;

/// <summary>Runs <c>newsextract extract</c>: sources are done on several threads and come out in the order they were named.</summary>
internal sealed class ExtractRunner(Terminal terminal, ExtractSettings settings, Func<NewsPipeline> createPipeline)
{
    private readonly SourceLoader _loader = new(terminal, settings.Encoding, settings.Date);

    /// <summary>What came of one source.</summary>
    /// <param name="Text">What goes to standard output; empty when it went to a file or there is none.</param>
    /// <param name="Pages">Of the source; empty where it has none.</param>
    private sealed record Outcome(InputItem Item, ExtractionStatus Status, ImmutableArray<Diagnostic> Diagnostics, string Text)
    {
        public ImmutableArray<Page> Pages { get; init; } = [];
    }

    /// <returns>The exit code.</returns>
    /// <exception cref="CommandException">Misuse.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var items = InputExpander.Expand(settings.Paths);
        var pipeline = new Lazy<NewsPipeline>(createPipeline);
        var format = CreateFormat(pipeline);
        if (settings.OutputFolder is { } folder)
        {
            InputExpander.RefuseClashes(items, folder, format.Extension ?? throw new CommandException(
                DiagnosticCodes.Usage,
                "--format table is for reading and writes no files — leave out --output, or take --format json"));
        }

        var exitCode = ExitCodes.Clean;
        var showsBar = terminal.ShowsProgress && items.Count > 1 && (settings.OutputFolder is not null || terminal.Width is null);
        if (showsBar)
        {
            await ProgressDisplay.RunWithBarAsync(terminal.Error, items.Count, async sink => exitCode = await RunAsync(items, format, pipeline, sink, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        }
        else
        {
            exitCode = await RunAsync(items, format, pipeline, new ProgressSink(terminal.Error.WriteLine, static _ => { }), cancellation).ConfigureAwait(false);
        }

        return exitCode;
    }

    private RecordFormat CreateFormat(Lazy<NewsPipeline> pipeline) => settings.Format switch
    {
        OutputFormat.Json => new JsonArrayFormat(),
        OutputFormat.Table => new TableFormat(pipeline.Value.FactDefinitions, terminal.Width),
        _ => new JsonLinesFormat(),
    };

    private async Task<int> RunAsync(List<InputItem> items, RecordFormat format, Lazy<NewsPipeline> pipeline, ProgressSink sink, CancellationToken cancellation)
    {
        var exitCode = ExitCodes.Clean;
        var writesHere = settings.OutputFolder is null;
        var isFirst = true;
        if (writesHere)
        {
            Print(format.Opening);
        }

        var outcomes = OrderedParallel.SelectAsync(items.ToAsyncEnumerable(), (item, stop) => Process(item, format, pipeline, stop), settings.Jobs, cancellation);
        await foreach (var outcome in outcomes.ConfigureAwait(false))
        {
            foreach (var line in DiagnosticLines.Of(outcome.Diagnostics, outcome.Item.Path, outcome.Pages))
            {
                sink.PrintLine(line);
            }

            if (outcome.Text.Length > 0)
            {
                Print(isFirst ? outcome.Text : format.Separator + outcome.Text);
                isFirst = false;
            }

            exitCode = outcome.Status == ExtractionStatus.Complete ? exitCode : ExitCodes.Incomplete;
            sink.Advance("");
        }

        if (writesHere)
        {
            Print(format.Closing);
        }

        return exitCode;
    }

    private void Print(string text) => terminal.Output.Write(Encoding.UTF8.GetBytes(text));

    private Outcome Process(InputItem item, RecordFormat format, Lazy<NewsPipeline> pipeline, CancellationToken cancellation)
    {
        try
        {
            if (item.Problem is { } problem)
            {
                return new Outcome(item, ExtractionStatus.Failed, [problem], "");
            }

            var result = pipeline.Value.Process(_loader.Load(item), cancellation);
            if (result.Status == ExtractionStatus.Failed)
            {
                return new Outcome(item, result.Status, result.Diagnostics, "");
            }

            var text = "";
            if (settings.OutputFolder is { } folder)
            {
                RecordFile.Write(Path.Combine(folder, item.OutputName + format.Extension), stream => format.Write(result, stream));
            }
            else
            {
                text = format.Render(result);
            }

            var errors = result.Articles.SelectMany(article => article.Text.Article.Diagnostics).Where(diagnostic => diagnostic.Severity == Severity.Error);
            return new Outcome(item, result.Status, [.. result.Diagnostics, .. errors], text) { Pages = result.Document?.Pages ?? [] };
        }
        catch (DocumentReadException exception)
        {
            return new Outcome(item, ExtractionStatus.Failed, [exception.Diagnostic], "");
        }
    }
}
