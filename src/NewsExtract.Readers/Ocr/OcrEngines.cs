using System.Collections.Immutable;

namespace NewsExtract.Readers.Ocr;

/// <summary>The OCR engines that come with the program.</summary>
public static class OcrEngines
{
    /// <summary>PP-OCRv4 through ONNX Runtime.</summary>
    public const string Paddle = "paddle";

    /// <summary>The program <c>tesseract</c>, where it is installed.</summary>
    public const string Tesseract = "tesseract";

    /// <summary>What <see cref="Create"/> knows, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [Paddle, Tesseract];

    /// <summary>Makes an engine; nothing is loaded before its first picture.</summary>
    /// <exception cref="ArgumentException">No engine has the name.</exception>
    public static IOcrEngine Create(string name = Paddle) => name switch
    {
        Paddle => new PaddleOcrEngine(),
        Tesseract => new TesseractEngine(),
        _ => throw new ArgumentException($"'{name}' is no OCR engine; there are {string.Join(", ", Names)}", nameof(name)),
    };
}
