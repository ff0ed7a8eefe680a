namespace NewsExtract.Readers.Tests.Word;

/// <summary>Writes small Word files. Paragraphs are given as WordprocessingML without its namespace.</summary>
internal static class WordFile
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <param name="parts">More parts by type and XML: styles, numbering, footnotes, header.</param>
    public static byte[] Of(string body, bool isStrict = false, params (string Type, string Xml)[] parts)
    {
        var space = isStrict ? Strict : Main;
        var types = isStrict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/" : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        return Packed.Zip(
            [
                ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType='application/xml'/></Types>"),
                ("_rels/.rels", $"<Relationships xmlns='{Relations}'><Relationship Id='r0' Type='{types}officeDocument' Target='word/document.xml'/></Relationships>"),
                ("word/_rels/document.xml.rels", $"<Relationships xmlns='{Relations}'>{string.Concat(parts.Select((part, i) => $"<Relationship Id='r{i}' Type='{types}{part.Type}' Target='part{i}.xml'/>"))}</Relationships>"),
                ("word/document.xml", $"<document xmlns='{space}'><body>{body}</body></document>"),
                .. parts.Select((part, i) => ($"word/part{i}.xml", part.Xml.Replace("<root", $"<root xmlns='{space}'", StringComparison.Ordinal))),
            ]);
    }

    public static string Paragraph(string text, string properties = "", string look = "") =>
        $"<p><pPr>{properties}</pPr><r><rPr>{look}</rPr><t>{text}</t></r></p>";
}
