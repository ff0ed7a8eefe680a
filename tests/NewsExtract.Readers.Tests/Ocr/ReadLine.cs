using System.Collections.Immutable;
using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pdf;

namespace NewsExtract.Readers.Tests.Ocr;

/// <summary>Lines as an engine reads them, in pixels; a pixel is a point.</summary>
internal static class ReadLine
{
    /// <summary>A white page of 600 × 800 points.</summary>
    public static PagePicture Paper() => new(600, 800, [.. Enumerable.Repeat((byte)250, 600 * 800 * 3)]);

    public static PictureFrame Frame(PagePicture? picture = null) => new(new ScannedPage(picture ?? Paper(), new Box(0, 0, 600, 800)), Skew: 0);

    /// <summary>Ink <paramref name="pitch"/> apart, ASCII half as much, in a box that is <paramref name="thickness"/> thick.</summary>
    public static OcrLine Of(string text, float left, float top, float pitch, float thickness, float confidence = 0.99f)
    {
        var advances = text.Select(character => character < 0x2000 ? pitch / 2 : pitch).ToArray();
        var length = advances.Sum();
        var characters = ImmutableArray.CreateBuilder<OcrCharacter>();
        var x = 0f;
        foreach (var (i, character) in text.Index())
        {
            characters.Add(new OcrCharacter(character.ToString(), x / length, (x + advances[i]) / length, confidence));
            x += advances[i];
        }

        return new OcrLine(
            [new(left, top), new(left + length, top), new(left + length, top + thickness), new(left, top + thickness)],
            characters.ToImmutable(),
            IsVertical: false);
    }
}
