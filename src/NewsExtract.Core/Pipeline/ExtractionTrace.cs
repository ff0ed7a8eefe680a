using System.Collections.Immutable;

namespace NewsExtract.Core;

/// <summary>Why a candidate came to nothing.</summary>
public enum RejectionReason
{
    /// <summary>The policy for overlaps gave the place to <see cref="Rejection.Other"/>.</summary>
    Overlap,

    /// <summary>A model, of mentions or of facts, held it too unlikely.</summary>
    Model,

    /// <summary>A trigger was there, and nothing fills <see cref="Rejection.Role"/>.</summary>
    MissingRole,

    /// <summary>A name or number that may fill a role, and no trigger beside it.</summary>
    NoTrigger,

    /// <summary>The text says that it is not so: 未签署协议.</summary>
    Denied,

    /// <summary>The text says that it is yet to come, which this type leaves out: 拟设立基金.</summary>
    Ahead,

    /// <summary>The word states nothing here: a noun (调研组), a part of what is said, told of as past (投产后).</summary>
    NotPredicate,

    /// <summary>The number only describes what another counts: 10亿元以上项目4个.</summary>
    Descriptive,

    /// <summary>Another fact says it already, <see cref="Rejection.Other"/> where known.</summary>
    Repeated,

    /// <summary>Another type of fact says it: a newly given post is an appointment and no position.</summary>
    OtherType,
}

/// <summary>A candidate that came to nothing.</summary>
/// <param name="Type">A <see cref="FactDefinition.Name"/>, or the label of an <see cref="EntityType"/>.</param>
/// <param name="Span">The trigger of a fact (its evidence where the extractor names none), the whole of a mention; units of <see cref="ArticleText.Text"/>.</param>
public sealed record Rejection(string Type, TextSpan Span, RejectionReason Reason)
{
    /// <summary>The role that nothing fills; <c>null</c> for other reasons.</summary>
    public string? Role { get; init; }

    /// <summary>What stands in its place; <c>null</c> when nothing does or it isn't known.</summary>
    public TextSpan? Other { get; init; }

    /// <summary>The rule or model that proposed the candidate; <c>null</c> where a trigger word did.</summary>
    public Producer? Producer { get; init; }
}

/// <summary>
/// Collects what came to nothing in one article, each once. Extractors write <c>context.Trace?.Reject(…)</c>, which
/// costs nothing where nobody asked for a trace. Not safe for concurrent use; each article has its own.
/// </summary>
public sealed class ExtractionTrace
{
    private readonly HashSet<Rejection> _known = [];

    /// <summary>By position, then in the order they came.</summary>
    public ImmutableArray<Rejection> Rejections => [.. _known.OrderBy(rejection => rejection.Span)];

    public void Reject(Rejection rejection)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        _known.Add(rejection);
    }

    /// <summary>A trigger was there, and nothing fills <paramref name="role"/>.</summary>
    public void Missing(string type, TextSpan trigger, string role) => Reject(new Rejection(type, trigger, RejectionReason.MissingRole) { Role = role });

    public void Reject(string type, TextSpan span, RejectionReason reason) => Reject(new Rejection(type, span, reason));
}
