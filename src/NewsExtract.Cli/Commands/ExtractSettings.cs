namespace NewsExtract.Cli.Commands;

internal enum OutputFormat
{
    JsonLines,
    Json,
    Table,
}

/// <summary>What <c>newsextract extract</c> was asked for.</summary>
internal sealed record ExtractSettings
{
    public required IReadOnlyList<string> Paths { get; init; }

    public OutputFormat Format { get; init; }

    /// <summary>Folder of one file a source; <c>null</c> for standard output.</summary>
    public string? OutputFolder { get; init; }

    /// <summary><c>null</c> to detect.</summary>
    public string? Encoding { get; init; }

    public PartialDate? Date { get; init; }

    public int Jobs { get; init; } = Environment.ProcessorCount;
}
