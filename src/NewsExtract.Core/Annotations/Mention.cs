namespace NewsExtract.Core;

/// <summary>A name or value in the text.</summary>
/// <param name="Span">Units of <see cref="ArticleText.Text"/>.</param>
public sealed record Mention(EntityType Type, TextSpan Span, Producer Producer)
{
    /// <summary>What a date, amount or quantity comes to; <c>null</c> for names and for values that can't be resolved.</summary>
    public NormalizedValue? Value { get; init; }

    /// <summary>Calibrated probability in [0, 1]; <c>null</c> when nothing calibrated it.</summary>
    public double? Confidence { get; init; }
}
