namespace NewsExtract.Storage.Queries;

/// <summary>A fact that nobody looked at, and how much depends on it.</summary>
/// <param name="Confidence"><c>null</c> when nothing says how sure it is.</param>
/// <param name="Reprints">How many other articles print the same text.</param>
/// <param name="Named">How many articles name the one of its entities that most name; <c>null</c> when it names none.</param>
public sealed record OpenFact(long Article, long Number, double? Confidence, long Reprints, long? Named);
