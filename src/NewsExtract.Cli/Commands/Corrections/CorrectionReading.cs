using System.CommandLine;
using System.Globalization;
using System.Text;
using NewsExtract.Cli.Output;
using NewsExtract.Storage;
using NewsExtract.Storage.Corrections;
using NewsExtract.Storage.Export;

namespace NewsExtract.Cli.Commands.Corrections;

/// <summary>What only looks: list and show.</summary>
internal static class CorrectionReading
{
    public static Command CreateList(Terminal terminal)
    {
        var status = new Option<string?>("--status") { Description = "placed: it has its effect; unplaced: it finds nothing to have one on; undone; replaced by a later word; superseded: its file has changed." };
        status.AcceptOnlyFromAmong("placed", "unplaced", "undone", "replaced", "superseded");
        var format = new Option<string>("--format", "-f") { Description = "table, jsonl, or csv.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        var command = new Command("list", "List corrections: what was said, by whom, when, why, and what became of it.") { status, format };
        var store = new StoreOption();
        store.AddTo(command);
        command.SetAction(result => CorrectionsCommand.Run(store, result, opened =>
        {
            var entries = opened.FindCorrections().Where(entry => result.GetValue(status) is not { } wanted || entry.Status == wanted).ToList();
            var output = new QueryOutput(terminal, result.GetRequiredValue(format));
            output.WriteRows(entries.Select(entry => output.IsTable ? ShortRow(entry) : Row(entry)));
            foreach (var entry in entries)
            {
                Tell(terminal, entry);
            }

            return ExitCodes.Clean;
        }));
        return command;
    }

    public static Command CreateShow(Terminal terminal)
    {
        var article = new Argument<string>("ARTICLE") { Description = "Id of an article, as query shows it." };
        var command = new Command("show", "Show an article as the store has it: its text, and its facts and mentions with their ids.") { article };
        var store = new StoreOption();
        store.AddTo(command);
        command.SetAction(result => CorrectionsCommand.Run(store, result, opened =>
        {
            var id = result.GetRequiredValue(article);
            var record = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? opened.FindRecord(number) : null;
            Print(terminal, record ?? throw new StoreException(new Diagnostic("NX3211", Severity.Error, $"{id}: the store has no such article — newsextract query shows the ids")));
            return ExitCodes.Clean;
        }));
        return command;
    }

    /// <summary>What a statement says, in one line.</summary>
    private static string Summary(Statement statement) => statement.Roles.IsEmpty
        ? statement.At.Quote
        : string.Join("; ", statement.Roles.Select(static role => $"{role.Name}={CellText.Of(role.Value)}"));

    // What fits a terminal; jsonl and csv have all.
    private static Dictionary<string, object?> ShortRow(CorrectionEntry entry)
    {
        var correction = entry.Correction;
        return new Dictionary<string, object?>
        {
            ["number"] = correction.Id,
            ["what"] = $"{correction.Action.ToString().ToLowerInvariant()} {(correction.Kind == CorrectedKind.Article ? "article" : correction.Statement.Type)}",
            ["says"] = Summary(correction.Statement),
            ["on"] = On(entry),
            ["by"] = correction.By,
            ["at"] = correction.At[..Math.Min(10, correction.At.Length)],
            ["why"] = correction.Why,
            ["status"] = entry.Status,
        };
    }

    private static string? On(CorrectionEntry entry) => entry.Place is { } place ? string.Create(CultureInfo.InvariantCulture, $"{place}{(entry.Item is null ? "" : "/")}{entry.Item}") : null;

    private static Dictionary<string, object?> Row(CorrectionEntry entry)
    {
        var correction = entry.Correction;
        return new Dictionary<string, object?>
        {
            ["number"] = correction.Id,
            ["status"] = entry.Status,
            ["action"] = correction.Action.ToString().ToLowerInvariant(),
            ["kind"] = correction.Kind.ToString().ToLowerInvariant(),
            ["type"] = correction.Statement.Type is { Length: > 0 } type ? type : null,
            ["says"] = Summary(correction.Statement),
            ["on"] = On(entry),
            ["source"] = entry.Source,
            ["by"] = correction.By,
            ["at"] = correction.At,
            ["why"] = correction.Why,
            ["undoneBy"] = correction.UndoneBy,
            ["undoneAt"] = correction.UndoneAt,
            ["problem"] = entry.Problem,
            ["newerArticle"] = entry.NewerArticle,
        };
    }

    private static void Tell(Terminal terminal, CorrectionEntry entry)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"correction {entry.Correction.Id}");
        if (entry.Problem == "NX3216")
        {
            var what = entry.Source is null ? "its bulletin is not in the store" : $"its text stands nowhere in {entry.Source} as it is read now";
            terminal.Error.WriteLine(Terminal.Line(Severity.Warning, entry.Problem, $"{name} has no effect: {what} — it is kept and waits; undo it if it is not wanted"));
        }
        else if (entry.Problem is { } code)
        {
            var what = entry.Correction.Action == CorrectionAction.Reject ? "nothing states what it rejects any more" : "a later correction stands at its place";
            terminal.Error.WriteLine(Terminal.Line(Severity.Warning, code, $"{name} has no effect: {what} — it is kept; undo it if it is not wanted"));
        }
        else if (entry is { IsSuperseded: true, NewerArticle: { } newer, Correction.UndoneAt: null })
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {entry.Source} has changed; the newer one has this text too, in article {newer}"));
        }
    }

    private static void Print(Terminal terminal, ArticleRecord record)
    {
        var text = new StringBuilder();
        foreach (var paragraph in record.Paragraphs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(paragraph.Spans.IsEmpty ? 0 : paragraph.Spans[0].Start)}\t{paragraph.Text}\n");
        }

        text.Append('\n');
        foreach (var fact in record.Facts)
        {
            var roles = fact.Roles.OrderBy(static role => role.Key, StringComparer.Ordinal).Select(static role => $"{role.Key}={CellText.Of(role.Value)}");
            text.Append(CultureInfo.InvariantCulture, $"{fact.Id}\t{fact.Type}\t{string.Join("; ", roles)}\t{fact.Evidence.Text}\t{Mark(fact.Review)}\n");
        }

        text.Append('\n');
        foreach (var mention in record.Mentions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{mention.Id}\t{mention.Type}\t{mention.Text}\t{mention.Spans[0].Start}-{mention.Spans[^1].End}\t{Mark(mention.Review)}\n");
        }

        terminal.Output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Mark(string? review) => review is null ? "" : $"[{review}]";
}
