using System.CommandLine;
using NewsExtract.Learning;

namespace NewsExtract.Cli.Commands;

/// <summary><c>--model FILE|none</c>: which model judges the mentions of rules.</summary>
internal sealed class ModelOption
{
    private const string None = "none";
    private readonly Option<string?> _option = new("--model") { Description = "A model of your own (newsextract model train), or none for rules alone; left out, the one that comes with the program.", HelpName = "FILE" };

    public void AddTo(Command command) => command.Options.Add(_option);

    /// <exception cref="CommandException">The file is missing or no model.</exception>
    public IMentionReviewer? CreateReviewer(ParseResult result) => result.GetValue(_option) switch
    {
        null => ModelMentionReviewer.Shipped,
        None => null,
        { } path => new ModelMentionReviewer(ModelCommand.Load(path)),
    };
}
