using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;
using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>Reads the picture of one line. Lines go through the network one by one: what is read never depends on a line's neighbours.</summary>
internal sealed class TextRecognizer(InferenceSession session, string[] keys)
{
    /// <summary>Of the pictures of lines, in pixels.</summary>
    public const int Height = 48;

    /// <summary>
    /// Width of the pictures as a share of what keeps the shapes. The network's time goes by width, and down to 0.5 it reads Han as well (docs/benchmarks.md):
    /// a full-width character still takes four of its steps.
    /// </summary>
    public const float Squeeze = 0.7f;

    private const int Multiple = 32;

    // Pixels a step of the network's output.
    private const float Stride = 8;

    /// <summary>Of a line's thickness; the rest is margin that the detector leaves.</summary>
    private const float EmShare = 0.9f;

    private static readonly float[] s_halves = [0.5f, 0.5f, 0.5f];

    /// <param name="line">48 pixels high and squeezed, three bytes a pixel.</param>
    public ImmutableArray<OcrCharacter> Read(Mat line)
    {
        var width = (line.Width + Multiple - 1) / Multiple * Multiple;
        var input = Tensors.FromPicture(line, width, s_halves, s_halves);
        using var value = OrtValue.CreateTensorValueFromMemory(input, [1, 3, Height, width]);
        using var run = new RunOptions();
        using var outputs = session.Run(run, [session.InputNames[0]], [value], [session.OutputNames[0]]);
        return CtcDecoder.Decode(outputs[0].GetTensorDataAsSpan<float>(), keys, line.Width / Stride, Height * Squeeze * EmShare / Stride);
    }
}
