using System.CommandLine;
using NewsExtract.Batch;
using NewsExtract.Cli.Input;
using NewsExtract.Readers.Isolation;

namespace NewsExtract.Cli.Commands;

/// <summary>What <c>ingest</c> and <c>worker</c> take alike: all that says how inputs are read and extracted.</summary>
internal sealed class BatchOptions
{
    private readonly Option<string?> _encoding = CommonOptions.Encoding();
    private readonly Option<string?> _date = CommonOptions.Date("Date of issue where a bulletin prints none: 2023-12-01, 2023-12 or 2023.");
    private readonly Option<string> _tokenizer = CommonOptions.Tokenizer();
    private readonly ModelOption _model = new();
    private readonly RecognizerOption _recognizer = new();
    private readonly FactTypesOption _factTypes = new();
    private readonly ReadingOptions _reading = new();

    public void AddTo(Command command)
    {
        command.Add(_encoding);
        command.Add(_date);
        command.Add(_tokenizer);
        _model.AddTo(command);
        _recognizer.AddTo(command);
        _factTypes.AddTo(command);
        _reading.AddTo(command);
    }

    /// <exception cref="CommandException">An option makes no sense, or what it names can't be loaded.</exception>
    public BatchPipeline Create(ParseResult result, Terminal terminal)
    {
        var encoding = CommonOptions.CheckEncoding(result.GetValue(_encoding));
        var date = CommonOptions.CheckDate(result.GetValue(_date));
        var reviewer = _model.CreateReviewer(result);
        var scorer = _model.CreateScorer(result);
        var types = _factTypes.Load(result);
        var recognizers = _recognizer.Create(result, terminal);
        var reader = _reading.CreateReader(result);
        var tokenizer = result.GetValue(_tokenizer);
        var builder = new NewsPipelineBuilder { Reader = reader, Tokenizer = CommonOptions.CreateTokenizer(tokenizer), MentionReviewer = reviewer, FactScorer = scorer };
        var settings = new IngestSettings
        {
            Pipeline = types.AddTo(recognizers.AddTo(builder)).Build(),
            Reader = reader,
            ReadingKey = _reading.Key(result),
            ExtractionKey = $"build={NewsPipeline.BuildId};tokenizer={tokenizer};model={_model.Key(result)};recognizers={_recognizer.Key(result)};types={types.Key}",
            Encoding = encoding,
            Date = date,
        };
        return new BatchPipeline(settings, reader, recognizers);
    }
}

/// <summary>Settings with what they hold open.</summary>
internal sealed class BatchPipeline(IngestSettings settings, IsolatedDocumentReader reader, LoadedRecognizers recognizers) : IDisposable
{
    public IngestSettings Settings => settings;

    public void Dispose()
    {
        reader.Dispose();
        recognizers.Dispose();
    }
}
