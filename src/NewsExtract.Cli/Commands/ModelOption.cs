using System.CommandLine;
using NewsExtract.Cli.Input;
using NewsExtract.Learning;

namespace NewsExtract.Cli.Commands;

/// <summary><c>--model FILE|none</c>, <c>--fact-model FILE|none</c>: which models judge the mentions of rules and the facts made of them.</summary>
internal sealed class ModelOption
{
    private const string None = "none";
    private readonly Option<string?> _mentions = new("--model") { Description = "A model of mentions of your own (newsextract model train), or none for rules alone; left out, the one that comes with the program.", HelpName = "FILE" };
    private readonly Option<string?> _facts = new("--fact-model") { Description = "A model of your own that says how sure facts are, or none for facts without confidence; left out, the one that comes with the program.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Options.Add(_mentions);
        command.Options.Add(_facts);
    }

    /// <summary>Names the models for a store: what comes with the program changes with its build.</summary>
    public string Key(ParseResult result) => $"{Key(result.GetValue(_mentions))}+{Key(result.GetValue(_facts))}";

    /// <exception cref="CommandException">The file is missing or no model of mentions.</exception>
    public IMentionReviewer? CreateReviewer(ParseResult result) => result.GetValue(_mentions) switch
    {
        null => ModelMentionReviewer.Shipped,
        None => null,
        { } path => new ModelMentionReviewer(ModelFiles.LoadMentions(path)),
    };

    /// <returns><c>null</c> also for rules alone: the shipped model was measured on mentions that a model had judged.</returns>
    /// <exception cref="CommandException">The file is missing or no model of facts.</exception>
    public IFactScorer? CreateScorer(ParseResult result) => result.GetValue(_facts) switch
    {
        null => result.GetValue(_mentions) == None ? null : ModelFactScorer.Shipped,
        None => null,
        { } path => new ModelFactScorer(ModelFiles.LoadFacts(path)),
    };

    private static string Key(string? path) => path switch
    {
        null => "shipped",
        None => None,
        _ => FileKey.Of(path),
    };
}
