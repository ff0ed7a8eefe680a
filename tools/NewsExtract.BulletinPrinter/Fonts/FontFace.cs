using System.Collections.Concurrent;
using System.Text;

namespace NewsExtract.BulletinPrinter.Fonts;

/// <summary>A font file that Debian has, and the package that brings it.</summary>
internal sealed record FontFace(string Name, string Path, int Index, string Package)
{
    private static readonly ConcurrentDictionary<FontFace, FontFile> s_files = [];

    public static FontFace Ming { get; } = new("UMingCN", "/usr/share/fonts/truetype/arphic/uming.ttc", 0, "fonts-arphic-uming");

    public static FontFace Kai { get; } = new("UKaiCN", "/usr/share/fonts/truetype/arphic/ukai.ttc", 0, "fonts-arphic-ukai");

    public static FontFace ZenHei { get; } = new("WenQuanYiZenHei", "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0, "fonts-wqy-zenhei");

    public static FontFace MicroHei { get; } = new("WenQuanYiMicroHei", "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0, "fonts-wqy-microhei");

    // Face 2 of the collections is the one for Simplified Chinese.
    public static FontFace Serif { get; } = new("NotoSerifCJKsc-Regular", "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2, "fonts-noto-cjk");

    public static FontFace SerifBold { get; } = new("NotoSerifCJKsc-Bold", "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc", 2, "fonts-noto-cjk");

    public static FontFace SansBold { get; } = new("NotoSansCJKsc-Bold", "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", 2, "fonts-noto-cjk");

    public static IReadOnlyList<FontFace> All { get; } = [Ming, Kai, ZenHei, MicroHei, Serif, SerifBold, SansBold];

    /// <summary>What to install, in one line; <c>null</c> when all fonts are there.</summary>
    public static string? Missing => All.Where(face => !File.Exists(face.Path)).Select(face => face.Package).Distinct().ToList() is { Count: > 0 } packages
        ? $"fonts are missing: apt-get install {string.Join(' ', packages)}"
        : null;

    /// <summary>The file, read once.</summary>
    public FontFile Outlines => s_files.GetOrAdd(this, face => new FontFile(face.Path, face.Index));

    public bool Has(Rune character) => Outlines.Glyph(character) != 0;

    /// <summary>In ems.</summary>
    public double Advance(Rune character) => Outlines.Advance(Outlines.Glyph(character)) / 1000;
}
