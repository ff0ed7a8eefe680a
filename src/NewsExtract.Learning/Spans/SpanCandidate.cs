namespace NewsExtract.Learning.Spans;

/// <summary>A span that may be a mention of a type.</summary>
/// <param name="Probability">What the tagger holds of exactly this span and type, in [0, 1].</param>
internal sealed record SpanCandidate(Mention Mention, SpanSource Source, double Probability)
{
    public EntityType Type => Mention.Type;

    public TextSpan Span => Mention.Span;
}

internal enum SpanSource
{
    /// <summary>Rules settled on it.</summary>
    Proposal,

    /// <summary>Rules found it and their policy for overlaps set it aside.</summary>
    SetAside,

    /// <summary>The tagger alone found it.</summary>
    Tagger,
}
