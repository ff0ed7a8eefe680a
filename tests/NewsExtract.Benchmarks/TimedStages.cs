using System.Collections.Immutable;

namespace NewsExtract.Benchmarks;

internal sealed class TimedReader(IDocumentReader inner, StageClock clock) : IDocumentReader
{
    public bool CanRead(DocumentSource source) => inner.CanRead(source);

    public Document Read(DocumentSource source, CancellationToken cancellation = default) => clock.Measure("read", () => inner.Read(source, cancellation));
}

internal sealed class TimedSplitter(IArticleSplitter inner, StageClock clock) : IArticleSplitter
{
    public ImmutableArray<Article> Split(Document document, CancellationToken cancellation = default) => clock.Measure("split", () => inner.Split(document, cancellation));
}

internal sealed class TimedTextBuilder(IArticleTextBuilder inner, StageClock clock) : IArticleTextBuilder
{
    public ArticleText Build(Document document, Article article) => clock.Measure("view", () => inner.Build(document, article));
}

internal sealed class TimedTokenizer(ITokenizer inner, StageClock clock) : ITokenizer
{
    public ImmutableArray<Token> Tokenize(string text) => clock.Measure("segment", () => inner.Tokenize(text));
}

internal sealed class TimedRecognizer(IMentionRecognizer inner, StageClock clock) : IMentionRecognizer
{
    private readonly string _name = "mentions: " + inner.GetType().Name;

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens) => clock.Measure(_name, () => inner.Recognize(text, tokens));
}

internal sealed class TimedReviewer(IMentionReviewer inner, StageClock clock) : IMentionReviewer
{
    public ImmutableArray<Mention> Review(ArticleText text, ImmutableArray<Token> tokens, ImmutableArray<Mention> proposals, IReadOnlyList<Mention> candidates) =>
        clock.Measure("mentions: " + inner.GetType().Name, () => inner.Review(text, tokens, proposals, candidates));
}

internal sealed class TimedResolver(IEntityResolver inner, StageClock clock) : IEntityResolver
{
    public ImmutableArray<Entity> Resolve(ArticleText text, ImmutableArray<Mention> mentions) => clock.Measure("entities", () => inner.Resolve(text, mentions));
}

internal sealed class TimedExtractor(IFactExtractor inner, StageClock clock) : IFactExtractor
{
    private readonly string _name = "facts: " + inner.GetType().Name;

    public FactDefinition Definition => inner.Definition;

    public IReadOnlyList<Fact> Extract(FactContext context) => clock.Measure(_name, () => inner.Extract(context));
}

internal sealed class TimedScorer(IFactScorer inner, StageClock clock) : IFactScorer
{
    public ImmutableArray<FactScore> Score(FactContext context, ImmutableArray<Fact> facts) => clock.Measure("facts: " + inner.GetType().Name, () => inner.Score(context, facts));
}
