using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Extraction.Mentions;
using NewsExtract.Learning;
using NewsExtract.Readers.PlainText;

namespace NewsExtract;

/// <summary>
/// Source to facts. Immutable and safe for concurrent use; made by <see cref="NewsPipelineBuilder"/>. Making one reads
/// the dictionaries, so make one and keep it. The same source gives the same result, whatever the number of threads.
/// </summary>
public sealed class NewsPipeline
{
    private static readonly PlainTextReader s_textReader = new();

    private readonly IDocumentReader _reader;
    private readonly IArticleSplitter _splitter;
    private readonly IArticleTextBuilder _textBuilder;
    private readonly ITokenizer _tokenizer;
    private readonly LexiconRecognizer? _lexicon;
    private readonly ImmutableArray<IMentionRecognizer> _mentionRecognizers;
    private readonly IMentionReviewer? _mentionReviewer;
    private readonly IEntityResolver _entityResolver;
    private readonly FactStage _factStage;
    private readonly bool _traces;

    internal NewsPipeline(NewsPipelineBuilder builder, ITokenizer tokenizer, LexiconRecognizer? lexicon)
    {
        _reader = builder.Reader;
        _splitter = builder.Splitter;
        _textBuilder = builder.TextBuilder;
        _tokenizer = tokenizer;
        _lexicon = lexicon;
        _mentionRecognizers = [.. builder.MentionRecognizers];
        _mentionReviewer = builder.MentionReviewer;
        _entityResolver = builder.EntityResolver;
        _factStage = new FactStage([.. builder.FactExtractors], builder.FactScorer);
        _traces = builder.Traces;
    }

    /// <summary>Name and version of this library, as records carry it.</summary>
    public static GeneratorRecord Generator { get; } = new("newsextract", typeof(NewsPipeline).Assembly.GetName().Version!.ToString(fieldCount: 3));

    /// <summary>
    /// 16 hex digits that change with any rule, lexicon or shipped model of the library, so that a store knows what to extract again.
    /// </summary>
    public static string BuildId { get; } = CreateBuildId();

    /// <summary>The fact types that this pipeline finds, in the order of their extractors.</summary>
    public ImmutableArray<FactDefinition> FactDefinitions => _factStage.Definitions;

    /// <summary>
    /// Extracts one source. A source that can't be read gives a result with <see cref="ExtractionStatus.Failed"/> whose
    /// diagnostics say why; nothing else is caught.
    /// </summary>
    public ExtractionResult Process(DocumentSource source, CancellationToken cancellation = default) => Process(source, _reader, cancellation);

    private ExtractionResult Process(DocumentSource source, IDocumentReader reader, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        Document document;
        try
        {
            document = reader.Read(source, cancellation);
        }
        catch (DocumentReadException exception)
        {
            return new ExtractionResult(source.Name, null, [], [exception.Diagnostic], ExtractionStatus.Failed);
        }

        return ProcessDocument(document, cancellation);
    }

    /// <summary>Extracts a document that was read before.</summary>
    public ExtractionResult ProcessDocument(Document document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var articles = ImmutableArray.CreateBuilder<ArticleResult>();
        foreach (var article in _splitter.Split(document, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            articles.Add(ProcessArticle(document, article, articles.Count));
        }

        var isPartial = document.Diagnostics.Any(IsError) || articles.Any(article => article.Text.Article.Diagnostics.Any(IsError));
        return new ExtractionResult(
            document.SourceName,
            document,
            articles.ToImmutable(),
            document.Diagnostics,
            isPartial ? ExtractionStatus.Partial : ExtractionStatus.Complete);
    }

    /// <summary>Extracts a text that is in memory already, as it stands even when it looks like HTML. Its spans count UTF-16 units of <paramref name="text"/>.</summary>
    /// <param name="name">Stands as the file in records.</param>
    public ExtractionResult ProcessText(string text, string name = "text", CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Process(new DocumentSource(name, Encoding.UTF8.GetBytes(text)) { Encoding = "utf-8" }, s_textReader, cancellation);
    }

    /// <summary>Extracts a file; its format and encoding are told by its content.</summary>
    /// <exception cref="IOException">The file can't be opened.</exception>
    public async Task<ExtractionResult> ProcessFileAsync(string path, CancellationToken cancellation = default)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
        return Process(new DocumentSource(Path.GetFileName(path), bytes), cancellation);
    }

    /// <summary>
    /// Extracts many sources on several threads. Results come in the order of the sources, each as soon as it and those
    /// before it are done; sources are asked for as they are needed, so memory does not grow with their number.
    /// </summary>
    public IAsyncEnumerable<ExtractionResult> ProcessAsync(IEnumerable<DocumentSource> sources, ProcessingOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return ProcessAsync(sources.ToAsyncEnumerable(), options, cancellation);
    }

    /// <inheritdoc cref="ProcessAsync(IEnumerable{DocumentSource}, ProcessingOptions?, CancellationToken)"/>
    public IAsyncEnumerable<ExtractionResult> ProcessAsync(IAsyncEnumerable<DocumentSource> sources, ProcessingOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return OrderedParallel.SelectAsync(sources, Process, (options ?? ProcessingOptions.Default).MaxConcurrency, cancellation);
    }

    // Builds are deterministic and rules and models are embedded: the id of a module is a hash of all that is in it.
    private static string CreateBuildId()
    {
        Type[] parts = [typeof(Document), typeof(ArticleTextBuilder), typeof(MentionCatalog), typeof(ModelMentionReviewer), typeof(PlainTextReader), typeof(NewsPipeline)];
        var ids = string.Concat(parts.Select(static part => part.Module.ModuleVersionId.ToString("N")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(ids)))[..16];
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == Severity.Error;

    /// <summary>Every article of a document up to the mentions that rules propose: what a model learns from and judges.</summary>
    internal IEnumerable<MentionDraft> ReadDrafts(DocumentSource source, CancellationToken cancellation = default)
    {
        var document = _reader.Read(source, cancellation);
        return _splitter.Split(document, cancellation).Select(article => Draft(document, article));
    }

    /// <summary>Every article of a document with its facts: what a scorer learns from.</summary>
    internal IEnumerable<FactDraft> ReadFacts(DocumentSource source, CancellationToken cancellation = default)
    {
        foreach (var draft in ReadDrafts(source, cancellation))
        {
            var mentions = FindMentions(draft);
            var context = new FactContext(draft.Text, draft.Tokens, mentions, _entityResolver.Resolve(draft.Text, mentions));
            yield return _factStage.Draft(context);
        }
    }

    private MentionDraft Draft(Document document, Article article)
    {
        var text = _textBuilder.Build(document, article);
        var tokens = _tokenizer.Tokenize(text.Text);
        var candidates = new List<Mention>();
        var foreign = new HashSet<Mention>();
        foreach (var recognizer in _mentionRecognizers)
        {
            var found = recognizer.Recognize(text, tokens);
            candidates.AddRange(found);
            if (recognizer.GetType().Assembly != typeof(MentionCatalog).Assembly)
            {
                foreign.UnionWith(found);
            }
        }

        return new MentionDraft(text, tokens, candidates, MentionOverlapPolicy.Resolve(candidates), foreign);
    }

    // What the user listed, or a recognizer of the user's found, is not the model's to judge: it has never seen its like.
    private ImmutableArray<Mention> FindMentions(MentionDraft draft)
    {
        var listed = _lexicon?.Recognize(draft.Text, draft.Tokens) ?? [];
        if (_mentionReviewer is null)
        {
            return MentionOverlapPolicy.Resolve(listed, draft.Candidates);
        }

        var reviewed = _mentionReviewer.Review(draft.Text, draft.Tokens, draft.Proposals, draft.Candidates);
        var trusted = draft.Foreign.Count > 0 ? MentionOverlapPolicy.Resolve([.. draft.Proposals.Where(draft.Foreign.Contains)], reviewed) : reviewed;
        return listed.Count > 0 ? MentionOverlapPolicy.Resolve(listed, trusted) : trusted;
    }

    private ArticleResult ProcessArticle(Document document, Article article, int index)
    {
        var draft = Draft(document, article);
        var (text, tokens) = (draft.Text, draft.Tokens);
        var mentions = FindMentions(draft);
        var entities = _entityResolver.Resolve(text, mentions);
        var trace = _traces ? new ExtractionTrace() : null;
        if (trace is not null)
        {
            MentionTrace.Write(trace, draft, mentions);
        }

        var context = new FactContext(text, tokens, mentions, entities) { Trace = trace };
        return new ArticleResult(index, text.Copy(), mentions, entities, _factStage.Find(context)) { Rejections = trace?.Rejections ?? [] };
    }
}
