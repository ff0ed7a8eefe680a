using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsExtract.Storage.Corrections;

namespace NewsExtract.Cli.Commands.Corrections;

/// <summary>What changes a store: accept, reject, edit, add and undo.</summary>
internal static class CorrectionMaking
{
    private static readonly ArgumentArity s_some = ArgumentArity.OneOrMore;

    public static Command CreateAccept(Terminal terminal)
    {
        var items = new ItemOptions();
        var article = new Option<string?>("--article") { Description = "An article that was read through: with --all, all that it states is found and right.", HelpName = "ARTICLE" };
        var all = new Option<bool>("--all") { Description = "Of --article: all its facts and mentions, and that none is missing." };
        return Make(terminal, "accept", "Say that facts or mentions are right, or that an article is wholly right.", [article, all], items, result =>
        {
            if (result.GetValue(article) is not { } id)
            {
                return items.Requests(result, CorrectionAction.Accept);
            }

            return result.GetValue(all)
                ? [new CorrectionRequest(CorrectionAction.Accept, id)]
                : throw new CommandException(DiagnosticCodes.Usage, "--article accepts all that the article states — say so: --all");
        });
    }

    public static Command CreateReject(Terminal terminal)
    {
        var items = new ItemOptions();
        return Make(terminal, "reject", "Say that facts or mentions are wrong: they count in no answer any more.", [], items, result => items.Requests(result, CorrectionAction.Reject));
    }

    public static Command CreateEdit(Terminal terminal)
    {
        var items = new ItemOptions();
        var content = new ContentOptions(type: "Another type of the mention: PER, ORG …");
        return Make(terminal, "edit", "Put a fact's roles or evidence, or a mention's type or text, right.", content.All, items, result =>
            [.. items.Requests(result, CorrectionAction.Edit).Select(request => content.Read(result, request))]);
    }

    public static Command CreateAdd(Terminal terminal)
    {
        var article = new Option<string>("--article") { Description = "The article that states it.", HelpName = "ARTICLE", Required = true };
        var content = new ContentOptions(type: "Type of the fact (position …) or mention (PER, ORG …).");
        return Make(terminal, "add", "Add a fact or mention that was not found.", [article, .. content.All], null, result =>
            [content.Read(result, new CorrectionRequest(CorrectionAction.Add, result.GetRequiredValue(article)))]);
    }

    public static Command CreateUndo(Terminal terminal)
    {
        var ids = new Argument<string[]>("NUMBER") { Description = "Numbers of corrections, as list shows them, or a range of them: 12, 14-90.", Arity = s_some };
        var command = new Command("undo", "Take corrections back; what was said before them counts again.") { ids };
        var store = new StoreOption();
        store.AddTo(command);
        var by = CorrectionsCommand.By();
        command.Add(by);
        command.SetAction(result =>
        {
            var numbers = result.GetRequiredValue(ids).SelectMany(ParseRange).ToList();
            return CorrectionsCommand.Run(store, result, opened =>
            {
                opened.Undo(numbers, result.GetRequiredValue(by));
                terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{numbers.Count} corrections undone"));
                return ExitCodes.Clean;
            });
        });
        return command;
    }

    private static Command Make(Terminal terminal, string name, string description, IEnumerable<Option> options, ItemOptions? items, Func<ParseResult, IReadOnlyList<CorrectionRequest>> requests)
    {
        var command = new Command(name, description);
        var store = new StoreOption();
        store.AddTo(command);
        foreach (var option in (items?.All ?? []).Concat(options))
        {
            command.Add(option);
        }

        var by = CorrectionsCommand.By();
        command.Add(by);
        var why = new Option<string?>("--why") { Description = "Why; kept with the correction.", HelpName = "TEXT" };
        command.Add(why);
        var factTypes = new FactTypesOption();
        factTypes.AddTo(command);
        command.SetAction(result =>
        {
            var definitions = factTypes.Load(result).AddTo(new NewsPipelineBuilder()).FactDefinitions;
            var asked = requests(result).Select(request => request with { Why = result.GetValue(why) is { Length: > 0 } reason ? reason : null }).ToList();
            return CorrectionsCommand.Run(store, result, opened =>
            {
                var made = opened.Correct(asked, result.GetRequiredValue(by), definitions);
                terminal.Error.WriteLine(made.Count == 1
                    ? string.Create(CultureInfo.InvariantCulture, $"correction {made[0].Id} made")
                    : string.Create(CultureInfo.InvariantCulture, $"corrections {made[0].Id}-{made[^1].Id} made"));
                return ExitCodes.Clean;
            });
        });
        return command;
    }

    private static IEnumerable<long> ParseRange(string text)
    {
        var parts = text.Split('-');
        return parts.Length <= 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first <= last && last - first < int.MaxValue
            ? Enumerable.Range(0, (int)(last - first) + 1).Select(step => first + step)
            : throw new CommandException(DiagnosticCodes.Usage, $"'{text}' is no number of a correction, nor a range — write 12, or 14-90");
    }

    /// <summary><c>--fact ARTICLE/f3</c>, <c>--mention ARTICLE/m4</c></summary>
    private sealed class ItemOptions
    {
        private readonly Option<string[]> _facts = new("--fact") { Description = "A fact, as query shows its id. May be repeated.", HelpName = "ARTICLE/f3", DefaultValueFactory = _ => [] };
        private readonly Option<string[]> _mentions = new("--mention") { Description = "A mention, as corrections show has it. May be repeated.", HelpName = "ARTICLE/m4", DefaultValueFactory = _ => [] };

        public IEnumerable<Option> All => [_facts, _mentions];

        public IReadOnlyList<CorrectionRequest> Requests(ParseResult result, CorrectionAction action)
        {
            var targets = result.GetRequiredValue(_facts).Concat(result.GetRequiredValue(_mentions)).ToList();
            return targets.Count > 0
                ? [.. targets.Select(target => new CorrectionRequest(action, target))]
                : throw new CommandException(DiagnosticCodes.Usage, "no fact and no mention is named — write --fact ARTICLE/f3 or --mention ARTICLE/m4");
        }
    }

    /// <summary>What a fact or mention says.</summary>
    private sealed class ContentOptions
    {
        private readonly Option<string?> _type;
        private readonly Option<string?> _evidence = new("--evidence") { Description = "The clause that states the fact, as it stands in the article.", HelpName = "TEXT" };
        private readonly Option<string?> _text = new("--text") { Description = "The mention, as it stands in the article.", HelpName = "TEXT" };
        private readonly Option<string[]> _set = new("--set") { Description = "A role and its value, which must stand in the article: person=李明; repeated for the items of a list; person= takes it away.", HelpName = "ROLE=VALUE", DefaultValueFactory = _ => [] };
        private readonly Option<string[]> _at = new("--at") { Description = "Where it stands, when the nearest place is not meant: person=120-122 for a role, 80-122 for the evidence or mention; in units of the source, as spans are.", HelpName = "[ROLE=]START-END", DefaultValueFactory = _ => [] };
        private readonly Option<string?> _modality = new("--modality") { Description = "stated: said to be so; planned, expected or negated." };

        public ContentOptions(string type)
        {
            _type = new Option<string?>("--type") { Description = type, HelpName = "TYPE" };
            _modality.AcceptOnlyFromAmong("stated", "planned", "expected", "negated");
        }

        public IEnumerable<Option> All => [_type, _evidence, _text, _set, _at, _modality];

        public CorrectionRequest Read(ParseResult result, CorrectionRequest request)
        {
            var (evidence, text) = (result.GetValue(_evidence), result.GetValue(_text));
            if (evidence is not null && text is not null)
            {
                throw new CommandException(DiagnosticCodes.Usage, "a fact has --evidence, a mention has --text — give one of them");
            }

            return request with
            {
                Type = result.GetValue(_type),
                Text = evidence ?? text,
                Roles = [.. result.GetRequiredValue(_set).Select(ParseRole)],
                At = result.GetRequiredValue(_at).Select(ParsePlace).ToImmutableDictionary(),
                Modality = result.GetValue(_modality),
            };
        }

        private static KeyValuePair<string, string> ParseRole(string text)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            return at > 0 ? KeyValuePair.Create(text[..at], text[(at + 1)..]) : throw new CommandException(DiagnosticCodes.Usage, $"--set '{text}' is no role with a value — write person=李明");
        }

        private static KeyValuePair<string, TextSpan> ParsePlace(string text)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            var ends = text[(at + 1)..].Split('-');
            return ends.Length == 2 && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start) && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var end) && start < end
                ? KeyValuePair.Create(at > 0 ? text[..at] : "", new TextSpan(start, end))
                : throw new CommandException(DiagnosticCodes.Usage, $"--at '{text}' is no place — write person=120-122, or 80-122 for the evidence or mention");
        }
    }
}
