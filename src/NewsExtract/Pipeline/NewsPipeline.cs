using System.Collections.Immutable;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Chinese.Segmentation;
using NewsExtract.Extraction.Entities;
using NewsExtract.Extraction.FactTypes;
using NewsExtract.Extraction.Mentions;
using NewsExtract.Readers.Layout;
using NewsExtract.Readers.PlainText;

namespace NewsExtract;

/// <summary>Source to facts. Immutable and safe for concurrent use; made by <see cref="NewsPipelineBuilder"/>.</summary>
public sealed class NewsPipeline
{
    private readonly IDocumentReader _reader;
    private readonly IArticleSplitter _splitter;
    private readonly IArticleTextBuilder _textBuilder;
    private readonly ITokenizer _tokenizer;
    private readonly ImmutableArray<IMentionRecognizer> _mentionRecognizers;
    private readonly IEntityResolver _entityResolver;
    private readonly ImmutableArray<IFactExtractor> _factExtractors;

    internal NewsPipeline(NewsPipelineBuilder builder)
    {
        _reader = builder.Reader;
        _splitter = builder.Splitter;
        _textBuilder = builder.TextBuilder;
        _tokenizer = builder.Tokenizer;
        _mentionRecognizers = [.. builder.MentionRecognizers];
        _entityResolver = builder.EntityResolver;
        _factExtractors = [.. builder.FactExtractors];
    }

    public ExtractionResult Process(DocumentSource source, CancellationToken cancellation = default)
    {
        var document = _reader.Read(source, cancellation);
        var articles = ImmutableArray.CreateBuilder<ArticleResult>();
        foreach (var article in _splitter.Split(document, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            articles.Add(ProcessArticle(document, article, articles.Count));
        }

        return new ExtractionResult(source.Name, document, articles.ToImmutable(), document.Diagnostics, ExtractionStatus.Complete);
    }

    private ArticleResult ProcessArticle(Document document, Article article, int index)
    {
        var text = _textBuilder.Build(document, article);
        var tokens = _tokenizer.Tokenize(text.Text);
        var candidates = new List<Mention>();
        foreach (var recognizer in _mentionRecognizers)
        {
            candidates.AddRange(recognizer.Recognize(text, tokens));
        }

        var mentions = MentionOverlapPolicy.Resolve(candidates);
        var entities = _entityResolver.Resolve(text, mentions);
        var context = new FactContext(text, tokens, mentions, entities);
        var facts = new List<Fact>();
        foreach (var extractor in _factExtractors)
        {
            facts.AddRange(extractor.Extract(context));
        }

        // OrderBy is stable: facts of one place keep the order of the catalogue.
        return new ArticleResult(index, text, mentions, entities, [.. facts.OrderBy(fact => fact.Evidence)]);
    }
}
