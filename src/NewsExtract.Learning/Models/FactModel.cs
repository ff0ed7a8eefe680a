using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NewsExtract.Learning.Facts;
using NewsExtract.Learning.Trees;

namespace NewsExtract.Learning.Models;

/// <summary>
/// A trained scorer of facts: a ZIP file of <c>manifest.json</c> and <c>trees.bin</c>, whose bytes <see cref="TreeClassifier.ToBytes"/>
/// tells. Immutable.
/// </summary>
public sealed class FactModel
{
    private const int CurrentFormat = 1;
    private const string ShippedName = "facts.model";

    internal FactModel(FactModelManifest manifest, TreeClassifier trees)
    {
        Manifest = manifest;
        Trees = trees;
    }

    public FactModelManifest Manifest { get; }

    internal TreeClassifier Trees { get; }

    /// <summary>The model that comes with the library; its card is models/facts.md.</summary>
    public static FactModel LoadShipped()
    {
        using var stream = typeof(FactModel).Assembly.GetManifestResourceStream(ShippedName)!;
        return Load(stream, ShippedName);
    }

    /// <exception cref="ModelFileException">The file is no model of facts, damaged, or of another version.</exception>
    /// <exception cref="IOException">The file can't be opened.</exception>
    public static FactModel Load(string path)
    {
        using var file = File.OpenRead(path);
        return Load(file, path);
    }

    /// <param name="name">Of the source, for messages.</param>
    /// <exception cref="ModelFileException">The file is no model of facts, damaged, or of another version.</exception>
    public static FactModel Load(Stream stream, string name)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var json = archive.ReadEntry("manifest.json", name);
            if (ModelKind.Of(json) != ModelKind.Facts)
            {
                throw new ModelFileException($"{name} is a model of mentions, not of facts: train one with newsextract model train --kind facts");
            }

            var manifest = FactModelManifest.Parse(json);
            if (manifest.Format != CurrentFormat || manifest.Features != FactFeatures.Version)
            {
                throw new ModelFileException($"{name} is of another version (format {manifest.Format}, features {manifest.Features}; this program reads {CurrentFormat} and {FactFeatures.Version}): train it again with newsextract model train --kind facts");
            }

            var trees = archive.ReadChecked("trees.bin", manifest.TreesSha256, name);
            return new FactModel(manifest, TreeClassifier.Parse(trees, FactFeatures.Version, FactFeatures.Width(manifest.Vocabulary)));
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
        archive.WriteEntry("trees.bin", Trees.ToBytes(FactFeatures.Version));
    }

    internal static FactModel Create(FactModelManifest manifest, TreeClassifier trees) => new(
        manifest with
        {
            Kind = FactModelManifest.KindOfFacts,
            Format = CurrentFormat,
            Features = FactFeatures.Version,
            TreesSha256 = ModelArchive.Hash(trees.ToBytes(FactFeatures.Version)),
        },
        trees);
}
