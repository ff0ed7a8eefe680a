using System.Globalization;
using NewsExtract.Storage.Entities;

namespace NewsExtract.Cli.Output;

/// <summary>An entity with all that is known of it.</summary>
internal sealed record EntityDetails(EntityHit Entity, IReadOnlyList<string> Names, IReadOnlyList<OfficeHit> Offices, IReadOnlyList<MemberHit> Members);

/// <summary>Entities and decisions as a table, JSON lines or CSV.</summary>
internal sealed class EntityOutput(Terminal terminal, string format)
{
    private const string NameSeparator = "; ";

    private readonly QueryOutput _output = new(terminal, format);

    public bool IsTable => _output.IsTable;

    public void WriteEntities(IReadOnlyList<EntityHit> entities, Func<long> count)
    {
        _output.WriteRows(entities.Select(ToRow));
        if (IsTable)
        {
            _output.WriteTotal(entities.Count, count, "entities");
        }
    }

    /// <summary>As CSV the members alone, since their columns are not those of posts.</summary>
    public void WriteDetails(IEnumerable<EntityDetails> all)
    {
        if (IsTable)
        {
            foreach (var details in all)
            {
                WriteTables(details);
            }
        }
        else if (format == "csv")
        {
            _output.WriteRows(all.SelectMany(static details => details.Members.Select(member => ToRow(details.Entity, member))));
        }
        else
        {
            _output.WriteRows(all.SelectMany(Rows));
        }
    }

    public void WriteDecisions(IReadOnlyList<EntityDecision> decisions) => _output.WriteRows(decisions.Select(static decision => new Dictionary<string, object?>
    {
        ["decision"] = decision.Id,
        ["kind"] = decision.Kind.ToString().ToLowerInvariant(),
        ["first"] = Names(decision.First),
        ["second"] = Names(decision.Second),
        ["why"] = decision.Why,
        ["by"] = decision.By,
        ["made"] = decision.Made,
        ["undone_by"] = decision.UndoneBy,
        ["undone"] = decision.Undone,
    }));

    private void WriteTables(EntityDetails details)
    {
        var entity = details.Entity;
        _output.WriteTable(
            [entity.Name, ""],
            [
                ["id", entity.Id.ToString(CultureInfo.InvariantCulture)],
                ["type", entity.Type],
                ["names", string.Join(NameSeparator, details.Names)],
                ["dates", entity.First is null ? "" : entity.First == entity.Last ? entity.First : $"{entity.First} – {entity.Last}"],
            ]);
        if (details.Offices.Count > 0)
        {
            _output.WriteTable(["post", "organization", "first", "last", "facts"], details.Offices.Select(static office => new[]
            {
                office.Title, office.Organization ?? "", Place(office.First), Place(office.Last), office.Mentions.ToString(CultureInfo.InvariantCulture),
            }));
        }

        _output.WriteTable(["name", "article", "date", "headline", "linked to", "reason", "confidence"], details.Members.Select(static member => new[]
        {
            member.Name, Place(member.Source, member.ArticleNumber), member.Date ?? "", member.Headline ?? "", Partner(member) ?? "", member.Reason ?? "", member.Confidence?.ToString(CultureInfo.InvariantCulture) ?? "",
        }));
    }

    private static IEnumerable<Dictionary<string, object?>> Rows(EntityDetails details)
    {
        var entity = ToRow(details.Entity);
        entity.Add("names", string.Join(NameSeparator, details.Names));
        yield return entity;
        foreach (var office in details.Offices)
        {
            yield return new Dictionary<string, object?>
            {
                ["entity"] = details.Entity.Id,
                ["post"] = office.Title,
                ["organization"] = office.Organization,
                ["first"] = office.First.Date,
                ["first_article"] = Place(office.First.Source, office.First.ArticleNumber),
                ["first_evidence"] = office.First.Evidence,
                ["last"] = office.Last.Date,
                ["last_article"] = Place(office.Last.Source, office.Last.ArticleNumber),
                ["last_evidence"] = office.Last.Evidence,
                ["facts"] = office.Mentions,
            };
        }

        foreach (var member in details.Members)
        {
            yield return ToRow(details.Entity, member);
        }
    }

    private static Dictionary<string, object?> ToRow(EntityHit entity) => new()
    {
        ["id"] = entity.Id,
        ["type"] = entity.Type,
        ["name"] = entity.Name,
        ["articles"] = entity.Members,
        ["first"] = entity.First,
        ["last"] = entity.Last,
    };

    private static Dictionary<string, object?> ToRow(EntityHit entity, MemberHit member) => new()
    {
        ["entity"] = entity.Id,
        ["name"] = member.Name,
        ["aliases"] = member.Aliases.IsEmpty ? null : string.Join(NameSeparator, member.Aliases),
        ["article"] = Place(member.Source, member.ArticleNumber),
        ["article_id"] = member.Article,
        ["date"] = member.Date,
        ["headline"] = member.Headline,
        ["linked_to"] = Partner(member),
        ["reason"] = member.Reason,
        ["confidence"] = member.Confidence,
    };

    private static string? Partner(MemberHit member) => member.Partner is { } name ? $"{name} {Place(member.PartnerSource!, member.PartnerArticleNumber!.Value)}" : null;

    private static string Place(OfficeMention mention) => mention.Date is { } date ? $"{date} {Place(mention.Source, mention.ArticleNumber)}" : Place(mention.Source, mention.ArticleNumber);

    private static string Place(string source, int article) => string.Create(CultureInfo.InvariantCulture, $"{source}#{article + 1}");

    private static string Names(IEnumerable<StoredAnchor> anchors) => string.Join(NameSeparator, anchors.Select(static anchor => anchor.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
