using System.Collections.Immutable;

namespace NewsExtract.Storage.Corrections;

/// <summary>What a person asks for, in the words of the command.</summary>
/// <param name="Target">An article's id, or <c>ARTICLE/f3</c>, <c>ARTICLE/m4</c>; an article for what is added or wholly accepted.</param>
public sealed record CorrectionRequest(CorrectionAction Action, string Target)
{
    /// <summary>Fact type of what is added; mention type of what is added or edited.</summary>
    public string? Type { get; init; }

    /// <summary>The evidence of a fact, the text of a mention; it must stand in the article.</summary>
    public string? Text { get; init; }

    /// <summary>Roles and values; a list's items one after another; an empty value takes the role away.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Roles { get; init; } = [];

    /// <summary>Where in the source's text a role's value stands; under the empty name where <see cref="Text"/> does.</summary>
    public ImmutableDictionary<string, TextSpan> At { get; init; } = ImmutableDictionary<string, TextSpan>.Empty;

    /// <summary>planned, expected, negated, or stated for none; <c>null</c> leaves it.</summary>
    public string? Modality { get; init; }

    public string? Why { get; init; }

    /// <summary>What the target was when the person saw it; <c>null</c> for whatever it is now.</summary>
    public ShownItem? Shown { get; init; }

    /// <summary>What names it in what is wrong with it: <c>FILE:3</c>; <c>null</c> for its target.</summary>
    public string? Origin { get; init; }

    internal string Name => Origin ?? Target;
}

/// <summary>A correction as the store has it.</summary>
/// <param name="Source">The document's name; <c>null</c> when the store does not have it.</param>
/// <param name="Place">Id of the article that it has its effect on; <c>null</c> when it has none.</param>
/// <param name="Item">Id of the fact or mention; <c>null</c> for articles and rejections.</param>
/// <param name="Problem">NX3216 or NX3217; <c>null</c> when there is none.</param>
/// <param name="NewerArticle">The article of the document that took this one's place in which all of it stands too.</param>
public sealed record CorrectionEntry(Correction Correction, string? Source, long? Place, string? Item, string? Problem, bool IsSuperseded, long? NewerArticle)
{
    /// <summary>placed, unplaced, undone, superseded, or replaced by a later word on the same.</summary>
    public string Status => this switch
    {
        { Correction.UndoneAt: not null } => "undone",
        { Problem: not null } => "unplaced",
        { Place: null } => "replaced",
        { IsSuperseded: true } => "superseded",
        _ => "placed",
    };
}
