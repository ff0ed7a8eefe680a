using System.Xml.Linq;
using NewsExtract.Readers.Containers;

namespace NewsExtract.Readers.Word;

/// <summary>The parts of a Word file that hold text and how it looks.</summary>
internal sealed class WordPackage
{
    // A part may refer to many headers; a hostile one to a million.
    private const int MostParts = 400;

    private readonly ZipParts _parts;
    private readonly string _what;
    private readonly CancellationToken _cancellation;
    private readonly List<(string Type, string Target)> _related;

    private WordPackage(ZipParts parts, string what, XElement document, List<(string Type, string Target)> related, CancellationToken cancellation)
    {
        _parts = parts;
        _what = what;
        _cancellation = cancellation;
        _related = related;
        Document = document;
        Styles = new WordStyles(Load("styles"));
        Numbering = new WordNumbering(Load("numbering"));
    }

    public XElement Document { get; }

    public WordStyles Styles { get; }

    public WordNumbering Numbering { get; }

    /// <exception cref="DocumentReadException">NX1402 when there is no document in it.</exception>
    public static WordPackage Open(ZipParts parts, string what, CancellationToken cancellation)
    {
        var name = Relations(parts, "", "_rels/.rels", what, cancellation).Find(relation => relation.Type == "officeDocument").Target ?? "word/document.xml";
        var document = XmlParts.Load(parts, name, what, cancellation) ?? throw ReadFailure.Damaged(what, "its document part is missing");
        var slash = name.LastIndexOf('/');
        var folder = slash < 0 ? "" : name[..(slash + 1)];
        return new WordPackage(parts, what, document, Relations(parts, folder, $"{folder}_rels/{name[(slash + 1)..]}.rels", what, cancellation), cancellation);
    }

    /// <summary>The root of the first related part of a type; <c>null</c> when there is none.</summary>
    public XElement? Load(string type) => All(type).FirstOrDefault();

    public IEnumerable<XElement> All(string type) => _related.Where(relation => relation.Type == type)
        .Select(relation => XmlParts.Load(_parts, relation.Target, _what, _cancellation)).OfType<XElement>();

    // http://schemas.openxmlformats.org/officeDocument/2006/relationships/header and its strict form end in the same word.
    private static List<(string Type, string Target)> Relations(ZipParts parts, string folder, string name, string what, CancellationToken cancellation) =>
        XmlParts.Load(parts, name, what, cancellation) is not { } root ? [] :
        [
            .. root.Elements().Where(relation => (string?)relation.Attribute("TargetMode") != "External").Take(MostParts)
                .Select(relation => (Type: (string?)relation.Attribute("Type") ?? "", Target: (string?)relation.Attribute("Target") ?? ""))
                .Select(relation => (relation.Type[(relation.Type.LastIndexOf('/') + 1)..], relation.Target.StartsWith('/') ? relation.Target : folder + relation.Target)),
        ];
}
