using System.Collections.Immutable;

namespace NewsExtract;

/// <summary>An article with the facts that the library's extractors find, before anything judges them.</summary>
/// <param name="Found">All of them, in the order of the catalogue.</param>
/// <param name="Kept">Indexes of those that the policy for facts leaves, by place in the text.</param>
internal sealed record FactDraft(FactContext Context, ImmutableArray<Fact> Found, ImmutableArray<int> Kept);
