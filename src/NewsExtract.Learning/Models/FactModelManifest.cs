using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsExtract.Learning.Facts;

namespace NewsExtract.Learning.Models;

/// <summary>What a model of facts says of itself.</summary>
public sealed record FactModelManifest
{
    /// <summary>What such a file's <see cref="Kind"/> is.</summary>
    public const string KindOfFacts = "facts";

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Tells it from a model of mentions.</summary>
    public required string Kind { get; init; }

    /// <summary>Of the file's layout; a newer one is refused.</summary>
    public required int Format { get; init; }

    /// <summary>Of the features; another one is refused.</summary>
    public required int Features { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>The model of mentions that the facts were found with, as <c>mentions@1</c>.</summary>
    public required string Mentions { get; init; }

    /// <summary>What it was trained on.</summary>
    public required ImmutableArray<FactModelData> Data { get; init; }

    public required int Seed { get; init; }

    public required FactVocabulary Vocabulary { get; init; }

    /// <summary>By which a probability becomes a confidence, fitted on bulletins held out of the training; <c>null</c> when it was not measured.</summary>
    public LogisticCurve? Calibration { get; init; }

    /// <summary>SHA-256 of the trees, lower-case hexadecimal.</summary>
    public required string TreesSha256 { get; init; }

    /// <exception cref="JsonException">No manifest of facts.</exception>
    public static FactModelManifest Parse(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<FactModelManifest>(json, s_json) ?? throw new JsonException("it is empty");

    public string ToJson() => JsonSerializer.Serialize(this, s_json);
}

/// <summary>One source of training data.</summary>
/// <param name="Documents">Bulletins with facts marked.</param>
/// <param name="Facts">What rules made of them.</param>
/// <param name="Right">How many of those are marked.</param>
public sealed record FactModelData(string Name, string Licence, int Documents, int Facts, int Right);
