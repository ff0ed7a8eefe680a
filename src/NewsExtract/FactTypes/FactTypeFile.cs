using System.Collections.Immutable;
using NewsExtract.Extraction.FactTypes.Declared;

namespace NewsExtract;

/// <summary>
/// Fact types that a JSON file declares by triggers and by where the roles stand beside them; docs/add-a-fact-type.md tells how to
/// write one. Immutable and safe for concurrent use.
/// </summary>
public sealed class FactTypeFile
{
    private readonly DeclaredFile _file;

    private FactTypeFile(string name, DeclaredFile file)
    {
        Name = name;
        _file = file;
        Extractors = ImmutableArray.CreateRange<IFactExtractor>(file.Extractors);
    }

    /// <summary>As given when it was loaded; stands before each diagnostic.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of its bytes in 64 hex digits; a change of the file may change what is extracted.</summary>
    public string Hash => _file.Hash;

    /// <summary>One for each fact type, in the order of the file.</summary>
    public ImmutableArray<IFactExtractor> Extractors { get; }

    /// <exception cref="FactTypeFileException">Something in the file makes no sense.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static FactTypeFile Load(string path) => Create(File.ReadAllBytes(path), path);

    /// <param name="json">Read to its end and left open; UTF-8.</param>
    /// <param name="name">Stands before each diagnostic.</param>
    /// <exception cref="FactTypeFileException">Something in the text makes no sense.</exception>
    public static FactTypeFile Load(Stream json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var bytes = new MemoryStream();
        json.CopyTo(bytes);
        return Create(bytes.ToArray(), name);
    }

    /// <summary>
    /// Extracts from every example and counter-example of the file, its types alone. Where an example marks mentions
    /// (<c>{ORG|远帆集团}</c>) these are all there are; elsewhere they are found as in any text.
    /// </summary>
    public FactTypeExamples RunExamples(CancellationToken cancellation = default) => new ExampleRunner(Name, Extractors).Run(_file, cancellation);

    private static FactTypeFile Create(byte[] bytes, string name)
    {
        var file = DeclarationReader.Read(bytes, name);
        return file.Problems.IsEmpty ? new FactTypeFile(name, file) : throw new FactTypeFileException(file.Problems);
    }
}
