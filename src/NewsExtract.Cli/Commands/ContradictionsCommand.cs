using System.CommandLine;
using NewsExtract.Batch;
using NewsExtract.Cli.Output;
using NewsExtract.Linking.Contradictions;
using NewsExtract.Storage;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract contradictions [WORD…] --store FILE|URL</c>: figures of one thing that differ.</summary>
internal static class ContradictionsCommand
{
    private static readonly string[] s_classes = [.. Enum.GetNames<ContradictionClass>().Select(static name => name.ToLowerInvariant())];

    public static Command Create(Terminal terminal)
    {
        var classes = new Option<string[]>("--class", "-c")
        {
            Description = "conflict: nothing explains it; part: more than the whole; sum: all parts are not the whole; restated, rounding, cumulative (all up to now, or what came) and scope (of a part) explain themselves. May be repeated.",
            HelpName = string.Join('|', s_classes),
            DefaultValueFactory = _ => [],
        };
        classes.AcceptOnlyFromAmong(s_classes);
        var format = new Option<string>("--format", "-f") { Description = "table, jsonl, or csv.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        var command = new Command("contradictions", "Show figures of the same thing that differ, with both places.") { classes, format };
        var store = new StoreOption();
        store.AddTo(command);
        var filters = new FilterOptions();
        filters.AddTo(command);
        command.SetAction((result, cancellation) =>
        {
            var filter = filters.Read(result);
            var wanted = result.GetRequiredValue(classes);
            using var opened = store.OpenPresent(result);
            try
            {
                var found = new StoreContradictions(opened).Find(filter, cancellation).Where(contradiction => wanted.Length == 0 || wanted.Contains(ContradictionOutput.NameOf(contradiction.Class)));
                new ContradictionOutput(new QueryOutput(terminal, result.GetRequiredValue(format))).Write([.. found]);
            }
            catch (StoreException exception)
            {
                throw new CommandException(exception.Diagnostic.Code, exception.Message, ExitCodes.Incomplete);
            }

            return Task.FromResult(ExitCodes.Clean);
        });
        return command;
    }
}
