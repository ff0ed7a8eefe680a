using System.Data.Common;
using System.Globalization;
using System.Text;
using NewsExtract.Storage.Search;

namespace NewsExtract.Storage.Queries;

/// <summary>Conditions as SQL over <c>documents d</c>, <c>articles a</c> and, for facts, <c>facts f</c>; every value is a parameter.</summary>
internal sealed class FilterSql(Database database, StoreOptions options)
{
    /// <summary>A longer list is sorted.</summary>
    private const int LongestWalk = 1000;

    /// <summary>What always holds; the text of a filter that asks for nothing.</summary>
    public const string Present = "d.superseded_by IS NULL";

    private readonly StringBuilder _text = new(Present);

    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    public string Text => _text.ToString();

    /// <param name="walks">Articles are looked at one after another in the order that is asked for.</param>
    public FilterSql Add(NewsFilter filter, bool ofFacts, bool walks = false)
    {
        foreach (var word in Words(filter))
        {
            And(walks ? database.Index.WalkingCondition(word, NextName(), Values) : database.Index.Condition(word, NextName(), Values));
        }

        if (filter.From is { } from)
        {
            And($"a.date_to >= @{Bind(from)}");
        }

        if (filter.To is { } to)
        {
            And($"a.date_from <= @{Bind(to)}");
        }

        if (filter.Source is { } source)
        {
            var name = Bind(Part(source));
            And($"(d.name LIKE @{name} ESCAPE '!' OR a.source LIKE @{name} ESCAPE '!')");
        }

        if (filter.Place is { } place)
        {
            And($"EXISTS (SELECT 1 FROM article_entities p WHERE p.article = a.id AND p.type IN ('GPE', 'LOC', 'ZONE', 'FAC') AND p.name LIKE @{Bind(Escape(place) + "%")} ESCAPE '!')");
        }

        if (filter.Entity is { } entity)
        {
            AddEntity(entity, ofFacts);
        }

        if (filter.EntityId is { } id)
        {
            var members = $"(SELECT m.article, m.number FROM entity_members m WHERE m.entity = @{Bind(id)})";
            And(ofFacts
                ? $"EXISTS (SELECT 1 FROM arguments g WHERE g.article = f.article AND g.fact = f.number AND (g.article, g.entity) IN {members})"
                : $"a.id IN (SELECT l.article FROM {members} l)");
        }

        if (filter.EntityType is { } type)
        {
            var name = Bind(type);
            And(ofFacts
                ? $"EXISTS (SELECT 1 FROM arguments g JOIN article_entities e ON e.article = g.article AND e.number = g.entity WHERE g.article = f.article AND g.fact = f.number AND e.type = @{name})"
                : $"EXISTS (SELECT 1 FROM article_entities e WHERE e.article = a.id AND e.type = @{name})");
        }

        if (filter.Once)
        {
            And("NOT EXISTS (SELECT 1 FROM article_signatures o WHERE o.article = a.id AND o.story <> a.id)");
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

    /// <summary>Dates as <see cref="After"/> orders them.</summary>
    public static string OrderOf(DateOrder order) => order == DateOrder.Latest ? "a.date_from DESC NULLS LAST" : "a.date_from NULLS FIRST";

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
        And((place.Date, order) switch
        {
            (null, DateOrder.Latest) => $"a.date_from IS NULL AND {follows}",
            (null, _) => $"(a.date_from IS NOT NULL OR {follows})",
            ({ } date, DateOrder.Latest) => After(date, "<", follows) + " OR a.date_from IS NULL)",
            var (date, _) => After(date, ">", follows) + ")",
        });
        return this;

        string After(string date, string sign, string follows)
        {
            var name = Bind(date);
            return $"(a.date_from {sign} @{name} OR (a.date_from = @{name} AND {follows})";
        }
    }

    /// <summary>The words as they are searched, without those that are blank.</summary>
    public IEnumerable<string> Words(NewsFilter filter) =>
        filter.Words.Select(word => SearchText.WithoutBlanks(options.Fold(word)).Replace("\n", "", StringComparison.Ordinal)).Where(static word => word.Length > 0);

    /// <summary>Whether the articles that are wanted are so many that the first by date are soon found by looking at one after another.</summary>
    public bool Walks(DbConnection connection, NewsFilter filter, int limit) =>
        limit <= LongestWalk && filter is { IsOfFacts: false, Entity: null, EntityId: null, EntityType: null, Place: null, Source: null } && !filter.Words.IsEmpty && Words(filter).All(word => database.Index.IsCommon(connection, word));

    private void AddEntity(string entity, bool ofFacts)
    {
        var name = Bind(entity);
        var alias = Bind($"%\"{Escape(entity)}\"%");
        var isIt = $"(e.name = @{name} OR e.aliases LIKE @{alias} ESCAPE '!')";

        // Whatever other articles call what has this name in one.
        var linked = $"(SELECT m.article, m.number FROM entity_names n JOIN entity_members m ON m.entity = n.entity WHERE n.name = @{name})";
        And(ofFacts
            ? $"EXISTS (SELECT 1 FROM arguments g LEFT JOIN article_entities e ON e.article = g.article AND e.number = g.entity WHERE g.article = f.article AND g.fact = f.number AND (g.text = @{name} OR {isIt} OR (g.article, g.entity) IN {linked}))"
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

            And($"EXISTS (SELECT 1 FROM arguments g WHERE g.article = f.article AND g.fact = f.number AND g.role = @{Bind(role.Role)} AND {value})");
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
