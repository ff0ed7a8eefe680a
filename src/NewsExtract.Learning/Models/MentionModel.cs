using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using NewsExtract.Learning.Features;
using NewsExtract.Learning.Sequences;
using NewsExtract.Learning.Spans;
using NewsExtract.Learning.Trees;

namespace NewsExtract.Learning.Models;

/// <summary>
/// A trained tagger of mentions: a ZIP file of <c>manifest.json</c> and <c>weights.bin</c>. The weights are little-endian: the
/// number of features (int32), their hashes (uint32, ascending), for each a row of 64 signed bytes, the scale (float32) and the
/// transitions (float32); and, where there is one, <c>spans.bin</c>, the classifier of spans. Immutable.
/// </summary>
public sealed class MentionModel
{
    private const int CurrentFormat = 2;
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
            return new MentionModel(manifest, ReadWeights(bytes), manifest.SpansSha256 is { } hash ? TreeClassifier.Parse(archive.ReadChecked("spans.bin", hash, name), SpanFeatures.Version, SpanFeatures.Width) : null);
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
        archive.WriteEntry("weights.bin", WriteWeights(Weights));
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
            WeightsSha256 = ModelArchive.Hash(WriteWeights(weights)),
            SpansSha256 = spans is null ? null : ModelArchive.Hash(spans.ToBytes(SpanFeatures.Version)),
        },
        weights,
        spans);

    private static byte[] WriteWeights(SequenceWeights weights)
    {
        var count = weights.Hashes.Length;
        var bytes = new byte[4 + (count * (4 + Tags.Count)) + 4 + (weights.Transitions.Length * 4)];
        var span = bytes.AsSpan();
        BinaryPrimitives.WriteInt32LittleEndian(span, count);
        var at = 4;
        foreach (var hash in weights.Hashes)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(span[at..], hash);
            at += 4;
        }

        for (var row = 0; row < count; row++)
        {
            MemoryMarshal.AsBytes(weights.Row(row)).CopyTo(span[at..]);
            at += Tags.Count;
        }

        BinaryPrimitives.WriteSingleLittleEndian(span[at..], weights.Scale);
        foreach (var weight in weights.Transitions)
        {
            at += 4;
            BinaryPrimitives.WriteSingleLittleEndian(span[at..], weight);
        }

        return bytes;
    }

    private static SequenceWeights ReadWeights(byte[] bytes)
    {
        ReadOnlySpan<byte> span = bytes;
        var count = bytes.Length < 4 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(span);
        if (count < 0 || bytes.Length != 4 + ((long)count * (4 + Tags.Count)) + 4 + (TagTransitions.Count * 4))
        {
            throw new InvalidDataException("its weights have another length than they say");
        }

        var hashes = new uint[count];
        for (var i = 0; i < count; i++)
        {
            hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(span[(4 + (i * 4))..]);
        }

        var weights = MemoryMarshal.Cast<byte, sbyte>(span.Slice(4 + (count * 4), count * Tags.Count)).ToArray();
        var at = 4 + (count * (4 + Tags.Count));
        var scale = BinaryPrimitives.ReadSingleLittleEndian(span[at..]);
        var transitions = new float[TagTransitions.Count];
        for (var i = 0; i < transitions.Length; i++)
        {
            transitions[i] = BinaryPrimitives.ReadSingleLittleEndian(span[(at + 4 + (i * 4))..]);
        }

        return new SequenceWeights(hashes, weights, scale, transitions);
    }
}
