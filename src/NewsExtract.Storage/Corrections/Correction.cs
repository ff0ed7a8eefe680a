using System.Collections.Immutable;

namespace NewsExtract.Storage.Corrections;

/// <summary>What a correction is about.</summary>
public enum CorrectedKind
{
    Fact,
    Mention,

    /// <summary>A whole article: with <see cref="CorrectionAction.Accept"/>, all that it states is found and right.</summary>
    Article,
}

public enum CorrectionAction
{
    Accept,
    Reject,
    Edit,
    Add,
}

/// <summary>A stretch of an article: its text, and the spans of the source where it stood when it was marked.</summary>
public sealed record Passage(string Quote, ImmutableArray<TextSpan> Spans);

/// <param name="At">Where the value stands, a passage an item of a list; empty for what the evidence says as a whole.</param>
public sealed record StatementRole(string Name, ArgumentValue Value, ImmutableArray<Passage> At);

/// <summary>What a fact or mention says, so that it is known again in another extraction, and found in another reading of the same file.</summary>
/// <param name="Type">Of the fact or mention; empty for an article.</param>
/// <param name="At">The evidence, the mention itself, or the article's first paragraph.</param>
public sealed record Statement(string Type, Passage At)
{
    /// <summary>planned, expected or negated; <c>null</c> when the text says that it is so.</summary>
    public string? Modality { get; init; }

    /// <summary>By name; empty for mentions.</summary>
    public ImmutableArray<StatementRole> Roles { get; init; } = [];

    public StatementRole? Find(string role) => Roles.FirstOrDefault(item => item.Name == role);
}

/// <summary>What a person said of a fact, a mention or an article.</summary>
public sealed record Correction
{
    /// <summary>Its number in the store, from 1.</summary>
    public long Id { get; init; }

    /// <summary>SHA-256 of the document's bytes, 64 lower-case hex digits.</summary>
    public required string Document { get; init; }

    /// <summary>0-based place of the article in the document when it was said.</summary>
    public required int Article { get; init; }

    public required CorrectedKind Kind { get; init; }

    public required CorrectionAction Action { get; init; }

    /// <summary>What it is about, as it was extracted or first added. Of several corrections with one anchor the last that is not undone counts.</summary>
    public required Statement Anchor { get; init; }

    /// <summary>What an edit puts in its place; <c>null</c> for other actions.</summary>
    public Statement? Content { get; init; }

    public required string By { get; init; }

    /// <summary>ISO 8601, UTC, to the second.</summary>
    public required string At { get; init; }

    public string? Why { get; init; }

    public string? UndoneBy { get; init; }

    public string? UndoneAt { get; init; }

    /// <summary>What must stand in the record, unless it is rejected.</summary>
    public Statement Statement => Content ?? Anchor;
}

/// <summary>Where the present extraction has what a correction is about.</summary>
/// <param name="Article">0-based place of the article in its document.</param>
/// <param name="Item">Id of the fact or mention in its record; <c>null</c> for an article or a rejection.</param>
/// <param name="Problem">NX3216 or NX3217 when it has no effect; <c>null</c> when it has.</param>
public sealed record CorrectionPlace(int Article, string? Item, string? Problem);
