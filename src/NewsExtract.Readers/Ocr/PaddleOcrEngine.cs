using System.Collections.Immutable;
using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>PP-OCRv4 (PaddleOCR, 2023) through ONNX Runtime. Loads its models with the first picture.</summary>
internal sealed class PaddleOcrEngine : IOcrEngine
{
    /// <summary>Lines whose characters reach less on the average are no text: patterns, ornaments, parts of photographs.</summary>
    private const float LeastConfidence = 0.5f;

    private static readonly Lazy<OcrModels> s_models = new(OcrModels.Load, LazyThreadSafetyMode.PublicationOnly);

    /// <inheritdoc/>
    public string Id => "pp-ocrv4@1.4.2";

    /// <inheritdoc/>
    public ImmutableArray<OcrLine> Recognize(PagePicture picture, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var models = s_models.Value;
        try
        {
            using var page = Mat.FromPixelData(picture.Height, picture.Width, MatType.CV_8UC3, picture.Pixels);
            return Recognize(models, page, cancellation);
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException)
        {
            throw OpenCvLibrary.Missing(exception);
        }
    }

    private static ImmutableArray<OcrLine> Recognize(OcrModels models, Mat page, CancellationToken cancellation)
    {
        var recognizer = new TextRecognizer(models.Recognition, models.Keys);
        var lines = ImmutableArray.CreateBuilder<OcrLine>();
        foreach (var strip in new TextDetector(models.Detection).Find(page))
        {
            cancellation.ThrowIfCancellationRequested();
            var line = strip.IsTall ? VerticalLines.Read(recognizer, page, strip) : Read(recognizer, page, strip);
            if (line.Characters.Any(character => character.Text != " ") && line.Characters.Average(character => character.Confidence) >= LeastConfidence)
            {
                lines.Add(line);
            }
        }

        return lines.ToImmutable();
    }

    private static OcrLine Read(TextRecognizer recognizer, Mat page, TextStrip strip)
    {
        using var picture = LinePictures.Cut(page, strip, TextRecognizer.Height);
        return new OcrLine([.. strip.Corners.Select(corner => new PixelPoint(corner.X, corner.Y))], recognizer.Read(picture), IsVertical: false);
    }
}
