using System.Collections.Immutable;

namespace NewsExtract.Storage.Entities;

/// <summary>An article as linking reads it. Documents that others took the place of have none.</summary>
public sealed record StoredArticle(long Id, long Document, string? Date, string? Source, string? Dateline)
{
    /// <summary>By number.</summary>
    public ImmutableArray<StoredEntity> Entities { get; init; } = [];

    /// <summary>Of the types that were asked for, by number.</summary>
    public ImmutableArray<StoredFact> Facts { get; init; } = [];

    /// <summary>As the last linking found it; <c>null</c> where it is to be found anew.</summary>
    public StoredHome? Home { get; init; }
}

/// <summary>What one article calls one thing.</summary>
public sealed record StoredEntity(int Number, string Type, string Name, ImmutableArray<string> Aliases);

/// <summary>A fact's arguments.</summary>
public sealed record StoredFact(string Type, ImmutableArray<StoredArgument> Arguments);

/// <summary>What fills a role.</summary>
/// <param name="Entity">Number of the article's entity that it names; <c>null</c> where it names none.</param>
public sealed record StoredArgument(string Role, string? Text, int? Entity);

/// <summary>An entity of the last linking.</summary>
/// <param name="Bodies">As in <see cref="EntityEntry"/>.</param>
public sealed record FormerEntity(long Id, string Type, long Members, long Bodies);

/// <summary>A member of the last linking whose document has not changed since.</summary>
public sealed record FormerMember(long Article, StoredEntity Name, long Entity)
{
    /// <summary>Of the article.</summary>
    public string? Date { get; init; }

    public required StoredHome Home { get; init; }
}

/// <summary>A key of the last linking.</summary>
public readonly record struct FormerKey(long Entity, string Text, string? Brand);
