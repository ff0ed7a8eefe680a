using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Chinese.Normalization;

namespace NewsExtract.Linking.Contradictions;

/// <summary>A figure with its place in its paragraph.</summary>
/// <param name="At">Where the number stands in the paragraph's text.</param>
internal sealed record PlacedFigure(Figure Figure, ParagraphText Paragraph, int At);

/// <summary>Reads the figures of a record: projects counted, statistics, investments and targets.</summary>
internal sealed class FigureReader
{
    private static readonly ImmutableHashSet<string> s_named = ["PER", "ORG", "ZONE", "GPE", "LOC", "FAC", "EVENT", "PROJECT"];

    /// <summary>Those that <see cref="Read(FactRecord)"/> takes.</summary>
    public static ImmutableArray<string> FactTypes { get; } = ["project_count", "statistic", "target", "investment"];

    private readonly ArticleRecord _record;
    private readonly string _article;
    private readonly List<ParagraphText> _paragraphs;
    private readonly List<(TextSpan Span, string Name)> _names;
    private readonly Dictionary<string, MentionRecord> _mentions = new(StringComparer.Ordinal);

    private FigureReader(ArticleRecord record, Func<int, string?>? linked)
    {
        _record = record;
        _article = $"{record.Source.Sha256}/{record.Article.Index}";
        _paragraphs = [.. record.Paragraphs.Select(static paragraph => new ParagraphText(paragraph))];
        foreach (var mention in record.Mentions)
        {
            _mentions.TryAdd(Place(mention.Spans), mention);
        }

        var nameOf = record.Entities
            .SelectMany(entity => entity.Mentions.Select(mention => (mention, Name: linked?.Invoke(NumberOf(entity)) ?? entity.Name)))
            .ToDictionary(StringComparer.Ordinal);
        _names = [.. record.Mentions
            .Where(static mention => s_named.Contains(mention.Type) && !mention.Spans.IsEmpty)
            .Select(mention => (mention.Spans[0], nameOf.GetValueOrDefault(mention.Id, mention.Text)))];
    }

    /// <returns>By place: paragraph, then number.</returns>
    public static ImmutableArray<PlacedFigure> Read(ArticleRecord record, Func<int, string?>? linked)
    {
        var reader = new FigureReader(record, linked);
        return [.. record.Facts.SelectMany(reader.Read).OrderBy(figure => reader._paragraphs.IndexOf(figure.Paragraph)).ThenBy(static figure => figure.At).ThenBy(static figure => figure.Figure.Place.Fact, StringComparer.Ordinal).ThenBy(static figure => figure.Figure.Measure, StringComparer.Ordinal)];
    }

    // e3 is number 2, also where corrections left no e2.
    private static int NumberOf(EntityRecord entity) => int.Parse(entity.Id.AsSpan(1), CultureInfo.InvariantCulture) - 1;

    private IEnumerable<PlacedFigure> Read(FactRecord fact) => (fact.Type switch
    {
        "project_count" =>
        [
            Create(fact, ["scope", "occasion"], Text(fact, "stage"), "date", ["count"], "个"),
            Create(fact, ["scope", "occasion"], Text(fact, "stage") + " investment", "date", ["investment"], "元"),
            Create(fact, ["scope", "occasion"], Text(fact, "stage") + " output", "date", ["output"], "元"),
        ],
        "statistic" => [Create(fact, ["subject"], Text(fact, "indicator") + (Text(fact, "change") is { } change ? " " + change : ""), "period", ["value", "min", "max"], Text(fact, "unit"))],
        "target" => [Create(fact, ["subject"], Text(fact, "indicator"), "deadline", ["value", "min", "max"], Text(fact, "unit"))],
        "investment" => [Create(fact, ["target"], "investment" + (Text(fact, "investor") is { } investor ? " of " + investor : ""), null, ["value", "min", "max"], Text(fact, "currency") ?? "元")],
        _ => (IEnumerable<PlacedFigure?>)[],
    }).OfType<PlacedFigure>();

    private PlacedFigure? Create(FactRecord fact, string[] subjects, string? measure, string? periodRole, string[] values, string? unit)
    {
        var numbers = values.Select(role => (Role: role, Number: (fact.Roles.GetValueOrDefault(role) as ArgumentValue.Number)?.Value)).Where(static value => value.Number is not null).ToList();
        if (numbers.Count == 0 || measure is null)
        {
            return null;
        }

        var spans = fact.RoleSpans.GetValueOrDefault(numbers[0].Role, []);
        var start = (spans.IsEmpty ? fact.Evidence.Spans : spans)[0].Start;
        var (paragraph, at) = _paragraphs.Select(paragraph => (paragraph, At: paragraph.Find(start))).FirstOrDefault(static found => found.At is not null);
        if (paragraph is null)
        {
            return null;
        }

        // The number of projects alone is approximate, not their money.
        var approx = numbers[0].Role is "investment" or "output" ? null : Text(fact, "approx");
        var value = FigureValue.Of(numbers.Min(static number => number.Number!.Value), numbers.Max(static number => number.Number!.Value), approx, _mentions.GetValueOrDefault(Place(spans))?.Text);
        var subject = SubjectOf(fact, subjects);
        var period = PeriodOf(fact, periodRole);
        return new PlacedFigure(
            new Figure(fact.Type, subject.Text, measure, period.Text, value, unit, PlaceOf(fact, paragraph.Record.Kind))
            {
                Modality = fact.Modality,
                IsNamed = subject.IsNamed,
                Key = string.Join('|', fact.Type, subject.Key, Fold(measure), unit, period.Key, fact.Modality),
                Cues = FigureLexicon.Read(ContextOf(paragraph, at!.Value, fact)),
            },
            paragraph,
            at.Value);
    }

    private FigurePlace PlaceOf(FactRecord fact, string kind) => new(
        _record.Source.File,
        _record.Source.Sha256,
        _record.Article.Index,
        _record.Article.Headline,
        _record.Article.Date,
        fact.Id,
        fact.Evidence.Text,
        fact.Evidence.Spans,
        fact.Evidence.Boxes is [var first, ..] ? first.Page : null,
        kind is "headline" or "kicker" or "subhead");

    // 全市 is another city in another paper: without a name the figure is compared with those of its own article alone.
    private (string? Text, string Key, bool IsNamed) SubjectOf(FactRecord fact, string[] roles)
    {
        var texts = new List<string>();
        var keys = new List<string>();
        var isNamed = false;
        foreach (var role in roles)
        {
            if (Text(fact, role) is not { } text)
            {
                continue;
            }

            var spans = fact.RoleSpans.GetValueOrDefault(role, []);
            var whole = _names.FirstOrDefault(name => spans.Length == 1 && name.Span == spans[0]);
            isNamed |= _names.Exists(name => spans.Any(span => span.Start <= name.Span.Start && name.Span.End <= span.End));
            texts.Add(text);
            keys.Add(Fold(whole.Name ?? text));
        }

        var key = string.Join('+', keys) + (isNamed ? "" : "@" + _article);
        return (texts.Count > 0 ? string.Join("，", texts) : null, key, isNamed);
    }

    // A year that is not over when the issue appears is counted up to that day.
    private (string? Text, string Key) PeriodOf(FactRecord fact, string? role)
    {
        var day = PartialDate.TryParse(_record.Article.Date, out var date) && date.Day is not null ? _record.Article.Date! : _article;
        if (role is null || Text(fact, role) is not { } text)
        {
            return (null, day);
        }

        if (role == "deadline")
        {
            return (text, EndOf(fact, role) ?? Fold(text) + "@" + day);
        }

        var end = EndOf(fact, role) ?? (PartialDate.TryParse(text, out _) ? text : null);
        var start = _mentions.GetValueOrDefault(Place(fact.RoleSpans.GetValueOrDefault(role, [])))?.Value?.Start ?? text;
        var isOver = end is not null && day != _article && string.CompareOrdinal(end, day) < 0 && end.Length == day.Length;
        return (text, isOver ? $"{start}/{end}" : $"{Fold(text)}@{day}");
    }

    private string? EndOf(FactRecord fact, string role) => _mentions.GetValueOrDefault(Place(fact.RoleSpans.GetValueOrDefault(role, [])))?.Value?.End;

    // From the figure before in the same sentence, or its beginning, to the end of the evidence.
    private static string ContextOf(ParagraphText paragraph, int at, FactRecord fact)
    {
        var text = paragraph.Text;
        var start = text.LastIndexOfAny(['。', '！', '？', '；'], Math.Max(at - 1, 0)) + 1;
        var digit = text.AsSpan(start, at - start).LastIndexOfAnyInRange('0', '9');
        var comma = digit < 0 ? -1 : text.IndexOfAny(['，', '、', '；', '：'], start + digit);
        start = comma >= 0 && comma < at ? comma + 1 : start;
        var last = fact.Evidence.Spans[^1].End - 1;
        var end = Math.Max(paragraph.Find(last) is { } found ? found + 1 : at, at);
        return SearchFolding.Fold(text[start..Math.Max(end, start)]);
    }

    private static string? Text(FactRecord fact, string role) => (fact.Roles.GetValueOrDefault(role) as ArgumentValue.Text)?.Value;

    private static string Fold(string? text) => string.Concat(SearchFolding.Fold(text ?? "").Where(char.IsLetterOrDigit));

    private static string Place(ImmutableArray<TextSpan> spans) => string.Join(',', spans.Select(static span => $"{span.Start}-{span.End}"));
}
