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
        var words = new Argument<string[]>("WORD") { Description = "Words that stand literally in the article, two characters or more (李明, 太原); Traditional finds Simplified.", Arity = ArgumentArity.ZeroOrMore };
        var show = new Option<string?>("--show") { Description = "facts or articles; facts unless only words are given." };
        show.AcceptOnlyFromAmong("facts", "articles");
        var type = Many("--type", "Fact type (position, project_count, …: newsextract schema). May be repeated: any of them.", "TYPE");
        var role = Many("--role", "Role and value of the fact: person=李明, or organization~商务厅 for a part of the value. May be repeated: all of them.", "ROLE=VALUE");
        var entity = new Option<string?>("--entity") { Description = "Name, or other name, of a person, organisation, project … that a role names.", HelpName = "NAME" };
        var place = new Option<string?>("--place") { Description = "Place that the article names; 太原 finds 太原市.", HelpName = "NAME" };
        var from = new Option<string?>("--from") { Description = "Issues from this day, month or year on.", HelpName = "DATE" };
        var to = new Option<string?>("--to") { Description = "Issues up to this day, month or year.", HelpName = "DATE" };
        var source = new Option<string?>("--source") { Description = "Part of the file's name, or of the paper that the article names.", HelpName = "TEXT" };
        var confidence = new Option<double?>("--min-confidence") { Description = "Least confidence of a fact, 0 to 1.", HelpName = "P" };
        var modality = new Option<string?>("--modality") { Description = "stated: said to be so; planned, expected or negated." };
        modality.AcceptOnlyFromAmong(NewsFilter.Stated, "planned", "expected", "negated");
        var by = new Option<string?>("--by") { Description = "Counts over time in place of a list." };
        by.AcceptOnlyFromAmong("month", "quarter", "year");
        var sql = new Option<string?>("--sql") { Description = "A question in SQL (docs/store.md has the tables); the store can't be written this way.", HelpName = "SELECT" };
        var format = new Option<string>("--format", "-f") { Description = "table, jsonl, or csv.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        var limit = new Option<int?>("--limit", "-n") { Description = $"Rows at most; {ShownUnlessAsked} in a table, all in jsonl and csv, unless given.", HelpName = "N" };

        var command = new Command("query", "Ask a store for facts, articles, or counts over time.") { words };
        var store = new StoreOption();
        store.AddTo(command);
        Option[] options = [type, role, entity, place, from, to, source, confidence, modality, show, by, sql, format, limit];
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(result =>
        {
            var filter = new NewsFilter
            {
                Words = [.. result.GetValue(words) ?? []],
                Types = [.. result.GetRequiredValue(type)],
                Roles = [.. result.GetRequiredValue(role).Select(ParseRole)],
                Entity = result.GetValue(entity),
                Place = result.GetValue(place),
                From = CheckDate(result.GetValue(from), "--from") is { } first ? FirstDay(first) : null,
                To = CheckDate(result.GetValue(to), "--to") is { } last ? LastDay(last) : null,
                Source = result.GetValue(source),
                Confidence = result.GetValue(confidence),
                Modality = result.GetValue(modality),
            };
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

    private static Option<string[]> Many(string name, string description, string help) => new(name) { Description = description, HelpName = help, DefaultValueFactory = _ => [] };

    private static RoleCondition ParseRole(string text) => RoleCondition.TryParse(text, out var condition)
        ? condition
        : throw new CommandException(DiagnosticCodes.Usage, $"--role '{text}' is no role with a value — write person=李明, or organization~商务厅");

    private static PartialDate? CheckDate(string? text, string option)
    {
        if (text is null)
        {
            return null;
        }

        return PartialDate.TryParse(text, out var date) ? date : throw new CommandException(DiagnosticCodes.Usage, $"{option} '{text}' is no date — write 2023-12-01, 2023-12 or 2023");
    }

    private static string FirstDay(PartialDate date) => new PartialDate(date.Year, date.Month ?? 1, date.Day ?? 1).ToString();

    private static string LastDay(PartialDate date) => new PartialDate(date.Year, date.Month ?? 12, date.Day ?? DateTime.DaysInMonth(date.Year, date.Month ?? 12)).ToString();
}
