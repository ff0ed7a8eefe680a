using System.Text.Json;

namespace NewsExtract.Onnx;

/// <summary>What stands beside a model: vocab.txt, config.json or labels.txt, tokenizer_config.json.</summary>
/// <param name="Labels">By output column.</param>
/// <param name="LabelPath">The file that they come from.</param>
/// <param name="VocabularySize">As config.json has it; <c>null</c> where it does not say.</param>
internal sealed record ModelFiles(string Model, string VocabularyPath, string[] Vocabulary, string LabelPath, string[] Labels, int? VocabularySize, int? MaxPositions, bool? LowerCase)
{
    /// <param name="path">A folder with one .onnx file (model.onnx goes first), or such a file.</param>
    /// <exception cref="OnnxModelException">NX2012: a file is missing; NX2015: the labels can't be read.</exception>
    public static ModelFiles Find(string path)
    {
        var model = File.Exists(path) ? path : FindModel(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(model))!;
        var vocabulary = Path.Combine(folder, "vocab.txt");
        var lines = File.Exists(vocabulary) ? File.ReadAllLines(vocabulary) : throw Missing($"{folder}: there is no vocab.txt — put the one that the model was trained with beside it");
        using var config = ReadJson(Path.Combine(folder, "config.json"));
        using var tokenizer = ReadJson(Path.Combine(folder, "tokenizer_config.json"));
        var labelPath = Path.Combine(folder, "labels.txt");
        string[] labels;
        if (File.Exists(labelPath))
        {
            labels = [.. File.ReadAllLines(labelPath).Select(line => line.Trim()).Where(line => line.Length > 0)];
        }
        else
        {
            labelPath = Path.Combine(folder, "config.json");
            labels = config is not null && config.RootElement.TryGetProperty("id2label", out var table) && table.ValueKind == JsonValueKind.Object
                ? ReadLabels(labelPath, table)
                : throw Missing($"{folder}: there is no labels.txt and no config.json with id2label — write labels.txt, a label a line in the order of the model's outputs");
        }

        return new ModelFiles(model, vocabulary, lines, labelPath, labels, Number(config, "vocab_size"), Number(config, "max_position_embeddings"), Flag(tokenizer, "do_lower_case"));
    }

    private static OnnxModelException Missing(string message) => new(OnnxDiagnostics.FileMissing, message);

    private static string FindModel(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw Missing($"{folder}: there is no such file or folder — check the path");
        }

        var models = Directory.GetFiles(folder, "*.onnx").Order(StringComparer.Ordinal).ToList();
        return models.Find(model => Path.GetFileName(model) == "model.onnx") ?? (models.Count == 1
            ? models[0]
            : throw Missing($"{folder}: there {(models.Count == 0 ? "is no" : "is more than one")} .onnx file and no model.onnx — name the file itself"));
    }

    private static string[] ReadLabels(string path, JsonElement table)
    {
        var labels = new string?[table.EnumerateObject().Count()];
        foreach (var entry in table.EnumerateObject())
        {
            if (!int.TryParse(entry.Name, out var index) || index < 0 || index >= labels.Length || entry.Value.ValueKind != JsonValueKind.String)
            {
                throw new OnnxModelException(OnnxDiagnostics.WrongLabels, $"{path}: id2label must number its labels from 0 without gaps — mend entry '{entry.Name}'");
            }

            labels[index] = entry.Value.GetString();
        }

        return [.. labels.Select(label => label ?? throw new OnnxModelException(OnnxDiagnostics.WrongLabels, $"{path}: id2label names a number twice — mend it"))];
    }

    private static JsonDocument? ReadJson(string path)
    {
        try
        {
            return File.Exists(path) ? JsonDocument.Parse(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException exception)
        {
            throw new OnnxModelException(OnnxDiagnostics.WrongLabels, $"{path}: this is no JSON — get the file again", exception);
        }
    }

    private static int? Number(JsonDocument? json, string name) =>
        json is not null && json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static bool? Flag(JsonDocument? json, string name) =>
        json is not null && json.RootElement.TryGetProperty(name, out var value) && (value.ValueKind is JsonValueKind.True or JsonValueKind.False) ? value.GetBoolean() : null;
}
