using System.IO.Compression;
using System.Text.Json;

namespace NewsExtract.Learning.Models;

/// <summary>What a model file judges, told by its manifest: one of mentions names no kind.</summary>
public static class ModelKind
{
    public const string Mentions = "mentions";
    public const string Facts = FactModelManifest.KindOfFacts;

    /// <exception cref="ModelFileException">The file is no model, or of a kind that is not known.</exception>
    /// <exception cref="IOException">The file can't be opened.</exception>
    public static string Of(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var kind = Of(archive.ReadEntry("manifest.json", path));
            return kind is Mentions or Facts ? kind : throw new ModelFileException($"{path} is a model of {kind}, which this program does not know");
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            throw new ModelFileException($"{path} is no model, or damaged: {exception.Message}; get the file again", exception);
        }
    }

    /// <param name="manifest">JSON.</param>
    /// <exception cref="JsonException">No JSON object.</exception>
    internal static string Of(byte[] manifest)
    {
        using var json = JsonDocument.Parse(manifest);
        return json.RootElement.ValueKind != JsonValueKind.Object
            ? throw new JsonException("its manifest is no object")
            : json.RootElement.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String ? kind.GetString()! : Mentions;
    }
}
