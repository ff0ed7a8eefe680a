using System.Collections.Immutable;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage;

/// <summary>What a store can be written out as; docs/exports.md describes each.</summary>
public enum ExportFormat
{
    /// <summary>A file: the records, one a line.</summary>
    JsonLines,

    /// <summary>A folder: <c>facts.csv</c>, and a file for each fact type.</summary>
    Csv,

    /// <summary>A file: a workbook with a sheet for each fact type.</summary>
    Xlsx,

    /// <summary>A folder: a file for each fact type.</summary>
    Parquet,

    /// <summary>A SQLite file of its own, with a view for each fact type.</summary>
    Datasette,

    /// <summary>A file: linked data, a line an article.</summary>
    JsonLd,
}

/// <summary>What of a store is written out, and how.</summary>
public sealed record ExportOptions
{
    /// <summary>The fact types that have a table whether or not the store has such facts; types that only the store has follow them.</summary>
    public ImmutableArray<FactDefinition> Definitions { get; init; } = [];

    /// <summary>
    /// Conditions on facts, and <see cref="NewsFilter.Entity"/>, leave the facts that meet them and the articles that state one; others
    /// leave articles with all their facts.
    /// </summary>
    public NewsFilter Filter { get; init; } = new();

    /// <summary>The records without the corrections of people; as JSON lines alone, and with no condition on facts.</summary>
    public bool AsExtracted { get; init; }

    /// <summary>
    /// The text of a document out of what <see cref="DocumentEntry.Reading"/> kept of it, in which spans count; <c>null</c> when it can't
    /// be had any more. JSON-LD quotes evidence with the text around it, and counts in characters; without it quotes stand alone.
    /// </summary>
    public Func<ReadOnlyMemory<byte>, string?>? TextOf { get; init; }
}

/// <param name="Articles">How many were written.</param>
/// <param name="Facts">How many they state.</param>
public sealed record ExportSummary(long Articles, long Facts);
