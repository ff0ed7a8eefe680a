using System.Collections.Immutable;

namespace NewsExtract.Readers.Ocr;

/// <summary>Characters from the classes' probabilities at each step along a line (CTC, best path).</summary>
internal static class CtcDecoder
{
    /// <param name="probabilities">Steps × classes; the classes sum to 1.</param>
    /// <param name="keys">The character of each class; class 0 is CTC's blank.</param>
    /// <param name="width">Steps that lie on the line; what follows is padding.</param>
    /// <param name="em">Length of a full-width character in steps, at most.</param>
    public static ImmutableArray<OcrCharacter> Decode(ReadOnlySpan<float> probabilities, ReadOnlySpan<string> keys, float width, float em)
    {
        var peaks = new List<Peak>();
        var previous = 0;
        for (var step = 0; step < probabilities.Length / keys.Length; step++)
        {
            var classes = probabilities.Slice(step * keys.Length, keys.Length);
            var best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax(classes);
            if (best != 0 && best == previous)
            {
                peaks[^1] = peaks[^1] with { Last = step, Confidence = Math.Max(peaks[^1].Confidence, classes[best]) };
            }
            else if (best != 0)
            {
                peaks.Add(new Peak(best, step, step, classes[best]));
            }

            previous = best;
        }

        return Place(peaks, keys, width, em);
    }

    // A character reaches half of its width to both sides of its peak, and at most half the way to the next one.
    private static ImmutableArray<OcrCharacter> Place(List<Peak> peaks, ReadOnlySpan<string> keys, float width, float em)
    {
        var characters = ImmutableArray.CreateBuilder<OcrCharacter>(peaks.Count);
        for (var i = 0; i < peaks.Count; i++)
        {
            var peak = peaks[i];
            var reach = (keys[peak.Class][0] < 0x2000 ? 0.6f : 1) * em / 2;
            var start = Math.Max(peak.Center - reach, i == 0 ? 0 : (peaks[i - 1].Center + peak.Center) / 2);
            var end = Math.Min(peak.Center + reach, i == peaks.Count - 1 ? width : (peak.Center + peaks[i + 1].Center) / 2);
            characters.Add(new OcrCharacter(keys[peak.Class], Math.Clamp(start / width, 0, 1), Math.Clamp(end / width, 0, 1), Math.Clamp(peak.Confidence, 0, 1)));
        }

        return characters.MoveToImmutable();
    }

    private readonly record struct Peak(int Class, int First, int Last, float Confidence)
    {
        public float Center => (First + Last + 1) / 2f;
    }
}
