using System.Collections.Immutable;
using System.Globalization;

namespace NewsExtract.Core;

/// <summary>Turns results, whose spans count units of the article's view, into records, whose spans lead to the source.</summary>
public static class RecordBuilder
{
    /// <param name="generator">Name and version of the program that made the result.</param>
    public static ArticleRecord Build(ArticleResult result, GeneratorRecord generator)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = result.Text;
        var article = text.Article;
        return new ArticleRecord
        {
            Generator = generator,
            Source = new SourceRecord(text.Document.SourceName, text.Document.Id, text.Document.Encoding)
            {
                Pages = text.Document.Pages.IsEmpty ? null : text.Document.Pages.Length,
                Ocr = text.Document.OcrEngine,
            },
            Article = BuildHeader(result.Index, text),
            Paragraphs = [.. text.Blocks.Select(block => BuildParagraph(text, block))],
            Mentions = [.. result.Mentions.Select((mention, index) => BuildMention(text, mention, index))],
            Entities = [.. result.Entities.Select((entity, index) => BuildEntity(entity, index))],
            Facts = [.. result.Facts.Select((fact, index) => BuildFact(text, fact, index))],
            Diagnostics = [.. article.Diagnostics.Select(BuildDiagnostic)],
            Status = article.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? "partial" : "complete",
        };
    }

    private static HeaderRecord BuildHeader(int index, ArticleText text) => new()
    {
        Index = index,
        Headline = Join(text, BlockKind.Headline),
        Kicker = Join(text, BlockKind.Kicker),
        Subhead = Join(text, BlockKind.Subhead)?.TrimStart('—', '―', '─', '–', '-', ' '),
        Author = text.Article.Author,
        Source = text.Article.Source,
        Date = text.Article.PublicationDate?.ToString(),
        Dateline = text.Article.Dateline,
        Captions = Texts(text, BlockKind.Caption),
        Sections = Texts(text, BlockKind.Heading),
    };

    private static ImmutableArray<string> Texts(ArticleText text, BlockKind kind) =>
        [.. text.Blocks.Where(block => block.Kind == kind).Select(block => text.Surface(block.Span))];

    private static string? Join(ArticleText text, BlockKind kind)
    {
        var parts = Texts(text, kind);
        return parts.IsEmpty ? null : string.Join(' ', parts);
    }

    private static ParagraphRecord BuildParagraph(ArticleText text, BlockSpan block)
    {
        var spans = text.MapBack(block.Span);
        return new ParagraphRecord(KindName(block.Kind), text.Surface(block.Span), spans) { Boxes = BuildBoxes(text.Document, spans) };
    }

    private static ImmutableArray<PageBox>? BuildBoxes(Document document, ImmutableArray<TextSpan> spans) =>
        document.Pages.IsEmpty ? null : [.. spans.SelectMany(span => document.Layout.Boxes(span))];

    private static double? BuildOcrConfidence(Document document, ImmutableArray<TextSpan> spans) =>
        document.OcrEngine is null ? null : spans.Min(span => document.Layout.Confidence(span));

    // A block that says nothing of its own kind would be a defect; every kind has a name of its own.
    private static string KindName(BlockKind kind) => kind.ToString().ToLowerInvariant();

    private static MentionRecord BuildMention(ArticleText text, Mention mention, int index)
    {
        var spans = text.MapBack(mention.Span);
        return new MentionRecord(
            Id("m", index),
            mention.Type.Label(),
            text.Surface(mention.Span),
            spans,
            BuildValue(mention.Value),
            mention.Producer.ToString(),
            mention.Confidence)
        {
            Boxes = BuildBoxes(text.Document, spans),
            OcrConfidence = BuildOcrConfidence(text.Document, spans),
        };
    }

    private static ValueRecord? BuildValue(NormalizedValue? value) => value switch
    {
        NumberValue number => new ValueRecord
        {
            Value = number.Value,
            Min = number.Min,
            Max = number.Max,
            Unit = number.Unit.Length > 0 ? number.Unit : null,
            Currency = number.Currency,
            Approx = ApproximationName(number.Approximation),
        },
        DateValue date => new ValueRecord
        {
            Date = date.Edtf,
            Start = date.Start?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            End = date.End?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
        _ => null,
    };

    /// <summary>about, over, under, or <c>null</c> for exact.</summary>
    public static string? ApproximationName(Approximation approximation) =>
        approximation == Approximation.Exact ? null : approximation.ToString().ToLowerInvariant();

    private static EntityRecord BuildEntity(Entity entity, int index) =>
        new(Id("e", index), entity.Type.Label(), entity.Name, entity.Aliases, [.. entity.Mentions.Select(mention => Id("m", mention))]);

    private static FactRecord BuildFact(ArticleText text, Fact fact, int index)
    {
        var roles = new Dictionary<string, ArgumentValue>(fact.Arguments.Length);
        var spans = new Dictionary<string, ImmutableArray<TextSpan>>(fact.Arguments.Length);
        foreach (var argument in fact.Arguments)
        {
            roles.Add(argument.Role, argument.Value);
            spans.Add(argument.Role, [.. argument.Spans.SelectMany(span => text.MapBack(span))]);
        }

        return new FactRecord(
            Id("f", index),
            fact.Type,
            roles,
            spans,
            BuildEvidence(text, fact.Evidence),
            fact.Producer.ToString(),
            fact.Confidence)
        {
            Modality = fact.Modality?.ToString().ToLowerInvariant(),
        };
    }

    private static EvidenceRecord BuildEvidence(ArticleText text, TextSpan evidence)
    {
        var spans = text.MapBack(evidence);
        return new EvidenceRecord(text.Surface(evidence), spans)
        {
            Boxes = BuildBoxes(text.Document, spans),
            OcrConfidence = BuildOcrConfidence(text.Document, spans),
        };
    }

    private static DiagnosticRecord BuildDiagnostic(Diagnostic diagnostic) =>
        new(diagnostic.Code, diagnostic.Severity.ToString().ToLowerInvariant(), diagnostic.Message, diagnostic.Span is { } span ? [span] : []);

    private static string Id(string prefix, int index) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{index + 1}");
}
