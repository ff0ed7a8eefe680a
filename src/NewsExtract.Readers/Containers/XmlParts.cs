using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace NewsExtract.Readers.Containers;

/// <summary>Reads XML of unknown origin: no document types, no entities but the built-in ones, nothing fetched, bounded depth and size.</summary>
internal static class XmlParts
{
    private const int MaxDepth = 256;

    // An element costs some hundred bytes of memory.
    private const int MaxNodes = 4_000_000;

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        MaxCharactersInDocument = ZipParts.MaxPartLength,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = true,
    };

    /// <param name="format">With its article, for diagnostics: an OFD file.</param>
    /// <returns>The root element; <c>null</c> when the container has no such part.</returns>
    /// <exception cref="DocumentReadException">NX1402 for XML that is broken or has a document type, NX1404 for XML nested or grown beyond reason.</exception>
    public static XElement? Load(ZipParts parts, string name, string format, CancellationToken cancellation)
    {
        using var stream = parts.Open(name);
        return stream is null ? null : Load(stream, name, format, cancellation);
    }

    // Iterative: the depth of the file is no depth of the stack.
    private static XElement Load(Stream stream, string name, string format, CancellationToken cancellation)
    {
        try
        {
            using var reader = XmlReader.Create(stream, s_settings);
            XElement? root = null;
            XElement? current = null;
            for (var nodes = 0; reader.Read(); nodes++)
            {
                if (nodes % 4096 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                if (reader.Depth > MaxDepth || nodes > MaxNodes)
                {
                    throw ReadFailure.TooLarge(format, string.Create(CultureInfo.InvariantCulture, $"the XML of its part '{name}' is nested more than {MaxDepth} deep or has more than {MaxNodes} nodes"));
                }

                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
                        var isEmpty = reader.IsEmptyElement;
                        while (reader.MoveToNextAttribute())
                        {
                            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
                            {
                                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
                            }
                        }

                        current?.Add(element);
                        root ??= element;
                        current = isEmpty ? current : element;
                        break;
                    case XmlNodeType.EndElement:
                        current = current?.Parent;
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                        current?.Add(new XText(reader.Value));
                        break;
                }
            }

            return root ?? throw ReadFailure.Damaged(format, $"its part '{name}' is empty");
        }
        catch (XmlException exception)
        {
            throw ReadFailure.Damaged(format, $"the XML of its part '{name}' is broken ({exception.Message})", exception);
        }
    }
}
