using System.CommandLine;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Cli.Commands;

/// <summary>Which facts and articles of a store are meant: <c>[WORD…] --type … --role … --from …</c></summary>
internal sealed class FilterOptions
{
    private readonly Argument<string[]> _words = new("WORD") { Description = "Words that stand literally in the article (of facts: in the evidence or a role), two characters or more (李明, 太原); Traditional finds Simplified.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> _type = Many("--type", "Fact type (position, project_count, …: newsextract schema). May be repeated: any of them.", "TYPE");
    private readonly Option<string[]> _role = Many("--role", "Role and value of the fact: person=李明, or organization~商务厅 for a part of the value. May be repeated: all of them.", "ROLE=VALUE");
    private readonly Option<string?> _entity = new("--entity") { Description = "Name, or other name, of a person, organisation, project … that a role names.", HelpName = "NAME" };
    private readonly Option<string?> _place = new("--place") { Description = "Place that the article names; 太原 finds 太原市.", HelpName = "NAME" };
    private readonly Option<string?> _from = new("--from") { Description = "Issues from this day, month or year on.", HelpName = "DATE" };
    private readonly Option<string?> _to = new("--to") { Description = "Issues up to this day, month or year.", HelpName = "DATE" };
    private readonly Option<string?> _source = new("--source") { Description = "The file's name, or the paper that the article names; a part of either where nothing is called just so.", HelpName = "TEXT" };
    private readonly Option<double?> _confidence = new("--min-confidence") { Description = "Least confidence of a fact, 0 to 1.", HelpName = "P" };
    private readonly Option<string?> _modality = new("--modality") { Description = "stated: said to be so; planned, expected or negated." };

    private readonly Option<bool> _once = new("--once") { Description = "Leaves out articles that print again what another one printed before." };

    public FilterOptions() => _modality.AcceptOnlyFromAmong(NewsFilter.Stated, "planned", "expected", "negated");

    public void AddTo(Command command)
    {
        command.Add(_words);
        Option[] options = [_type, _role, _entity, _place, _from, _to, _source, _confidence, _modality, _once];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    /// <exception cref="CommandException">NX2000: a role without a value, or a date that is none.</exception>
    public NewsFilter Read(ParseResult result) => new()
    {
        Words = [.. result.GetValue(_words) ?? []],
        Types = [.. result.GetRequiredValue(_type)],
        Roles = [.. result.GetRequiredValue(_role).Select(ParseRole)],
        Entity = result.GetValue(_entity),
        Place = result.GetValue(_place),
        From = CheckDate(result.GetValue(_from), "--from") is { } first ? NewsFilter.FirstDay(first) : null,
        To = CheckDate(result.GetValue(_to), "--to") is { } last ? NewsFilter.LastDay(last) : null,
        Source = result.GetValue(_source),
        Confidence = result.GetValue(_confidence),
        Modality = result.GetValue(_modality),
        Once = result.GetValue(_once),
    };

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
}
