using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NewsExtract.Storage.Queries;
using NewsExtract.Storage.Search;

namespace NewsExtract.Storage.Writing;

/// <summary>The rows of one record.</summary>
internal sealed class ArticleRows(long article, StoreOptions options)
{
    private const int RoleOfArgument = 2;
    private const int TextOfArgument = 4;
    private const int EntityOfArgument = 7;

    public List<object?[]> Paragraphs { get; } = [];

    public List<object?[]> Entities { get; } = [];

    public List<object?[]> Mentions { get; } = [];

    public List<object?[]> Facts { get; } = [];

    public List<object?[]> Arguments { get; } = [];

    public static ArticleRows Of(long article, ArticleRecord record, StoreOptions options)
    {
        var rows = new ArticleRows(article, options);
        rows.AddParagraphs(record.Paragraphs);
        var entityOfMention = rows.AddEntities(record);
        rows.AddMentions(record.Mentions, entityOfMention);
        rows.AddFacts(record, entityOfMention);
        return rows;
    }

    /// <summary>The row of <c>articles</c>; its text is that of all paragraphs, a line each.</summary>
    public object?[] Article(long document, ArticleRecord record)
    {
        var header = record.Article;
        var (from, to) = PartialDate.TryParse(header.Date, out var date) ? (FirstDay(date), LastDay(date)) : (null, null);
        return
        [
            article, document, header.Index, header.Headline, header.Kicker, header.Subhead, header.Author, header.Source, header.Dateline,
            header.Date, from, to, record.Status, Text(record),
        ];
    }

    public static string Text(ArticleRecord record) => string.Join('\n', record.Paragraphs.Select(static paragraph => paragraph.Text));

    private void AddParagraphs(ImmutableArray<ParagraphRecord> paragraphs)
    {
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var paragraph = paragraphs[i];
            Paragraphs.Add([article, i, paragraph.Kind, paragraph.Text, Json(paragraph.Spans), Json(paragraph.Boxes)]);
        }
    }

    /// <returns>Which entity a mention is of, by the mention's id.</returns>
    private Dictionary<string, int> AddEntities(ArticleRecord record)
    {
        var entityOfMention = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entity in record.Entities)
        {
            var number = NumberOf(entity.Id);
            Entities.Add([article, number, entity.Type, entity.Name, JsonText.Write(entity.Aliases)]);
            foreach (var mention in entity.Mentions)
            {
                entityOfMention[mention] = number;
            }
        }

        return entityOfMention;
    }

    private void AddMentions(ImmutableArray<MentionRecord> mentions, Dictionary<string, int> entityOfMention)
    {
        foreach (var mention in mentions)
        {
            var value = mention.Value;
            Mentions.Add(
            [
                article, NumberOf(mention.Id), mention.Type, mention.Text, Json(mention.Spans), Json(mention.Boxes), entityOfMention.TryGetValue(mention.Id, out var entity) ? entity : null,
                (double?)value?.Value, (double?)value?.Min, (double?)value?.Max, value?.Unit, value?.Currency, value?.Approx, value?.Date, value?.Start, value?.End,
                mention.Producer, mention.Confidence, mention.OcrConfidence, mention.Review,
            ]);
        }
    }

    private void AddFacts(ArticleRecord record, Dictionary<string, int> entityOfMention)
    {
        // A role names the entity whose mention stands exactly where the role's value does.
        var entityOfSpans = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in record.Mentions)
        {
            if (entityOfMention.TryGetValue(mention.Id, out var entity))
            {
                entityOfSpans[Json(mention.Spans)] = entity;
            }
        }

        foreach (var fact in record.Facts)
        {
            var number = NumberOf(fact.Id);
            var before = Arguments.Count;
            foreach (var (role, value) in fact.Roles)
            {
                AddArgument(number, role, value, fact.RoleSpans.TryGetValue(role, out var spans) ? spans : [], entityOfSpans);
            }

            var arguments = Arguments.Skip(before).Select(static row => (Role: (string)row[RoleOfArgument]!, Text: (string?)row[TextOfArgument], Entity: (int?)row[EntityOfArgument])).ToList();
            var kind = NumberKind.All.FirstOrDefault(kind => kind.Type == fact.Type);
            Facts.Add(
            [
                article, number, fact.Type, fact.Modality, fact.Evidence.Text, Json(fact.Evidence.Spans), Json(fact.Evidence.Boxes), fact.Producer,
                fact.Confidence, fact.Evidence.OcrConfidence, fact.Review, TypesOf(record, arguments.Select(static argument => argument.Entity)),
                SearchTextOf(fact.Evidence.Text, arguments.Select(static argument => argument.Text)),
                TextOf(kind?.Name), TextOf(kind?.Unit),
            ]);

            // Of a list the first.
            string? TextOf(string? role) => arguments.Find(argument => argument.Role == role).Text;
        }
    }

    private static string? TypesOf(ArticleRecord record, IEnumerable<int?> entities)
    {
        var named = entities.OfType<int>().ToHashSet();
        var types = string.Join(' ', record.Entities.Where(entity => named.Contains(NumberOf(entity.Id))).Select(static entity => entity.Type).Distinct().Order(StringComparer.Ordinal));
        return types.Length == 0 ? null : types;
    }

    // Most evidence is what is looked in already, roles and all: then nothing is stored twice.
    private string? SearchTextOf(string evidence, IEnumerable<string?> arguments)
    {
        var text = Searched(evidence);
        foreach (var argument in arguments.OfType<string>().Select(Searched).Where(argument => !text.Contains(argument, StringComparison.Ordinal)))
        {
            text += "\n" + argument;
        }

        return text == evidence ? null : text;
    }

    // One line, as words are.
    private string Searched(string text) => SearchText.WithoutBlanks(options.Fold(text)).Replace("\n", "", StringComparison.Ordinal);

    private void AddArgument(int fact, string role, ArgumentValue value, ImmutableArray<TextSpan> spans, Dictionary<string, int> entityOfSpans)
    {
        switch (value)
        {
            case ArgumentValue.Number number:
                Arguments.Add([article, fact, role, 0, null, (double)number.Value, Json(spans), null]);
                break;
            case ArgumentValue.Text text:
                Arguments.Add([article, fact, role, 0, text.Value, null, Json(spans), Entity(Json(spans), entityOfSpans)]);
                break;
            case ArgumentValue.List list:
                for (var i = 0; i < list.Values.Length; i++)
                {
                    // Where each item lies in one piece its span is the one of the same place in the list.
                    var own = spans.Length == list.Values.Length ? Json([spans[i]]) : Json(spans);
                    Arguments.Add([article, fact, role, i, list.Values[i], null, own, Entity(own, entityOfSpans)]);
                }

                break;
            default:
                throw new InvalidOperationException($"{value.GetType()} is no kind of argument");
        }
    }

    private static int? Entity(string spans, Dictionary<string, int> entityOfSpans) => entityOfSpans.TryGetValue(spans, out var entity) ? entity : null;

    // f3, m3 and e3 are number 2: ids keep their numbers when others are rejected.
    public static int NumberOf(string id) => int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture) - 1;

    /// <summary><c>[[0,3],[5,8]]</c></summary>
    public static string Json(ImmutableArray<TextSpan> spans)
    {
        var text = new StringBuilder("[");
        foreach (var span in spans)
        {
            text.Append(text.Length > 1 ? ",[" : "[").Append(CultureInfo.InvariantCulture, $"{span.Start},{span.End}]");
        }

        return text.Append(']').ToString();
    }

    /// <summary><c>[[1,56.5,700,120.25,712]]</c></summary>
    public static string? Json(ImmutableArray<PageBox>? boxes)
    {
        if (boxes is not { } given)
        {
            return null;
        }

        var text = new StringBuilder("[");
        foreach (var box in given)
        {
            text.Append(text.Length > 1 ? ",[" : "[")
                .Append(CultureInfo.InvariantCulture, $"{box.Page},{Side(box.Left)},{Side(box.Bottom)},{Side(box.Right)},{Side(box.Top)}]");
        }

        return text.Append(']').ToString();
    }

    // As records have them: hundredths of a point.
    private static double Side(double value) => Math.Round(value, 2);

    private static string FirstDay(PartialDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month ?? 1:D2}-{date.Day ?? 1:D2}");

    private static string LastDay(PartialDate date)
    {
        var month = date.Month ?? 12;
        return string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{month:D2}-{date.Day ?? DateTime.DaysInMonth(date.Year, month):D2}");
    }
}
