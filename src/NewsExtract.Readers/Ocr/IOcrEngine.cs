using System.Collections.Immutable;

namespace NewsExtract.Readers.Ocr;

/// <summary>When pages are read by OCR.</summary>
public enum OcrMode
{
    /// <summary>Pages that hold no text, or text that is no Chinese.</summary>
    Auto,

    /// <summary>Every page, whatever text the file holds.</summary>
    Always,

    Never,
}

/// <summary>A picture in memory: rows from the top, three bytes a pixel (blue, green, red), no padding.</summary>
/// <param name="Pixels"><paramref name="Width"/> × <paramref name="Height"/> × 3 bytes.</param>
public sealed record PagePicture(int Width, int Height, byte[] Pixels);

/// <summary>A point in pixels from the upper left corner of a picture.</summary>
public readonly record struct PixelPoint(float X, float Y);

/// <summary>A character that was read.</summary>
/// <param name="Text">One character; a blank between Latin words stands as a character of its own.</param>
/// <param name="Start">Where its advance begins along the line, as a share of the line's length in [0, 1].</param>
/// <param name="End">Where it ends.</param>
/// <param name="Confidence">In [0, 1], as the engine gives it.</param>
public readonly record struct OcrCharacter(string Text, float Start, float End, float Confidence);

/// <summary>A line that was read, with its corners: the first two along the top edge of the text, clockwise.</summary>
/// <param name="IsVertical">Its characters stand below each other; the corners are then those of the column, from its upper left one.</param>
public sealed record OcrLine(ImmutableArray<PixelPoint> Corners, ImmutableArray<OcrCharacter> Characters, bool IsVertical);

/// <summary>Reads text off a picture. Safe for concurrent use.</summary>
public interface IOcrEngine
{
    /// <summary>Name and version of engine and model, as it stands in records: <c>pp-ocrv4@1.4.2</c>.</summary>
    string Id { get; }

    /// <summary>The lines of the picture in no order.</summary>
    ImmutableArray<OcrLine> Recognize(PagePicture picture, CancellationToken cancellation = default);
}
