using System.Diagnostics;
using System.Xml;
using System.Xml.Linq;

namespace NewsExtract.Web.Journeys;

/// <summary>Where words stand on a page by poppler's account, which knows nothing of ours. Points from the lower left corner.</summary>
internal static class PrintedWords
{
    private const string Program = "/usr/bin/pdftotext";

    public static bool Exists => File.Exists(Program);

    /// <summary>The places of a text in one line of a page. A word's characters are as wide as one another, which Chinese ones are.</summary>
    public static IReadOnlyList<(double Left, double Bottom, double Right, double Top)> Find(string pdf, int page, string text)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, ["-bbox", "-f", $"{page}", "-l", $"{page}", pdf, "-"]) { RedirectStandardOutput = true })!;
        using var reader = XmlReader.Create(process.StandardOutput, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        var sheet = XDocument.Load(reader).Descendants().Single(static element => element.Name.LocalName == "page");
        var height = Number(sheet, "height");
        var glyphs = sheet.Elements().SelectMany(word =>
        {
            double left = Number(word, "xMin"), width = (Number(word, "xMax") - left) / word.Value.Length;
            return word.Value.Select((character, i) => new Glyph(character, left + (i * width), height - Number(word, "yMax"), left + ((i + 1) * width), height - Number(word, "yMin")));
        }).ToList();
        return [.. glyphs.Where(glyph => glyph.Character == text[0]).Select(glyph => Follow(glyphs, glyph, text)).OfType<(double, double, double, double)>()];
    }

    private static (double Left, double Bottom, double Right, double Top)? Follow(List<Glyph> glyphs, Glyph first, string text)
    {
        var last = first;
        foreach (var character in text.Skip(1))
        {
            if (glyphs.Find(glyph => glyph.Character == character && Math.Abs(glyph.Bottom - last.Bottom) < 1 && Math.Abs(glyph.Left - last.Right) < 1) is not { } next)
            {
                return null;
            }

            last = next;
        }

        return (first.Left, first.Bottom, last.Right, first.Top);
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private sealed record Glyph(char Character, double Left, double Bottom, double Right, double Top);
}
