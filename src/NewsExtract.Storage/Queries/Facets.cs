using System.Collections.Immutable;

namespace NewsExtract.Storage.Queries;

/// <summary>How what a question finds is spread: of each kind the most frequent values, with how many facts or articles the question would find with that condition more.</summary>
/// <param name="Year">All years, the latest first.</param>
public sealed record Facets(long Total, ImmutableArray<Facet> Type, ImmutableArray<Facet> EntityType, ImmutableArray<Facet> Place, ImmutableArray<Facet> Year, ImmutableArray<Facet> Source);

/// <summary>A value with how many have it.</summary>
public sealed record Facet(string Name, long Count);

/// <summary>What a store holds.</summary>
/// <param name="Failed">Inputs that could not be read.</param>
/// <param name="First">First day of the earliest article; <c>null</c> when none is dated.</param>
public sealed record StoreSummary(long Documents, long Articles, long Facts, long Entities, long Failed, long Corrections, string? First, string? Last);
