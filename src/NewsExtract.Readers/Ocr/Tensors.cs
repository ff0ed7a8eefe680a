using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>Pictures as the networks take them: a plane a colour, rows from the top.</summary>
internal static class Tensors
{
    /// <param name="picture">Three bytes a pixel.</param>
    /// <param name="width">Of the tensor, at least the picture's; what lies right of the picture is 0.</param>
    /// <param name="means">Of values in [0, 1], by plane.</param>
    public static float[] FromPicture(Mat picture, int width, ReadOnlySpan<float> means, ReadOnlySpan<float> deviations)
    {
        var height = picture.Height;
        var plane = width * height;
        var values = new float[3 * plane];
        Span<float> scales = stackalloc float[3];
        Span<float> shifts = stackalloc float[3];
        for (var i = 0; i < 3; i++)
        {
            scales[i] = 1 / (255 * deviations[i]);
            shifts[i] = -means[i] / deviations[i];
        }

        for (var y = 0; y < height; y++)
        {
            var row = picture.RowSpan<Vec3b>(y);
            var at = y * width;
            for (var x = 0; x < row.Length; x++, at++)
            {
                values[at] = (row[x].Item0 * scales[0]) + shifts[0];
                values[plane + at] = (row[x].Item1 * scales[1]) + shifts[1];
                values[(2 * plane) + at] = (row[x].Item2 * scales[2]) + shifts[2];
            }
        }

        return values;
    }
}
