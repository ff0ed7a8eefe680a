using System.Xml.Linq;
using NewsExtract.Readers.Containers;

namespace NewsExtract.Readers.Ofd;

/// <summary>A page of an OFD file: where its content lies.</summary>
internal sealed record OfdPage(string Content, OfdDocument Document);

/// <summary>What the pages of one document of an OFD file share.</summary>
internal sealed class OfdDocument
{
    public double[]? PhysicalBox { get; init; }

    /// <summary>Parts of template pages by id.</summary>
    public Dictionary<string, string> Templates { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of heavy faces.</summary>
    public HashSet<string> BoldFonts { get; } = new(StringComparer.Ordinal);

    /// <summary>Drawings that objects refer to by id.</summary>
    public Dictionary<string, XElement> Composites { get; } = new(StringComparer.Ordinal);
}

/// <summary>The parts of an OFD file (GB/T 33190-2016) and how they refer to one another.</summary>
internal sealed class OfdFile(ZipParts parts, string what, CancellationToken cancellation)
{
    // A file holds one document as a rule.
    private const int MostDocuments = 50;
    private const int MostParts = 100;

    public XElement? Load(string name) => XmlParts.Load(parts, name, what, cancellation);

    /// <summary>The pages of all documents in order.</summary>
    /// <exception cref="DocumentReadException">NX1402 when there is no document in it, NX1403 when it is encrypted.</exception>
    public List<OfdPage> ReadPages()
    {
        var root = Load("OFD.xml") ?? throw ReadFailure.Damaged(what, "its part 'OFD.xml' is missing");
        if (parts.Has("Encryptions.xml") || parts.Has("Encryption.xml") || root.Descendants().Any(element => element.Name.LocalName == "Encryptions"))
        {
            throw ReadFailure.Encrypted(what);
        }

        var pages = new List<OfdPage>();
        var found = false;
        foreach (var body in Named(root, "DocBody").Take(MostDocuments))
        {
            if (Named(body, "DocRoot").FirstOrDefault()?.Value.Trim() is { Length: > 0 } name && Load(name) is { } document)
            {
                found = true;
                AddPages(document, Folder(name), pages);
            }
        }

        return found ? pages : throw ReadFailure.Damaged(what, "it refers to no document that is in it");
    }

    /// <summary>Fonts and drawings that a page or document refers to.</summary>
    public static void AddResources(XElement resources, OfdDocument document)
    {
        foreach (var font in resources.Descendants().Where(element => element.Name.LocalName == "Font"))
        {
            if ((string?)font.Attribute("ID") is { } id && IsBold(font))
            {
                document.BoldFonts.Add(id);
            }
        }

        foreach (var composite in resources.Descendants().Where(element => element.Name.LocalName == "CompositeGraphicUnit"))
        {
            if ((string?)composite.Attribute("ID") is { } id)
            {
                document.Composites.TryAdd(id, composite);
            }
        }
    }

    public static IEnumerable<XElement> Named(XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    /// <summary>Where a name in a part leads: from the root with a slash before it, else from the part's folder.</summary>
    public string Resolve(string folder, string name) => name.StartsWith('/') || (!parts.Has(folder + name) && parts.Has(name)) ? name : folder + name;

    public static string Folder(string name) => name[..(name.LastIndexOf('/') + 1)];

    public static double[]? PhysicalBox(XElement? area) =>
        area is null ? null : OfdNumbers.Array(Named(area, "PhysicalBox").FirstOrDefault()?.Value, 4) is [_, _, > 0, > 0] box ? box : null;

    private void AddPages(XElement root, string folder, List<OfdPage> pages)
    {
        var common = Named(root, "CommonData").FirstOrDefault();
        var document = new OfdDocument { PhysicalBox = PhysicalBox(common is null ? null : Named(common, "PageArea").FirstOrDefault()) };
        foreach (var child in common?.Elements().Take(MostParts) ?? [])
        {
            if (child.Name.LocalName is "PublicRes" or "DocumentRes" && Load(Resolve(folder, child.Value.Trim())) is { } resources)
            {
                AddResources(resources, document);
            }
            else if (child.Name.LocalName == "TemplatePage" && (string?)child.Attribute("ID") is { } id && (string?)child.Attribute("BaseLoc") is { } template)
            {
                document.Templates.TryAdd(id, Resolve(folder, template));
            }
        }

        foreach (var page in Named(root, "Pages").SelectMany(list => Named(list, "Page")))
        {
            if (((string?)page.Attribute("BaseLoc") ?? Named(page, "BaseLoc").FirstOrDefault()?.Value) is { } content)
            {
                pages.Add(new OfdPage(Resolve(folder, content.Trim()), document));
            }
        }
    }

    // <ofd:Font FontName="黑体" Bold="true"/>
    private static bool IsBold(XElement font)
    {
        if ((string?)font.Attribute("Bold") is "true" or "1")
        {
            return true;
        }

        var name = $"{(string?)font.Attribute("FontName")} {(string?)font.Attribute("FamilyName")}";
        return name.Contains("bold", StringComparison.OrdinalIgnoreCase) || name.Contains("heavy", StringComparison.OrdinalIgnoreCase) || name.Contains("simhei", StringComparison.OrdinalIgnoreCase)
            || (name.Contains("黑体", StringComparison.Ordinal) && !name.Contains("思源", StringComparison.Ordinal)) || name.Contains('粗', StringComparison.Ordinal) || name.Contains("标宋", StringComparison.Ordinal);
    }
}
