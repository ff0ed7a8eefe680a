using System.Collections.Immutable;

namespace NewsExtract.Core;

/// <summary>
/// One article as written to JSON. All spans are [start, end) in UTF-16 units of the source's text; boxes are [page, left,
/// bottom, right, top] in PDF points from the page's lower left corner, one for each line that the text touches.
/// </summary>
public sealed record ArticleRecord
{
    public const string CurrentSchemaVersion = "1.1";

    public string SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>Always <c>utf16</c>.</summary>
    public string OffsetUnit { get; init; } = "utf16";

    public required GeneratorRecord Generator { get; init; }

    public required SourceRecord Source { get; init; }

    public required HeaderRecord Article { get; init; }

    public required ImmutableArray<ParagraphRecord> Paragraphs { get; init; }

    public required ImmutableArray<MentionRecord> Mentions { get; init; }

    public required ImmutableArray<EntityRecord> Entities { get; init; }

    public required ImmutableArray<FactRecord> Facts { get; init; }

    public required ImmutableArray<DiagnosticRecord> Diagnostics { get; init; }

    /// <summary><c>complete</c>, or <c>partial</c> when the diagnostics name something left out.</summary>
    public required string Status { get; init; }
}

public sealed record GeneratorRecord(string Name, string Version);

/// <param name="Sha256">Of the source bytes, 64 lower-case hex digits.</param>
/// <param name="Encoding">IANA name; left out when the source is no text file.</param>
public sealed record SourceRecord(string File, string Sha256, string? Encoding)
{
    /// <summary>Number of pages; left out when the source has none.</summary>
    public int? Pages { get; init; }

    /// <summary>The engine that read pages off their pictures, with its version; left out when none did.</summary>
    public string? Ocr { get; init; }
}

public sealed record HeaderRecord
{
    /// <summary>0-based place in the source.</summary>
    public required int Index { get; init; }

    public string? Headline { get; init; }

    public string? Kicker { get; init; }

    public string? Subhead { get; init; }

    public string? Author { get; init; }

    public string? Source { get; init; }

    /// <summary>ISO 8601 as far as known.</summary>
    public string? Date { get; init; }

    public string? Dateline { get; init; }

    public ImmutableArray<string> Captions { get; init; } = [];

    /// <summary>The section headings, in order.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];
}

/// <param name="Kind">body, heading, caption, headline, kicker, subhead, byline, furniture or jump.</param>
public sealed record ParagraphRecord(string Kind, string Text, ImmutableArray<TextSpan> Spans)
{
    /// <summary>Left out when the source has no pages.</summary>
    public ImmutableArray<PageBox>? Boxes { get; init; }
}

/// <param name="Id"><c>m1</c>, <c>m2</c> … within the record.</param>
/// <param name="Producer">rule or model id @ version.</param>
/// <param name="Confidence">Left out when nothing calibrated it.</param>
public sealed record MentionRecord(
    string Id,
    string Type,
    string Text,
    ImmutableArray<TextSpan> Spans,
    ValueRecord? Value,
    string Producer,
    double? Confidence)
{
    /// <summary>Left out when the source has no pages.</summary>
    public ImmutableArray<PageBox>? Boxes { get; init; }

    /// <summary>The least confidence in [0, 1] with which OCR read one of its characters; left out when none was read.</summary>
    public double? OcrConfidence { get; init; }

    /// <summary>accepted, edited or added: what a person did with it in a store; left out when nobody looked at it.</summary>
    public string? Review { get; init; }
}

/// <summary>A resolved value: <c>value</c>, or <c>min</c> and <c>max</c>, with <c>unit</c>; or a date in EDTF.</summary>
public sealed record ValueRecord
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public string? Unit { get; init; }

    public string? Currency { get; init; }

    /// <summary>about, over or under; left out when exact.</summary>
    public string? Approx { get; init; }

    public string? Date { get; init; }

    public string? Start { get; init; }

    public string? End { get; init; }
}

public sealed record EntityRecord(string Id, string Type, string Name, ImmutableArray<string> Aliases, ImmutableArray<string> Mentions);

/// <param name="Roles">Role name to a string, a number or a list of strings.</param>
/// <param name="RoleSpans">Role name to where its value stands.</param>
public sealed record FactRecord(
    string Id,
    string Type,
    IReadOnlyDictionary<string, ArgumentValue> Roles,
    IReadOnlyDictionary<string, ImmutableArray<TextSpan>> RoleSpans,
    EvidenceRecord Evidence,
    string Producer,
    double? Confidence)
{
    /// <summary>planned, expected or negated; left out when the text says that it is so.</summary>
    public string? Modality { get; init; }

    /// <summary>accepted, edited or added: what a person did with it in a store; left out when nobody looked at it.</summary>
    public string? Review { get; init; }
}

public sealed record EvidenceRecord(string Text, ImmutableArray<TextSpan> Spans)
{
    /// <summary>Left out when the source has no pages.</summary>
    public ImmutableArray<PageBox>? Boxes { get; init; }

    /// <summary>The least confidence in [0, 1] with which OCR read one of its characters; left out when none was read.</summary>
    public double? OcrConfidence { get; init; }
}

public sealed record DiagnosticRecord(string Code, string Severity, string Message, ImmutableArray<TextSpan> Spans);
