using System.Collections.Immutable;

namespace NewsExtract;

/// <summary>An article with the facts that extractors find, before anything judges them.</summary>
internal sealed record FactDraft(FactContext Context, ImmutableArray<Fact> Facts);
