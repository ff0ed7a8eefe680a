using System.Globalization;
using System.Text;
using System.Xml.Linq;
using NewsExtract.Readers.Pages;

namespace NewsExtract.Readers.Ofd;

/// <summary>
/// Reads what a page of an OFD file shows. Lengths are millimetres from the upper left corner and become points from the lower
/// left. Annotations, seals and signatures are left out. Not safe for concurrent use.
/// </summary>
internal sealed class OfdPageReader(OfdFile file, CancellationToken cancellation)
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const double ThickestRule = 1.5;

    // Drawings that refer to one another, in a circle perhaps.
    private const int DeepestDrawing = 8;

    /// <summary>Characters, pictures and lines of one page that are read; the densest newspaper page has some 20,000.</summary>
    private const int MostObjects = 300_000;

    private readonly Dictionary<string, XElement?> _templates = new(StringComparer.Ordinal);
    private readonly List<Glyph> _glyphs = [];
    private readonly List<Box> _pictures = [];
    private readonly List<Box> _rules = [];
    private OfdDocument _document = new();
    private double[] _area = [0, 0, 210, 297];
    private int _objects;

    public PageContent Read(OfdPage page, int number)
    {
        _glyphs.Clear();
        _pictures.Clear();
        _rules.Clear();
        _objects = 0;
        _document = page.Document;
        var root = file.Load(page.Content);
        _area = (root is null ? null : OfdFile.PhysicalBox(OfdFile.Named(root, "Area").FirstOrDefault())) ?? page.Document.PhysicalBox ?? [0, 0, 210, 297];
        if (root is not null)
        {
            ReadPage(root, page.Content);
        }

        return new PageContent
        {
            Number = number,
            Width = (float)(_area[2] * PointsPerMillimetre),
            Height = (float)(_area[3] * PointsPerMillimetre),
            Glyphs = [.. _glyphs],
            Pictures = [.. _pictures],
            Rules = [.. _rules],
            TextSource = _glyphs.Count > 0 ? PageTextSource.Embedded : PageTextSource.None,
            Diagnostics = (root, _objects) switch
            {
                (null, _) => [OfdDiagnostics.PageMissing(number)],
                (_, >= MostObjects) => [OfdDiagnostics.PageCut(number)],
                _ => [],
            },
        };
    }

    private void ReadPage(XElement root, string name)
    {
        foreach (var resources in OfdFile.Named(root, "PageRes").Take(8))
        {
            if (file.Load(file.Resolve(OfdFile.Folder(name), resources.Value.Trim())) is { } loaded)
            {
                OfdFile.AddResources(loaded, _document);
            }
        }

        var templates = OfdFile.Named(root, "Template").Take(8).Select(template => (Root: Template((string?)template.Attribute("TemplateID")), IsAbove: (string?)template.Attribute("ZOrder") == "Foreground")).ToList();
        foreach (var (template, _) in templates.Where(template => !template.IsAbove))
        {
            ReadLayers(template);
        }

        ReadLayers(root);
        foreach (var (template, _) in templates.Where(template => template.IsAbove))
        {
            ReadLayers(template);
        }
    }

    private XElement? Template(string? id)
    {
        if (id is null || !_document.Templates.TryGetValue(id, out var name))
        {
            return null;
        }

        if (!_templates.TryGetValue(name, out var template))
        {
            _templates[name] = template = file.Load(name);
        }

        return template;
    }

    private void ReadLayers(XElement? page)
    {
        foreach (var layer in page is null ? [] : OfdFile.Named(page, "Content").SelectMany(content => OfdFile.Named(content, "Layer")))
        {
            ReadObjects(layer, OfdMatrix.Identity, 0);
        }
    }

    private void ReadObjects(XElement parent, in OfdMatrix outer, int depth)
    {
        foreach (var element in parent.Elements())
        {
            if (_objects++ >= MostObjects)
            {
                return;
            }

            if (_objects % 1024 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if ((string?)element.Attribute("Visible") is "false" or "0")
            {
                continue;
            }

            switch (element.Name.LocalName)
            {
                case "PageBlock":
                    ReadObjects(element, outer, depth);
                    break;
                case "TextObject":
                    ReadText(element, Matrix(element, outer));
                    break;
                case "ImageObject" when OfdNumbers.Array((string?)element.Attribute("Boundary"), 4) is { } boundary:
                    _pictures.Add(ToBox(boundary[0], boundary[1], boundary[0] + boundary[2], boundary[1] + boundary[3], outer));
                    break;
                case "PathObject":
                    ReadPath(element, Matrix(element, outer));
                    break;
                case "CompositeObject" when depth < DeepestDrawing && (string?)element.Attribute("ResourceID") is { } id && _document.Composites.TryGetValue(id, out var composite):
                    foreach (var content in OfdFile.Named(composite, "Content"))
                    {
                        ReadObjects(content, Matrix(element, outer), depth + 1);
                    }

                    break;
            }
        }
    }

    // Object space has its origin in the upper left corner of the boundary.
    private static OfdMatrix Matrix(XElement element, in OfdMatrix outer)
    {
        var boundary = OfdNumbers.Array((string?)element.Attribute("Boundary"), 4) ?? [0, 0, 0, 0];
        var own = OfdNumbers.Array((string?)element.Attribute("CTM"), 6) is [var a, var b, var c, var d, var e, var f] ? new OfdMatrix(a, b, c, d, e, f) : OfdMatrix.Identity;
        return own.Then(OfdMatrix.Identity with { E = boundary[0], F = boundary[1] }).Then(outer);
    }

    private void ReadText(XElement text, in OfdMatrix matrix)
    {
        var size = text.Number("Size") is > 0 and var stated ? stated : 0;
        var weight = text.Number("Weight") ?? 400;
        var traits = weight >= 600 || ((string?)text.Attribute("Font") is { } font && _document.BoldFonts.Contains(font)) ? GlyphTraits.Bold : GlyphTraits.None;
        var isDown = text.Number("ReadDirection") is 90 or 270;
        double x = 0, y = 0;
        foreach (var code in OfdFile.Named(text, "TextCode"))
        {
            x = code.Number("X") ?? x;
            y = code.Number("Y") ?? y;
            ReadCode(code, x, y, size, traits, isDown, matrix);
        }
    }

    private void ReadCode(XElement code, double x, double y, double size, GlyphTraits traits, bool isDown, in OfdMatrix matrix)
    {
        var across = OfdNumbers.Deltas((string?)code.Attribute("DeltaX"));
        var down = OfdNumbers.Deltas((string?)code.Attribute("DeltaY"));
        if (isDown && down.Count == 0)
        {
            // A line turned as a whole keeps its distances as if it ran across.
            (across, down) = (down, across);
        }

        var isVertical = isDown || (across.TrueForAll(delta => delta == 0) && down.Exists(delta => delta != 0));
        var space = GlyphTraits.None;
        var index = 0;
        foreach (var rune in code.Value.Trim('\r', '\n').EnumerateRunes())
        {
            if (_objects++ >= MostObjects)
            {
                return;
            }

            // Files state one distance too few as a rule, and some only the first of equal ones.
            var along = isVertical ? down : across;
            var advance = along.Count > 0 ? along[Math.Min(index, along.Count - 1)] : isVertical || IsWide(rune) ? size : size / 2;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                space = GlyphTraits.SpaceBefore;
            }
            else if (size > 0)
            {
                AddGlyph(rune, x, y, size, WidthOf(rune, advance, size, isVertical), traits | space | (isVertical ? GlyphTraits.Vertical : GlyphTraits.None), matrix);
                space = GlyphTraits.None;
            }

            if (isVertical)
            {
                x += index < across.Count ? across[index] : 0;
                y += advance;
            }
            else
            {
                x += advance;
                y += index < down.Count ? down[index] : 0;
            }

            index++;
        }
    }

    // As long as the advance, but for what spreads letters or goes on to the next line.
    private static double WidthOf(Rune rune, double advance, double size, bool isVertical) =>
        isVertical ? size : IsWide(rune) ? Math.Min(advance > 0 ? advance : size, size) : Math.Min(advance > 0 ? advance : size / 2, size * 0.8);

    // The em box stands 0.88 above and 0.12 below the base line.
    private void AddGlyph(Rune rune, double x, double y, double size, double width, GlyphTraits traits, in OfdMatrix matrix)
    {
        var box = ToBox(x, y - (size * 0.88), x + width, y + (size * 0.12), matrix);
        var printed = (float)(size * matrix.Scale * PointsPerMillimetre);
        if (printed > 0.1f && box.Right > 0 && box.Top > 0 && box.Left < _area[2] * PointsPerMillimetre && box.Bottom < _area[3] * PointsPerMillimetre)
        {
            _glyphs.Add(new Glyph(rune.ToString(), box, printed, traits));
        }
    }

    // Straight lines along the edges of the page: M 0 0 L 100 0. Curves are drawings.
    private void ReadPath(XElement path, in OfdMatrix matrix)
    {
        if ((string?)path.Attribute("Stroke") is "false" or "0")
        {
            AddBar(path, matrix);
            return;
        }

        var words = OfdFile.Named(path, "AbbreviatedData").FirstOrDefault()?.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        (double X, double Y) start = default, at = default;
        for (var i = 0; i < words.Length && _objects < MostObjects; i++)
        {
            switch (words[i])
            {
                case "S" or "M" or "L" when i + 2 < words.Length && Point(words, i) is { } point:
                    if (words[i] == "L")
                    {
                        AddRule(at, point, matrix);
                    }
                    else
                    {
                        start = point;
                    }

                    at = point;
                    i += 2;
                    break;
                case "C":
                    AddRule(at, start, matrix);
                    at = start;
                    break;
                case "Q" or "B" or "A":
                    return;
            }
        }
    }

    // A filled bar that is as thin as a line.
    private void AddBar(XElement path, in OfdMatrix matrix)
    {
        if (OfdNumbers.Array((string?)path.Attribute("Boundary"), 4) is [_, _, var width, var height] && Math.Min(width, height) < ThickestRule && Math.Max(width, height) > ThickestRule * 4)
        {
            _rules.Add(ToBox(0, 0, width, height, matrix));
        }
    }

    private void AddRule((double X, double Y) from, (double X, double Y) to, in OfdMatrix matrix)
    {
        _objects++;
        var box = ToBox(from.X, from.Y, to.X, to.Y, matrix);
        if ((box.Width < 1 || box.Height < 1) && Math.Max(box.Width, box.Height) > 4)
        {
            _rules.Add(box);
        }
    }

    private static (double X, double Y)? Point(string[] words, int index) =>
        OfdNumbers.Array(string.Create(CultureInfo.InvariantCulture, $"{words[index + 1]} {words[index + 2]}"), 2) is [var x, var y] ? (x, y) : null;

    private Box ToBox(double left, double top, double right, double bottom, in OfdMatrix matrix)
    {
        double minX = double.MaxValue, minY = double.MaxValue, maxX = double.MinValue, maxY = double.MinValue;
        foreach (var (x, y) in (ReadOnlySpan<(double, double)>)[matrix.Map(left, top), matrix.Map(right, top), matrix.Map(left, bottom), matrix.Map(right, bottom)])
        {
            (minX, maxX) = (Math.Min(minX, x), Math.Max(maxX, x));
            (minY, maxY) = (Math.Min(minY, y), Math.Max(maxY, y));
        }

        return new Box(
            (float)((minX - _area[0]) * PointsPerMillimetre),
            (float)((_area[1] + _area[3] - maxY) * PointsPerMillimetre),
            (float)((maxX - _area[0]) * PointsPerMillimetre),
            (float)((_area[1] + _area[3] - minY) * PointsPerMillimetre));
    }

    private static bool IsWide(Rune rune) => rune.Value is >= 0x2E80 or (>= 0x2014 and <= 0x2026);
}
