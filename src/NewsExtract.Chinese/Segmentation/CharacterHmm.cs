using System.Buffers;

namespace NewsExtract.Chinese.Segmentation;

/// <summary>
/// The original's finalseg: a hidden Markov model over the states begin, end, middle, single cuts characters that the
/// dictionary left single. Ties go to the later state in the order B, E, M, S, as Python's max over (score, state) decides;
/// they are common, for unknown characters all score the same stand-in for log 0.
/// </summary>
internal static class CharacterHmm
{
    private const int B = 0, E = 1, M = 2, S = 3;
    private const int SmallLength = 256;

    /// <param name="ends">For each character of <paramref name="han"/>, set to whether a word ends after it.</param>
    public static void Cut(SegmentationModel model, ReadOnlySpan<char> han, Span<bool> ends)
    {
        byte[]? rented = null;
        var steps = han.Length <= SmallLength ? stackalloc byte[SmallLength] : (rented = ArrayPool<byte>.Shared.Rent(han.Length));
        var state = Decode(model, han, steps);
        for (var i = han.Length - 1; i >= 0; i--)
        {
            ends[i] = state is E or S;
            state = Previous(steps[i], state);
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Viterbi. A step holds one bit a state: whether the later of its two predecessors won.</summary>
    private static int Decode(SegmentationModel model, ReadOnlySpan<char> han, Span<byte> steps)
    {
        var table = model.Transitions;
        var rows = model.EmissionIndex;
        var emissions = model.Emissions;
        double bToE = table[4 + (B * 4) + E], bToM = table[4 + (B * 4) + M], eToB = table[4 + (E * 4) + B], eToS = table[4 + (E * 4) + S];
        double mToE = table[4 + (M * 4) + E], mToM = table[4 + (M * 4) + M], sToB = table[4 + (S * 4) + B], sToS = table[4 + (S * 4) + S];

        var row = emissions.Slice(rows[han[0] - SegmentationFormat.FirstHan] * SegmentationFormat.StateCount, SegmentationFormat.StateCount);
        double b = table[B] + row[B], e = table[E] + row[E], m = table[M] + row[M], s = table[S] + row[S];
        for (var i = 1; i < han.Length; i++)
        {
            row = emissions.Slice(rows[han[i] - SegmentationFormat.FirstHan] * SegmentationFormat.StateCount, SegmentationFormat.StateCount);
            double bFromE = e + eToB + row[B], bFromS = s + sToB + row[B];
            double eFromB = b + bToE + row[E], eFromM = m + mToE + row[E];
            double mFromB = b + bToM + row[M], mFromM = m + mToM + row[M];
            double sFromE = e + eToS + row[S], sFromS = s + sToS + row[S];
            var step = 0;
            (b, step) = bFromS >= bFromE ? (bFromS, step | (1 << B)) : (bFromE, step);
            (e, step) = eFromM >= eFromB ? (eFromM, step | (1 << E)) : (eFromB, step);
            (m, step) = mFromM >= mFromB ? (mFromM, step | (1 << M)) : (mFromB, step);
            (s, step) = sFromS >= sFromE ? (sFromS, step | (1 << S)) : (sFromE, step);
            steps[i] = (byte)step;
        }

        return s >= e ? S : E;
    }

    private static int Previous(byte step, int state)
    {
        var later = (step >> state & 1) != 0;
        return state switch
        {
            B or S => later ? S : E,
            _ => later ? M : B,
        };
    }
}
