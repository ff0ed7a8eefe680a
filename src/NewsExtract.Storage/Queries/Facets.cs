using System.Collections.Immutable;

namespace NewsExtract.Storage.Queries;

/// <summary>How what a question finds is spread: of each kind the most frequent values, with how many facts or articles the question would find with that condition more.</summary>
/// <param name="Year">All years, the latest first.</param>
public sealed record Facets(long Total, ImmutableArray<Facet> Type, ImmutableArray<Facet> EntityType, ImmutableArray<Facet> Place, ImmutableArray<Facet> Year, ImmutableArray<Facet> Source);

/// <summary>A value with how many have it.</summary>
public sealed record Facet(string Name, long Count);

/// <summary>What a store holds. With properties, since SQLite gives no type to the days of a store that has none.</summary>
public sealed record StoreSummary
{
    public long Documents { get; init; }

    public long Articles { get; init; }

    public long Facts { get; init; }

    public long Entities { get; init; }

    /// <summary>Inputs that could not be read.</summary>
    public long Failed { get; init; }

    /// <summary>Those that were not taken back.</summary>
    public long Corrections { get; init; }

    /// <summary>First day of the earliest article; <c>null</c> when none is dated.</summary>
    public string? First { get; init; }

    /// <summary>Last day of the latest.</summary>
    public string? Last { get; init; }
}
