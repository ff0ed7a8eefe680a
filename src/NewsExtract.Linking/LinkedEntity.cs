using System.Collections.Immutable;

namespace NewsExtract.Linking;

/// <summary>One person, body or place, with all that articles call it.</summary>
/// <param name="Id">Out of its earliest member's content: the same as long as that one stays the earliest.</param>
/// <param name="Name">Its fullest name.</param>
/// <param name="Members">The earliest first.</param>
public sealed record LinkedEntity(long Id, EntityType Type, string Name, ImmutableArray<EntityMember> Members)
{
    /// <summary>By what others may hang together with it, each once; by text.</summary>
    public ImmutableArray<EntityKey> Keys { get; init; } = [];

    /// <summary>How many of the members are bodies that tell who is named beside them.</summary>
    public int Bodies { get; init; }
}

/// <summary>An article's entity that belongs to a linked one.</summary>
/// <param name="Link">Why it does; <c>null</c> for the first.</param>
public sealed record EntityMember(long Article, int Number, string Name, EntityLink? Link);

/// <summary>Why two articles' entities are one.</summary>
/// <param name="Reason">One of <see cref="LinkReasons"/>.</param>
/// <param name="Confidence">In (0, 1]: an order of how far the reason is to be trusted, set by rule, not measured.</param>
/// <param name="Article">Of the member that it is linked to.</param>
/// <param name="Number">Of the member that it is linked to.</param>
public sealed record EntityLink(string Reason, double Confidence, long Article, int Number);

/// <summary>The reasons of links; docs/entities.md explains each.</summary>
public static class LinkReasons
{
    public const string SameName = "same-name";
    public const string FullForm = "full-form";
    public const string PlaceGiven = "place-given-by-source";
    public const string DeclaredAlias = "declared-alias";
    public const string ShortName = "short-name";
    public const string SameOrganisation = "same-organisation";
    public const string SamePost = "same-post";
    public const string SamePlace = "same-place";
    public const string NamedTogether = "named-together";
    public const string ByHand = "by-hand";
}
