using System.CommandLine;
using NewsExtract.Cli.Output;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract query [WORD…] --store FILE|URL</c></summary>
internal static class QueryCommand
{
    private const int ShownUnlessAsked = 50;

    public static Command Create(Terminal terminal)
    {
        var show = new Option<string?>("--show") { Description = "facts or articles; facts unless only words are given." };
        show.AcceptOnlyFromAmong("facts", "articles");
        var by = new Option<string?>("--by") { Description = "Counts over time in place of a list." };
        by.AcceptOnlyFromAmong("month", "quarter", "year");
        var sql = new Option<string?>("--sql") { Description = "A question in SQL (docs/store.md has the tables); the store can't be written this way.", HelpName = "SELECT" };
        var format = new Option<string>("--format", "-f") { Description = "table, jsonl, or csv.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        var limit = new Option<int?>("--limit", "-n") { Description = $"Rows at most; {ShownUnlessAsked} in a table, all in jsonl and csv, unless given.", HelpName = "N" };

        var command = new Command("query", "Ask a store for facts, articles, or counts over time.");
        var store = new StoreOption();
        store.AddTo(command);
        var filters = new FilterOptions();
        filters.AddTo(command);
        Option[] options = [show, by, sql, format, limit];
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(result =>
        {
            var filter = filters.Read(result);
            var output = new QueryOutput(terminal, result.GetRequiredValue(format));
            var rows = Math.Max(result.GetValue(limit) ?? (output.IsTable ? ShownUnlessAsked : int.MaxValue), 0);
            var articles = result.GetValue(show) is { } shown ? shown == "articles" : filter is { IsOfFacts: false, Entity: null };
            using var opened = store.OpenPresent(result);
            try
            {
                Answer(opened, filter, result.GetValue(sql), result.GetValue(by), articles, rows, output);
            }
            catch (StoreException exception)
            {
                throw new CommandException(exception.Diagnostic.Code, exception.Message, ExitCodes.Incomplete);
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    private static void Answer(NewsStore store, NewsFilter filter, string? sql, string? by, bool articles, int limit, QueryOutput output)
    {
        if (sql is not null)
        {
            output.WriteRows(store.Ask(sql).Take(limit));
        }
        else if (by is not null)
        {
            output.WriteCounts(store.CountOverTime(filter, Enum.Parse<Period>(by, ignoreCase: true)), store.FindInputs(InputStatus.Failed).Count + store.FindInputs(InputStatus.Unreadable).Count);
        }
        else if (articles)
        {
            output.WriteArticles(store.FindArticles(filter, limit), () => store.CountArticles(filter));
        }
        else
        {
            output.WriteFacts(store.FindFacts(filter, limit), () => store.CountFacts(filter));
        }
    }
}
