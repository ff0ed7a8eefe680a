using System.CommandLine;
using NewsExtract.Cli.Input;
using NewsExtract.Onnx;

namespace NewsExtract.Cli.Commands;

/// <summary><c>--recognizer onnx:FOLDER</c>: a token classifier of the user's own, beside the rules.</summary>
internal sealed class RecognizerOption
{
    private const string Onnx = "onnx:";

    private readonly Option<string[]> _option = new("--recognizer")
    {
        Description = "A token classifier of your own (docs/models.md): folder of the ONNX model, its vocab.txt and its labels. May be repeated.",
        HelpName = "onnx:FOLDER",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command) => command.Options.Add(_option);

    /// <summary>Names the models for a store, by what their files hold.</summary>
    public string Key(ParseResult result) => string.Join(',', result.GetRequiredValue(_option).Select(static value => string.Join('+', Directory
        .EnumerateFiles(value[Onnx.Length..]).Order(StringComparer.Ordinal).Select(FileKey.Of))));

    /// <summary>Loads the models; labels that stand for no type are named once.</summary>
    /// <exception cref="CommandException">NX2000, or NX2012 to NX2016: a model can't be used.</exception>
    public LoadedRecognizers Create(ParseResult result, Terminal terminal)
    {
        var recognizers = new LoadedRecognizers();
        foreach (var value in result.GetRequiredValue(_option))
        {
            if (!value.StartsWith(Onnx, StringComparison.Ordinal) || value.Length == Onnx.Length)
            {
                throw new CommandException(DiagnosticCodes.Usage, $"--recognizer '{value}' is of no known kind — write onnx:FOLDER");
            }

            var folder = value[Onnx.Length..];
            try
            {
                var recognizer = new OnnxMentionRecognizer(folder);
                recognizers.Add(recognizer);
                if (!recognizer.IgnoredLabels.IsEmpty)
                {
                    terminal.Error.WriteLine(Terminal.Line(Severity.Warning, DiagnosticCodes.IgnoredLabels, $"{folder}: labels that stand for no mention type are left out: {string.Join(", ", recognizer.IgnoredLabels)}"));
                }
            }
            catch (OnnxModelException exception)
            {
                throw new CommandException(exception.Diagnostic.Code, exception.Message, ExitCodes.Incomplete);
            }
        }

        return recognizers;
    }
}

/// <summary>The models of one run.</summary>
internal sealed class LoadedRecognizers : IDisposable
{
    private readonly List<OnnxMentionRecognizer> _recognizers = [];

    public void Add(OnnxMentionRecognizer recognizer) => _recognizers.Add(recognizer);

    public NewsPipelineBuilder AddTo(NewsPipelineBuilder builder)
    {
        _recognizers.ForEach(recognizer => builder.AddMentionRecognizer(recognizer));
        return builder;
    }

    public void Dispose() => _recognizers.ForEach(recognizer => recognizer.Dispose());
}
