using System.Globalization;
using System.Xml.Linq;

namespace NewsExtract.Readers.Word;

/// <summary>Access to WordprocessingML by local names, which the transitional and the strict form share.</summary>
internal static class WordXml
{
    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static string? Value(this XElement? element, string name = "val") => element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    public static int? Number(this XElement? element, string name = "val") =>
        int.TryParse(element.Value(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An on-off property; <c>null</c> when it is not stated.</summary>
    public static bool? Flag(this XElement? properties, string name) =>
        properties.Child(name) is { } flag ? flag.Value() is not ("0" or "false" or "off" or "none") : null;
}
