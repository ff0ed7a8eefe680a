namespace NewsExtract.Readers.Layout;

/// <summary>What the opening of a story says of where it comes from.</summary>
/// <param name="Dateline">Place and agency as printed; <c>null</c> when the opening names no place, day or agency.</param>
/// <param name="Source">The paper or agency; <c>null</c> for 本报, 本台 and the like.</param>
internal sealed record StoryOpening(string? Dateline, string? Source, PartialDate? Date, List<TextSpan> Authors);
