using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using NewsExtract.Storage.Search;

namespace NewsExtract.Storage.Queries;

/// <summary>Conditions as SQL over <c>documents d</c>, <c>articles a</c> and, for facts, <c>facts f</c>; every value is a parameter.</summary>
/// <param name="present">What always holds.</param>
/// <param name="article">The column that names an article.</param>
internal sealed class FilterSql(Database database, StoreOptions options, string present = FilterSql.Present, string article = "a.id")
{
    /// <summary>A longer list is sorted.</summary>
    private const int LongestWalk = 1000;

    /// <summary>So many facts of the types that are asked for make a page soon.</summary>
    private const int CommonType = 2000;

    /// <summary>By which articles are ordered: the first day of their date, nothing where none is known. <c>articles_order</c> has it.</summary>
    private const string Day = "COALESCE(a.date_from, '')";

    /// <summary>What always holds; the text of a filter that asks for nothing.</summary>
    public const string Present = "d.superseded_by IS NULL";

    private readonly StringBuilder _text = new(present);

    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    public string Text => _text.ToString();

    /// <param name="walks">Articles are looked at one after another in the order that is asked for.</param>
    public FilterSql Add(NewsFilter filter, bool ofFacts, bool walks = false)
    {
        foreach (var word in Words(filter))
        {
            And(walks ? database.Index.WalkingCondition(word, NextName(), Values) : database.Index.Condition(word, NextName(), Values, article));
            if (ofFacts)
            {
                // The index says which articles have it; it may stand beside the fact.
                And($"COALESCE(f.search_text, f.evidence) LIKE @{Bind(Part(word))} ESCAPE '!'");
            }
        }

        if (filter.From is { } from)
        {
            And($"a.date_to >= @{Bind(from)}");
        }

        if (filter.To is { } to)
        {
            And($"a.date_from <= @{Bind(to)} AND {Day} <= @{Bind(to)}");
        }

        if (filter.Source is { } source)
        {
            var (name, part) = (Bind(source), Bind(Part(source)));
            var isPart = $"(d.name LIKE @{part} ESCAPE '!' OR a.source LIKE @{part} ESCAPE '!')";
            And($"(d.name = @{name} OR a.source = @{name} OR {isPart} AND NOT EXISTS (SELECT 1 FROM articles b JOIN documents c ON c.id = b.document WHERE c.superseded_by IS NULL AND (c.name = @{name} OR b.source = @{name})))");
        }

        if (filter.Place is { } place)
        {
            And($"a.id IN (SELECT p.article FROM article_entities p WHERE p.type IN ('GPE', 'LOC', 'ZONE', 'FAC') AND p.name LIKE @{Bind(Escape(place) + "%")} ESCAPE '!')");
        }

        if (filter.Entity is { } entity)
        {
            AddEntity(entity, ofFacts);
        }

        if (filter.EntityId is { } id)
        {
            var members = $"entity_members m WHERE m.entity = {Entities.EntityMoves.Resolve.Replace("@entity", $"@{Bind(id)}", StringComparison.Ordinal)}";
            And(ofFacts
                ? $"(f.article, f.number) IN (SELECT g.article, g.fact FROM arguments g WHERE (g.article, g.entity) IN (SELECT m.article, m.number FROM {members}))"
                : $"a.id IN (SELECT m.article FROM {members})");
        }

        if (filter.EntityType is { } type)
        {
            And(ofFacts
                ? $"' ' || f.entity_types || ' ' LIKE @{Bind(Part($" {type} "))} ESCAPE '!'"
                : $"a.id IN (SELECT e.article FROM article_entities e WHERE e.type = @{Bind(type)})");
        }

        if (filter.Once)
        {
            And("a.id NOT IN (SELECT o.article FROM article_signatures o WHERE o.story <> o.article)");
        }

        if (ofFacts)
        {
            AddFacts(filter);
        }
        else if (filter.IsOfFacts)
        {
            _text.Append(" AND EXISTS (SELECT 1 FROM facts f WHERE f.article = a.id");
            AddFacts(filter);
            _text.Append(')');
        }

        return this;
    }

    /// <summary>Whether the conditions are of <c>facts f</c> and what hangs on it, and of no article or document but for the article's words.</summary>
    public static bool IsOfFactsAlone(NewsFilter filter) => filter is { From: null, To: null, Source: null, Place: null, Once: false };

    /// <summary>Dates as <see cref="After"/> orders them.</summary>
    public static string OrderOf(DateOrder order) => order == DateOrder.Latest ? $"{Day} DESC" : Day;

    /// <summary>What comes after a place in the order by date, name of the document, number of the article, and <paramref name="keys"/>.</summary>
    /// <param name="place"><c>null</c> for all.</param>
    public FilterSql After(PlaceInOrder? place, DateOrder order, params string[] keys)
    {
        if (place is null)
        {
            return this;
        }

        object[] values = [place.Source, place.Number, place.Article, place.Fact];
        string[] columns = ["d.name", "a.number", .. keys];
        var follows = $"({string.Join(", ", columns)}) > ({string.Join(", ", values.Take(columns.Length).Select(value => "@" + Bind(value)))})";
        var (date, sign) = (Bind(place.Date ?? ""), order == DateOrder.Latest ? "<" : ">");

        // The first is said so that the index begins there.
        And($"{Day} {sign}= @{date} AND ({Day} {sign} @{date} OR {follows})");
        return this;
    }

    /// <summary>The words as they are searched, without those that are blank.</summary>
    public IEnumerable<string> Words(NewsFilter filter) =>
        filter.Words.Select(word => SearchText.WithoutBlanks(options.Fold(word)).Replace("\n", "", StringComparison.Ordinal)).Where(static word => word.Length > 0);

    /// <summary>Whether what is wanted is so much that the first by date is soon found by looking at one article after another.</summary>
    public bool Walks(DbConnection connection, NewsFilter filter, bool ofFacts, int limit) =>
        limit <= LongestWalk && filter is { Roles.IsEmpty: true, Entity: null, EntityId: null, Place: null, Source: null } && (ofFacts ? IsCommon(connection, filter.Types) : filter is { IsOfFacts: false, EntityType: null })
        && Words(filter).All(word => database.Index.IsCommon(connection, word));

    private static bool IsCommon(DbConnection connection, ImmutableArray<string> types) =>
        types.IsEmpty || connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM (SELECT 1 FROM facts WHERE type IN ({string.Join(", ", types.Select(static (_, place) => $"@t{place}"))}) LIMIT {CommonType}) o", Named(types)) == CommonType;

    private static Dictionary<string, object> Named(ImmutableArray<string> types) => types.Select(static (type, place) => (type, place)).ToDictionary(static one => $"t{one.place}", static one => (object)one.type, StringComparer.Ordinal);

    private void AddEntity(string entity, bool ofFacts)
    {
        var name = Bind(entity);
        var alias = Bind($"%\"{Escape(entity)}\"%");
        var isIt = $"(e.name = @{name} OR e.aliases LIKE @{alias} ESCAPE '!')";

        // Whatever other articles call what has this name in one.
        var linked = $"(SELECT m.article, m.number FROM entity_names n JOIN entity_members m ON m.entity = n.entity WHERE n.name = @{name})";
        And(ofFacts
            ? $"""
              (f.article, f.number) IN (
                  SELECT g.article, g.fact FROM arguments g WHERE g.text = @{name}
                  UNION SELECT g.article, g.fact FROM arguments g WHERE (g.article, g.entity) IN (SELECT e.article, e.number FROM article_entities e WHERE {isIt})
                  UNION SELECT g.article, g.fact FROM arguments g WHERE (g.article, g.entity) IN {linked})
              """
            : $"(EXISTS (SELECT 1 FROM article_entities e WHERE e.article = a.id AND {isIt}) OR a.id IN (SELECT l.article FROM {linked} l))");
    }

    private void AddFacts(NewsFilter filter)
    {
        if (!filter.Types.IsEmpty)
        {
            And($"f.type IN ({string.Join(", ", filter.Types.Select(type => "@" + Bind(type)))})");
        }

        foreach (var role in filter.Roles)
        {
            var value = role.IsPart ? $"g.text LIKE @{Bind(Part(role.Value))} ESCAPE '!'" : $"g.text = @{Bind(role.Value)}";
            if (!role.IsPart && double.TryParse(role.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                value = $"({value} OR g.number = @{Bind(number)})";
            }

            And($"(f.article, f.number) IN (SELECT g.article, g.fact FROM arguments g WHERE g.role = @{Bind(role.Role)} AND {value})");
        }

        if (filter.Confidence is { } confidence)
        {
            And($"(f.confidence >= @{Bind(confidence)} OR f.review IS NOT NULL)");
        }

        if (filter.Modality is { } modality)
        {
            And(modality == NewsFilter.Stated ? "f.modality IS NULL" : $"f.modality = @{Bind(modality)}");
        }
    }

    private void And(string condition) => _text.Append(" AND ").Append(condition);

    private string NextName() => string.Create(CultureInfo.InvariantCulture, $"v{Values.Count}");

    private string Bind(object value)
    {
        var name = NextName();
        Values[name] = value;
        return name;
    }

    public static string Part(string text) => $"%{Escape(text)}%";

    private static string Escape(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
