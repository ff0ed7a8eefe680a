using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NewsExtract.Learning.Features;
using NewsExtract.Learning.Sequences;
using NewsExtract.Learning.Spans;
using NewsExtract.Learning.Trees;

namespace NewsExtract.Learning.Models;

/// <summary>
/// A trained tagger of mentions: a ZIP file of <c>manifest.json</c>, <c>weights.bin</c> (<see cref="WeightsFormat"/>) and, where there
/// is one, <c>spans.bin</c>, the classifier of spans. Immutable.
/// </summary>
public sealed class MentionModel
{
    private const int CurrentFormat = 3;
    private const string ShippedName = "mentions.model";

    internal MentionModel(ModelManifest manifest, SequenceWeights weights, TreeClassifier? spans)
    {
        Manifest = manifest;
        Weights = weights;
        Spans = spans;
    }

    public ModelManifest Manifest { get; }

    internal SequenceWeights Weights { get; }

    /// <summary>Null for a model of too few bulletins to train one.</summary>
    internal TreeClassifier? Spans { get; }

    /// <summary>The model that comes with the library; its card is models/mentions.md.</summary>
    public static MentionModel LoadShipped()
    {
        using var stream = typeof(MentionModel).Assembly.GetManifestResourceStream(ShippedName)!;
        return Load(stream, ShippedName);
    }

    /// <exception cref="ModelFileException">The file is no model, damaged, or of another version.</exception>
    /// <exception cref="IOException">The file can't be opened.</exception>
    public static MentionModel Load(string path)
    {
        using var file = File.OpenRead(path);
        return Load(file, path);
    }

    /// <param name="name">Of the source, for messages.</param>
    /// <exception cref="ModelFileException">The file is no model, damaged, or of another version.</exception>
    public static MentionModel Load(Stream stream, string name)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var json = archive.ReadEntry("manifest.json", name);
            if (ModelKind.Of(json) is not ModelKind.Mentions and var kind)
            {
                throw new ModelFileException($"{name} is a model of {kind}, not of mentions: train one with newsextract model train");
            }

            var manifest = ModelManifest.Parse(json);
            if (manifest.Format != CurrentFormat || manifest.Features != TextFeatures.Version)
            {
                throw new ModelFileException($"{name} is of another version (format {manifest.Format}, features {manifest.Features}; this program reads {CurrentFormat} and {TextFeatures.Version}): train it again with newsextract model train");
            }

            if (!manifest.Types.SequenceEqual(EntityTypes.All.Select(type => type.Label())))
            {
                throw new ModelFileException($"{name} knows other mention types ({string.Join(' ', manifest.Types)}): train it again with newsextract model train");
            }

            if (manifest.CharacterTags is not (null or CharacterTags.Id))
            {
                throw new ModelFileException($"{name} needs the tags of {manifest.CharacterTags}; this program has {CharacterTags.Id}: train it again with newsextract model train");
            }

            var bytes = archive.ReadChecked("weights.bin", manifest.WeightsSha256, name);
            return new MentionModel(manifest, WeightsFormat.Read(bytes), manifest.SpansSha256 is { } hash ? TreeClassifier.Parse(archive.ReadChecked("spans.bin", hash, name), SpanFeatures.Version, SpanFeatures.Width) : null);
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or ArgumentException)
        {
            throw new ModelFileException($"{name} is no model, or damaged: {exception.Message}; get the file again", exception);
        }
    }

    /// <summary>Writes the same bytes for the same model.</summary>
    public void Save(string path)
    {
        using var file = File.Create(path);
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        archive.WriteEntry("manifest.json", Encoding.UTF8.GetBytes(Manifest.ToJson()));

        // The weights are read at every start: not to unpack them saves more time than their size costs.
        archive.WriteEntry("weights.bin", WeightsFormat.Write(Weights), CompressionLevel.NoCompression);
        if (Spans is not null)
        {
            archive.WriteEntry("spans.bin", Spans.ToBytes(SpanFeatures.Version));
        }
    }

    internal static MentionModel Create(ModelManifest manifest, SequenceWeights weights, TreeClassifier? spans) => new(
        manifest with
        {
            Format = CurrentFormat,
            Features = TextFeatures.Version,
            WeightsSha256 = ModelArchive.Hash(WeightsFormat.Write(weights)),
            SpansSha256 = spans is null ? null : ModelArchive.Hash(spans.ToBytes(SpanFeatures.Version)),
        },
        weights,
        spans);
}
