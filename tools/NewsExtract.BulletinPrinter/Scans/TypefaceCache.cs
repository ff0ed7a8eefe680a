using NewsExtract.BulletinPrinter.Fonts;
using SkiaSharp;

namespace NewsExtract.BulletinPrinter.Scans;

/// <summary>Skia's faces of the fonts of one file, opened once.</summary>
internal sealed class TypefaceCache : IDisposable
{
    private readonly Dictionary<FontFace, SKTypeface> _faces = [];

    /// <exception cref="InvalidDataException">Skia cannot read the font.</exception>
    public SKTypeface Get(FontFace face)
    {
        if (!_faces.TryGetValue(face, out var typeface))
        {
            _faces[face] = typeface = SKTypeface.FromFile(face.Path, face.Index) ?? throw new InvalidDataException($"Skia cannot read {face.Path}");
        }

        return typeface;
    }

    public void Dispose()
    {
        foreach (var face in _faces.Values)
        {
            face.Dispose();
        }
    }
}
