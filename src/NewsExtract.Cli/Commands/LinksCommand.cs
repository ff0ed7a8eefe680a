using System.CommandLine;
using NewsExtract.Cli.Output;
using NewsExtract.Storage;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract links [WORD…] --store FILE|URL</c>: articles that share their text.</summary>
internal static class LinksCommand
{
    private const int ShownUnlessAsked = 50;

    public static Command Create(Terminal terminal)
    {
        var kind = new Option<string?>("--kind") { Description = "reprint: the same text but for some words; excerpt: one is part of the other; near: much is the same, or all but the figures." };
        kind.AcceptOnlyFromAmong("reprint", "excerpt", "near");
        var format = new Option<string>("--format", "-f") { Description = "table, jsonl, or csv.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        var limit = new Option<int?>("--limit", "-n") { Description = $"Rows at most; {ShownUnlessAsked} in a table, all in jsonl and csv, unless given.", HelpName = "N" };
        var command = new Command("links", "Show which articles of a store print the same text, of those that meet the conditions.") { kind, format, limit };
        var store = new StoreOption();
        store.AddTo(command);
        var filters = new FilterOptions();
        filters.AddTo(command);
        command.SetAction(result =>
        {
            var filter = filters.Read(result);
            var output = new QueryOutput(terminal, result.GetRequiredValue(format));
            var rows = Math.Max(result.GetValue(limit) ?? (output.IsTable ? ShownUnlessAsked : int.MaxValue), 0);
            using var opened = store.OpenPresent(result);
            try
            {
                output.WriteLinks(opened.FindLinks(filter, result.GetValue(kind) is { } name ? Enum.Parse<LinkKind>(name, ignoreCase: true) : null, rows));
            }
            catch (StoreException exception)
            {
                throw new CommandException(exception.Diagnostic.Code, exception.Message, ExitCodes.Incomplete);
            }

            return ExitCodes.Clean;
        });
        return command;
    }
}
