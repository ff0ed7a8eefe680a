namespace NewsExtract.Learning.Sequences;

/// <summary>One line to learn from.</summary>
/// <param name="Features">Of each position the hashes of its features.</param>
/// <param name="Allowed">
/// Of each position the tags that it may have: one where it is marked in full; several where a corpus does not mark all
/// types, or not told apart as ours are.
/// </param>
internal sealed record SequenceLine(uint[][] Features, ulong[] Allowed);
