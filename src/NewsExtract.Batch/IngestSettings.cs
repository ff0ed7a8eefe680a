namespace NewsExtract.Batch;

/// <summary>Which of the inputs are done.</summary>
public enum IngestScope
{
    /// <summary>All that are new or changed, and those that were read or extracted with other settings, rules or models.</summary>
    All,

    /// <summary>Those that failed before.</summary>
    Failed,

    /// <summary>Those whose bytes are new to the store; what other settings would make of the others is left.</summary>
    Changed,

    /// <summary>Those that a program before <see cref="IngestSettings.OlderThan"/> extracted.</summary>
    Older,
}

/// <summary>How <see cref="Ingestor"/> works.</summary>
public sealed record IngestSettings
{
    public required NewsPipeline Pipeline { get; init; }

    public required IDocumentReader Reader { get; init; }

    /// <summary>Names all settings that change what reading gives: <c>ocr=auto;engine=paddle</c>.</summary>
    public required string ReadingKey { get; init; }

    /// <summary>Names all settings, rules and models that change what extraction gives.</summary>
    public required string ExtractionKey { get; init; }

    /// <summary>Overrides detection; <c>null</c> to detect.</summary>
    public string? Encoding { get; init; }

    /// <summary>Stands in where a source prints no date of issue.</summary>
    public PartialDate? Date { get; init; }

    public IngestScope Scope { get; init; } = IngestScope.All;

    /// <summary>Of <see cref="IngestScope.Older"/>.</summary>
    public Version? OlderThan { get; init; }

    /// <summary>Looks at the bytes of every file, also of those whose size and time are as before.</summary>
    public bool ChecksBytes { get; init; }

    /// <summary>Inputs worked on at a time.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;
}
