using NewsExtract.Readers.Pages;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.PdfFonts;

namespace NewsExtract.Readers.Pdf;

/// <summary>The faces of one document, numbered in the order in which they are met.</summary>
internal sealed class FontTable
{
    // SimHei, STHeiti, FZHTK, 小标宋: the faces that headings are set in where no bold one is.
    private static readonly string[] s_boldNames = ["bold", "black", "heavy", "simhei", "stheiti", "heiti", "fzht", "fzxbs", "xiaobiaosong", "黑体", "小标宋"];

    private readonly Dictionary<string, Face> _faces = [];
    private FontDetails? _last;
    private Face _lastFace;

    public readonly record struct Face(ushort Number, GlyphTraits Traits);

    public Face Find(Letter letter)
    {
        var details = letter.FontDetails;
        if (ReferenceEquals(details, _last))
        {
            return _lastFace;
        }

        // Two subsets of one face have one name, but for what stands before the plus.
        var name = details.Name ?? "";
        var key = name.Length > 7 && name[6] == '+' ? name[7..] : name;
        if (key.Length == 0 || key == "Type3")
        {
            key = details.FontDictionaryReference?.ToString() ?? "";
        }

        var isVertical = letter.GetFont()?.IsVertical == true;
        key += isVertical ? "|V" : "";
        if (!_faces.TryGetValue(key, out var face))
        {
            var isBold = details.IsBold || details.Weight >= 600 || Array.Exists(s_boldNames, part => key.Contains(part, StringComparison.OrdinalIgnoreCase));
            face = new Face((ushort)Math.Min(_faces.Count + 1, ushort.MaxValue), (isBold ? GlyphTraits.Bold : 0) | (isVertical ? GlyphTraits.Vertical : 0));
            _faces.Add(key, face);
        }

        _last = details;
        _lastFace = face;
        return face;
    }
}
