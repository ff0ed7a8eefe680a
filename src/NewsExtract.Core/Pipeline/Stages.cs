using System.Collections.Immutable;

namespace NewsExtract.Core;

/// <summary>The bytes of a source and what the caller knows of it.</summary>
public sealed record DocumentSource(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Name of an encoding that overrides detection; <c>null</c> to detect.</summary>
    public string? Encoding { get; init; }

    /// <summary>Date of issue that stands in where the source prints none; <c>null</c> when unknown.</summary>
    public PartialDate? Date { get; init; }
}

/// <summary>Bytes to text. Throws <see cref="DocumentReadException"/> for input that can't be read.</summary>
public interface IDocumentReader
{
    /// <summary>Looks at the first bytes only.</summary>
    bool CanRead(DocumentSource source);

    Document Read(DocumentSource source, CancellationToken cancellation = default);
}

/// <summary>Input that can't be read: its <see cref="Diagnostic"/> says why and what to do.</summary>
public sealed class DocumentReadException(Diagnostic diagnostic, Exception? inner = null) : Exception(diagnostic?.Message, inner)
{
    public Diagnostic Diagnostic { get; } = diagnostic ?? throw new ArgumentNullException(nameof(diagnostic));
}

/// <summary>Finds the articles of a document and the kind of each line.</summary>
public interface IArticleSplitter
{
    ImmutableArray<Article> Split(Document document, CancellationToken cancellation = default);
}

/// <summary>Builds the normalised view of an article.</summary>
public interface IArticleTextBuilder
{
    ArticleText Build(Document document, Article article);
}

/// <summary>Cuts a text into words that cover it without gap or overlap. Safe for concurrent use.</summary>
public interface ITokenizer
{
    ImmutableArray<Token> Tokenize(string text);
}

/// <summary>Finds mentions. What it returns may overlap; the pipeline's policy resolves that. Safe for concurrent use.</summary>
public interface IMentionRecognizer
{
    IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens);
}

/// <summary>Judges the mentions that recognizers propose, and may add its own. Safe for concurrent use.</summary>
public interface IMentionReviewer
{
    /// <param name="proposals">What the policy for overlaps left of the candidates: by position, without overlaps.</param>
    /// <param name="candidates">All that the recognizers found.</param>
    /// <returns>What is kept, by position, without overlaps.</returns>
    ImmutableArray<Mention> Review(ArticleText text, ImmutableArray<Token> tokens, ImmutableArray<Mention> proposals, IReadOnlyList<Mention> candidates);
}

/// <summary>Joins mentions of one article that refer to one thing.</summary>
public interface IEntityResolver
{
    ImmutableArray<Entity> Resolve(ArticleText text, ImmutableArray<Mention> mentions);
}

/// <summary>What fact extractors see of an article. Immutable.</summary>
/// <param name="Mentions">By position, without overlaps.</param>
public sealed record FactContext(ArticleText Text, ImmutableArray<Token> Tokens, ImmutableArray<Mention> Mentions, ImmutableArray<Entity> Entities)
{
    /// <summary>Takes what comes to nothing and why; <c>null</c> unless somebody asked (<see cref="ArticleResult.Rejections"/>).</summary>
    public ExtractionTrace? Trace { get; init; }
}

/// <summary>Finds the facts of one type. Safe for concurrent use.</summary>
public interface IFactExtractor
{
    FactDefinition Definition { get; }

    IReadOnlyList<Fact> Extract(FactContext context);
}

/// <summary>What a scorer holds of a fact.</summary>
/// <param name="Confidence">Calibrated probability in [0, 1]; <c>null</c> where it can't be told.</param>
/// <param name="IsKept">Whether it is likely enough to be a fact at all.</param>
public readonly record struct FactScore(double? Confidence, bool IsKept = true);

/// <summary>Says how sure facts are. Safe for concurrent use.</summary>
public interface IFactScorer
{
    /// <param name="facts">What the library's own extractors found in one article.</param>
    /// <returns>One for each fact, in their order.</returns>
    ImmutableArray<FactScore> Score(FactContext context, ImmutableArray<Fact> facts);
}
