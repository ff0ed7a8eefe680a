using System.CommandLine;
using NewsExtract.Batch.Steps;
using NewsExtract.Cli.Output;
using NewsExtract.Storage;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract entities list|show|link|merge|split|undo|decisions --store FILE|URL</c></summary>
internal static class EntitiesCommand
{
    private const int ShownUnlessAsked = 50;

    public static Command Create(Terminal terminal) => new("entities", "Persons, bodies and places across issues: what was linked and why, and decisions of your own.")
    {
        List(terminal), Show(terminal), Link(terminal), Merge(terminal), Split(terminal), Undo(terminal), Decisions(terminal),
    };

    private static Command List(Terminal terminal)
    {
        var word = new Argument<string?>("WORD") { Description = "A part of a name.", Arity = ArgumentArity.ZeroOrOne };
        var type = new Option<string?>("--type") { Description = "PER, ORG, GPE, ZONE, LOC, FAC, EVENT, PROJECT, HONOR or WORK.", HelpName = "TYPE" };
        type.AcceptOnlyFromAmong("PER", "ORG", "ZONE", "GPE", "LOC", "FAC", "EVENT", "PROJECT", "HONOR", "WORK");
        var format = Format();
        var limit = new Option<int?>("--limit", "-n") { Description = $"Rows at most; {ShownUnlessAsked} in a table, all in jsonl and csv, unless given.", HelpName = "N" };
        return StoreCommand("list", "Lists entities, those that most articles name first.", [word], [type, format, limit], (result, store) =>
        {
            var output = new EntityOutput(terminal, result.GetRequiredValue(format));
            var rows = Math.Max(result.GetValue(limit) ?? (output.IsTable ? ShownUnlessAsked : int.MaxValue), 0);
            output.WriteEntities(store.FindEntities(result.GetValue(word), result.GetValue(type), rows), () => store.CountEntities(result.GetValue(word), result.GetValue(type)));
        });
    }

    private static Command Show(Terminal terminal)
    {
        var name = Name("NAME", "A name in full, or the id that list gives.");
        var format = Format();
        return StoreCommand("show", "Shows an entity: its names, a person's posts over time, and why each article's name is linked. All that have the name, when several do.", [name], [format], (result, store) =>
        {
            var output = new EntityOutput(terminal, result.GetRequiredValue(format));
            output.WriteDetails(EntityChoice.FindAll(store, result.GetRequiredValue(name)).Select(entity =>
                new EntityDetails(entity, store.FindEntityNames(entity.Id), store.FindOffices(entity.Id), store.FindMembers(entity.Id))));
        });
    }

    private static Command Link(Terminal terminal) => StoreCommand("link", "Links what the articles name. `ingest` does so by itself unless told not to.", [], [], (_, store) => Relink(terminal, store));

    private static Command Merge(Terminal terminal)
    {
        var first = Name("A", "Name or id of an entity.");
        var second = Name("B", "Name or id of another that is the same thing.");
        var (why, by) = (Why(), By());
        return StoreCommand("merge", "Makes one of two entities.", [first, second], [why, by], (result, store) =>
            Follow(terminal, store, store.Merge(EntityChoice.Find(store, result.GetRequiredValue(first)), EntityChoice.Find(store, result.GetRequiredValue(second)), result.GetRequiredValue(by), result.GetRequiredValue(why))));
    }

    private static Command Split(Terminal terminal)
    {
        var name = Name("ENTITY", "Name or id of an entity.");
        var articles = new Option<string[]>("--article")
        {
            Description = "An article whose name is of another thing: FILE#NUMBER as show lists it, FILE for all of its articles, or the article's id. May be repeated.",
            HelpName = "ARTICLE",
            Required = true,
        };
        var (why, by) = (Why(), By());
        return StoreCommand("split", "Takes articles' names out of an entity; together they make another.", [name], [articles, why, by], (result, store) =>
            Follow(terminal, store, store.Split(EntityChoice.Find(store, result.GetRequiredValue(name)), result.GetRequiredValue(articles), result.GetRequiredValue(by), result.GetRequiredValue(why))));
    }

    private static Command Undo(Terminal terminal)
    {
        var decision = new Argument<long>("DECISION") { Description = "Its number." };
        var by = By();
        return StoreCommand("undo", "Takes a decision back.", [decision], [by], (result, store) =>
        {
            var id = result.GetRequiredValue(decision);
            if (!store.UndoDecision(id, result.GetRequiredValue(by)))
            {
                throw new CommandException(DiagnosticCodes.NoDecision, $"decision {id}: there is none that holds — see newsextract entities decisions");
            }

            Relink(terminal, store);
        });
    }

    private static Command Decisions(Terminal terminal)
    {
        var format = Format();
        return StoreCommand("decisions", "Lists what people decided, what was taken back too.", [], [format], (result, store) =>
            new EntityOutput(terminal, result.GetRequiredValue(format)).WriteDecisions(store.FindDecisions()));
    }

    private static void Follow(Terminal terminal, NewsStore store, long decision)
    {
        terminal.Error.WriteLine($"decision {decision}; newsextract entities undo {decision} takes it back");
        Relink(terminal, store);
    }

    private static void Relink(Terminal terminal, NewsStore store) => terminal.Error.WriteLine(new EntityStep().Run(store, CancellationToken.None) ?? "nothing has changed since it was last linked");

    private static Argument<string> Name(string name, string description) => new(name) { Description = description };

    private static Option<string> Why() => new("--why") { Description = "The reason, for those who look at the decision later.", HelpName = "TEXT", Required = true };

    private static Option<string> By() => new("--by") { Description = "Who decides; your login name unless given.", HelpName = "NAME", DefaultValueFactory = static _ => Environment.UserName };

    private static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f") { Description = "table, jsonl, or csv.", DefaultValueFactory = static _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        return format;
    }

    private static Command StoreCommand(string name, string description, System.CommandLine.Argument[] arguments, Option[] options, Action<ParseResult, NewsStore> run)
    {
        var command = new Command(name, description);
        foreach (var argument in arguments)
        {
            command.Add(argument);
        }

        var store = new StoreOption();
        store.AddTo(command);
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(result =>
        {
            using var opened = store.OpenPresent(result);
            try
            {
                run(result, opened);
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
