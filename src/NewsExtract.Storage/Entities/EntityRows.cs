using System.Collections.Immutable;

namespace NewsExtract.Storage.Entities;

/// <summary>An entity's row, as it is and as it is to be.</summary>
internal sealed record EntityRow
{
    public const string Select = "SELECT id, type, name, members, first_date AS FirstDate, last_date AS LastDate, bodies FROM entities";

    public long Id { get; init; }

    public string Type { get; init; } = "";

    public string Name { get; init; } = "";

    public long Members { get; init; }

    public string? FirstDate { get; init; }

    public string? LastDate { get; init; }

    public long Bodies { get; init; }

    public object?[] Values => [Id, Type, Name, Members, FirstDate, LastDate, Bodies];

    public static EntityRow Of(EntityEntry entity, LinkReading reading)
    {
        var dated = entity.Members.Select(member => reading.DateOf(member.Article)).OfType<string>().ToList();
        return new EntityRow
        {
            Id = entity.Id,
            Type = entity.Type,
            Name = PostgreSql.PostgresText.Clean(entity.Name),
            Members = entity.Members.Length,
            FirstDate = dated.Min(StringComparer.Ordinal),
            LastDate = dated.Max(StringComparer.Ordinal),
            Bodies = entity.Bodies,
        };
    }
}

/// <summary>A member's row.</summary>
internal sealed record EntityMemberRow
{
    public const string Select = "SELECT article, number, entity, place, reason, confidence, partner_article AS PartnerArticle, partner_number AS PartnerNumber FROM entity_members";

    public long Article { get; init; }

    public long Number { get; init; }

    public long Entity { get; init; }

    public long Place { get; init; }

    public string? Reason { get; init; }

    public double? Confidence { get; init; }

    public long? PartnerArticle { get; init; }

    public long? PartnerNumber { get; init; }

    public object?[] Values => [Article, Number, Entity, Place, Reason, Confidence, PartnerArticle, PartnerNumber];

    /// <summary>In the order of their keys: a database that keeps rows so appends a million of them, where it would seek a place for each.</summary>
    public static ImmutableArray<EntityMemberRow> Of(IEnumerable<EntityEntry> entities) =>
    [
        .. entities.SelectMany(static entity => entity.Members.Select((member, place) => new EntityMemberRow
        {
            Article = member.Article,
            Number = member.Number,
            Entity = entity.Id,
            Place = place,
            Reason = member.Reason,
            Confidence = member.Confidence,
            PartnerArticle = member.PartnerArticle,
            PartnerNumber = member.PartnerNumber,
        })).OrderBy(static row => row.Article).ThenBy(static row => row.Number),
    ];
}

/// <summary>A name of an entity.</summary>
internal readonly record struct EntityNameRow(string Name, long Entity)
{
    public object?[] Values => [Name, Entity];

    public static IEnumerable<EntityNameRow> Of(IEnumerable<EntityEntry> entities, LinkReading reading) => entities
        .SelectMany(entity => entity.Members
            .Select(member => reading.NameOf(member.Article, member.Number))
            .SelectMany(static name => name.Aliases.Append(name.Name))
            .Append(entity.Name)
            .Select(PostgreSql.PostgresText.Clean)
            .Distinct(StringComparer.Ordinal)
            .Select(name => new EntityNameRow(name, entity.Id)))
        .OrderBy(static row => row.Name, StringComparer.Ordinal)
        .ThenBy(static row => row.Entity);
}

/// <summary>A key of an entity.</summary>
internal readonly record struct EntityKeyRow(string Text, long Entity, string? Brand)
{
    public object?[] Values => [Text, Entity, Brand];

    public static IEnumerable<EntityKeyRow> Of(IEnumerable<EntityEntry> entities) => entities
        .SelectMany(static entity => entity.Keys.Select(key => new EntityKeyRow(PostgreSql.PostgresText.Clean(key.Text), entity.Id, key.Brand is { } brand ? PostgreSql.PostgresText.Clean(brand) : null)))
        .OrderBy(static row => row.Text, StringComparer.Ordinal)
        .ThenBy(static row => row.Entity);
}
