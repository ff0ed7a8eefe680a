using System.Globalization;
using System.Numerics;
using System.Text;
using System.Xml;
using NewsExtract.Readers.Pages;

namespace NewsExtract.PdfChecks;

/// <summary>Characters and their places as <c>mutool draw -F stext</c> gives them.</summary>
internal static class MutoolBoxes
{
    // The part of an em above and below the baseline, as CJK fonts have it (OpenType's default ideographic em box).
    private const float Above = 0.88f;
    private const float Below = 0.12f;

    private static readonly char[] s_blank = [' '];

    public static List<PlacedCharacter> Read(string structure)
    {
        var characters = new List<PlacedCharacter>();
        using var reader = XmlReader.Create(new StringReader(structure), new XmlReaderSettings { CheckCharacters = false, DtdProcessing = DtdProcessing.Ignore });
        var page = 0;
        float height = 0, size = 0;
        var isVertical = false;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.Name)
            {
                case "page":
                    page++;
                    height = Number(reader.GetAttribute("height")!);
                    break;
                case "line":
                    isVertical = reader.GetAttribute("wmode") == "1";
                    break;
                case "font":
                    size = Number(reader.GetAttribute("size")!);
                    break;
                case "char" when Rune.GetRuneAt(reader.GetAttribute("c")!, 0) is var rune && !Rune.IsWhiteSpace(rune):
                    var quad = reader.GetAttribute("quad")!.Split(s_blank).Select(Number).ToArray();
                    var origin = new Vector2(Number(reader.GetAttribute("x")!), Number(reader.GetAttribute("y")!));
                    characters.Add(new PlacedCharacter(page, rune, isVertical ? Cell(height, quad, size) : EmBox(height, quad, origin, size)));
                    break;
            }
        }

        return characters;
    }

    // Upper left, upper right, lower left, lower right. Its height is the font's, so of a line across only the length counts.
    private static Box EmBox(float height, float[] quad, Vector2 origin, float size)
    {
        var along = new Vector2(quad[2] - quad[0], quad[3] - quad[1]);
        var up = Vector2.Normalize(new Vector2(along.Y, -along.X)) * size;
        Vector2[] corners = [origin + (up * Above), origin + (up * Above) + along, origin - (up * Below), origin - (up * Below) + along];
        return Around(height, [.. corners.SelectMany(corner => new[] { corner.X, corner.Y })]);
    }

    // Set vertically its quad is an em that stands on the baseline, so the part below the baseline is missing.
    private static Box Cell(float height, float[] quad, float size)
    {
        var box = Around(height, quad);
        return box with { Bottom = box.Bottom - (size * Below), Top = box.Top - (size * Below) };
    }

    private static Box Around(float height, float[] corners)
    {
        var xs = corners.Where((_, i) => i % 2 == 0).ToArray();
        var ys = corners.Where((_, i) => i % 2 == 1).ToArray();
        return new Box(xs.Min(), height - ys.Max(), xs.Max(), height - ys.Min());
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
