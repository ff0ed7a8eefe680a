using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsExtract.Learning.Models;

/// <summary>What a model file says of itself.</summary>
public sealed record ModelManifest
{
    private static readonly ModelManifestJson s_json = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Of the file's layout; a newer one is refused.</summary>
    public required int Format { get; init; }

    /// <summary>Of the feature templates; another one is refused.</summary>
    public required int Features { get; init; }

    /// <summary>Stands in the producer of what the model finds: <c>model:mentions</c>.</summary>
    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>The labels of the mention types, in the order of the weights.</summary>
    public required ImmutableArray<string> Types { get; init; }

    /// <summary>What it was trained on.</summary>
    public required ImmutableArray<ModelData> Data { get; init; }

    /// <summary>The tagger whose tags the features hold, as <c>lac-small@1</c>; null for none.</summary>
    public string? CharacterTags { get; init; }

    public required long Seed { get; init; }

    public required int Epochs { get; init; }

    /// <summary>The share of the bulletins that were learnt once more with characters misread as OCR does; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Noise { get; init; }

    /// <summary>
    /// By which a raw probability becomes a confidence: how often mentions of such a raw probability were right in
    /// bulletins held out of the training; ascending. Empty when it was not measured.
    /// </summary>
    public ImmutableArray<CalibrationPoint> Calibration { get; init; } = [];

    /// <summary>SHA-256 of the weights, lower-case hexadecimal.</summary>
    public required string WeightsSha256 { get; init; }

    /// <summary>SHA-256 of the classifier of spans; null when the model has none.</summary>
    public string? SpansSha256 { get; init; }

    /// <exception cref="JsonException">No manifest.</exception>
    public static ModelManifest Parse(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, s_json.ModelManifest) ?? throw new JsonException("it is empty");

    public string ToJson() => JsonSerializer.Serialize(this, s_json.ModelManifest);
}

/// <summary>One source of training data.</summary>
/// <param name="Documents">Bulletins, or sentences of a corpus of single sentences.</param>
public sealed record ModelData(string Name, string Licence, int Documents, int Mentions);

/// <summary>Mentions of raw probability <paramref name="Raw"/> were right with probability <paramref name="Right"/>.</summary>
public sealed record CalibrationPoint(double Raw, double Right);

/// <summary>Written by the compiler, so that nothing is made by reflection at every start.</summary>
[JsonSerializable(typeof(ModelManifest))]
internal sealed partial class ModelManifestJson : JsonSerializerContext;
