using System.Globalization;
using System.Text.Json;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage.Entities;

/// <summary>Conditions on <c>entities e</c>.</summary>
internal static class EntitySql
{
    public static string Where(string? word, string? type)
    {
        var conditions = new List<string>();
        if (word is not null)
        {
            conditions.Add("e.id IN (SELECT n.entity FROM entity_names n WHERE n.name LIKE @word ESCAPE '!')");
        }

        if (type is not null)
        {
            conditions.Add("e.type = @type");
        }

        return "FROM entities e" + (conditions.Count > 0 ? " WHERE " + string.Join(" AND ", conditions) : "");
    }

    public static object Values(string? word, string? type) => new { word = word is null ? null : FilterSql.Part(word), type };
}

/// <summary>A member as it is read.</summary>
internal sealed class MemberRow
{
    public const string Select = """
        SELECT m.article AS Article, m.number AS Number, m.place AS Place, e.type AS Type, e.name AS Name, e.aliases AS Aliases, d.name AS Source, a.number AS ArticleNumber, a.headline AS Headline, a.date AS Date,
            m.reason AS Reason, m.confidence AS Confidence, p.name AS Partner, q.name AS PartnerSource, b.number AS PartnerArticleNumber
        FROM entity_members m JOIN article_entities e ON e.article = m.article AND e.number = m.number
            JOIN articles a ON a.id = m.article JOIN documents d ON d.id = a.document
            LEFT JOIN article_entities p ON p.article = m.partner_article AND p.number = m.partner_number
            LEFT JOIN articles b ON b.id = m.partner_article LEFT JOIN documents q ON q.id = b.document
        WHERE m.entity = @entity
        """;

    public long Article { get; init; }

    public long Number { get; init; }

    public long Place { get; init; }

    public string Type { get; init; } = "";

    public string Name { get; init; } = "";

    public string Aliases { get; init; } = "";

    public string Source { get; init; } = "";

    public long ArticleNumber { get; init; }

    public string? Headline { get; init; }

    public string? Date { get; init; }

    public string? Reason { get; init; }

    public double? Confidence { get; init; }

    public string? Partner { get; init; }

    public string? PartnerSource { get; init; }

    public long? PartnerArticleNumber { get; init; }

    public MemberHit ToHit() => new(Article, (int)Number, Type, Name, Source, (int)ArticleNumber, Headline, Date, Reason, Confidence)
    {
        Place = new MemberPlace(Article, (int)Number, Place),
        Aliases = [.. JsonSerializer.Deserialize<string[]>(Aliases)!],
        Partner = Partner,
        PartnerSource = PartnerSource,
        PartnerArticleNumber = (int?)PartnerArticleNumber,
    };
}

/// <summary>A fact that tells of a person's post, as it is read.</summary>
internal sealed class OfficeRow
{
    // What the post is in is one body however the articles call it. What is no person has none, and need not be looked for in all facts of its articles.
    public const string Select = """
        SELECT t.text AS Title, COALESCE(l.name, e.name, o.text) AS Organization, l.id AS Body, a.date AS Date, d.name AS Source, a.number AS ArticleNumber, f.article AS Article, f.number AS Number, f.evidence AS Evidence
        FROM entity_members m JOIN arguments g ON g.article = m.article AND g.entity = m.number AND g.role = 'person'
            JOIN facts f ON f.article = g.article AND f.number = g.fact AND f.type IN ('position', 'appointment')
            JOIN arguments t ON t.article = f.article AND t.fact = f.number AND t.role = 'title'
            LEFT JOIN arguments o ON o.article = f.article AND o.fact = f.number AND o.role = 'organization' AND o.place = 0
            LEFT JOIN article_entities e ON e.article = o.article AND e.number = o.entity
            LEFT JOIN entity_members k ON k.article = o.article AND k.number = o.entity LEFT JOIN entities l ON l.id = k.entity
            JOIN articles a ON a.id = f.article JOIN documents d ON d.id = a.document
        WHERE m.entity = @entity AND EXISTS (SELECT 1 FROM entities w WHERE w.id = @entity AND w.type = 'PER')
        """;

    private const string NoDate = "9999";

    public string Title { get; init; } = "";

    public string? Organization { get; init; }

    public long? Body { get; init; }

    public string? Date { get; init; }

    public string Source { get; init; } = "";

    public long ArticleNumber { get; init; }

    public long Article { get; init; }

    public long Number { get; init; }

    public string Evidence { get; init; } = "";

    public static IReadOnlyList<OfficeHit> Group(IEnumerable<OfficeRow> rows) =>
    [
        .. rows
            .OrderBy(static row => row.Date ?? NoDate, StringComparer.Ordinal)
            .ThenBy(static row => row.Source, StringComparer.Ordinal)
            .ThenBy(static row => row.ArticleNumber)
            .ThenBy(static row => row.Number)
            .GroupBy(static row => (row.Title, Body: row.Body?.ToString(CultureInfo.InvariantCulture) ?? row.Organization))
            .Select(static office => new OfficeHit(office.Key.Title, office.First().Organization, office.Count(), office.First().ToMention(), office.Last().ToMention())),
    ];

    private OfficeMention ToMention() => new(Date, Source, (int)ArticleNumber, Evidence, Article, (int)Number);
}
