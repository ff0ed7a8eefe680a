using System.Globalization;
using System.Security;

namespace NewsExtract.Readers.Tests.Ofd;

/// <summary>Writes small OFD files: a document of pages of 210 by 297 mm with the parts that a reader looks for.</summary>
internal static class OfdFileWriter
{
    private const string Space = "xmlns:ofd='http://www.ofdspec.org/2016'";

    /// <param name="resources">Fonts and drawings.</param>
    /// <param name="template">Objects of a template that all pages have.</param>
    /// <param name="pages">Objects of each page.</param>
    public static byte[] Of(string resources, string template, params string[] pages) => Packed.Zip(Parts(resources, template, pages));

    public static List<(string Name, string Content)> Parts(string resources, string template, params string[] pages) =>
    [
        ("OFD.xml", $"<ofd:OFD {Space} DocType='OFD' Version='1.0'><ofd:DocBody><ofd:DocInfo><ofd:Title>x</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"),
        ("Doc_0/Document.xml", $"<ofd:Document {Space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:TemplatePage ID='9' BaseLoc='Tpls/T.xml'/></ofd:CommonData><ofd:Pages>{string.Concat(pages.Select((_, i) => $"<ofd:Page ID='{i}' BaseLoc='Pages/Page_{i}/Content.xml'/>"))}</ofd:Pages></ofd:Document>"),
        ("Doc_0/PublicRes.xml", $"<ofd:Res {Space} BaseLoc='Res'>{resources}</ofd:Res>"),
        ("Doc_0/Tpls/T.xml", Page(template, "")),
        .. pages.Select((page, i) => ($"Doc_0/Pages/Page_{i}/Content.xml", Page(page, template.Length > 0 ? "<ofd:Template TemplateID='9' ZOrder='Background'/>" : ""))),
    ];

    /// <summary>A line of text; Latin letters and digits are half as wide as the rest. Lengths are mm from the upper left corner.</summary>
    public static string Line(string text, double x, double baseline, double size = 4, int font = 1) => string.Create(
        CultureInfo.InvariantCulture,
        $"<ofd:TextObject ID='1' Boundary='{x} {baseline - size} {text.Sum(c => Advance(c, size))} {size * 1.2}' Font='{font}' Size='{size}'><ofd:TextCode X='0' Y='{size}' DeltaX='{string.Join(' ', text[..^1].Select(c => Advance(c, size).ToString(CultureInfo.InvariantCulture)))}'>{SecurityElement.Escape(text)}</ofd:TextCode></ofd:TextObject>");

    public static double Advance(char c, double size) => c < '\u0100' ? size / 2 : size;

    private static string Page(string objects, string head) => $"<ofd:Page {Space}>{head}<ofd:Content><ofd:Layer Type='Body' ID='2'>{objects}</ofd:Layer></ofd:Content></ofd:Page>";
}
