using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsExtract.Learning.Neural;

/// <summary>
/// Logistic function and hyperbolic tangent of vectors, by operations that IEEE 754 defines to the last bit: the functions of the
/// base class library may differ between machines. Within 3e-7 of the true value.
/// </summary>
internal static class Activation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sigmoid(Vector<float> x) => Vector<float>.One / (Vector<float>.One + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> x)
    {
        var two = new Vector<float>(2f);
        return Vector<float>.One - (two / (Vector<float>.One + Exp(x + x)));
    }

    /// <summary>
    /// e^x = 2^n · e^r with |r| ≤ ln 2 / 2; e^r by its Taylor polynomial of degree 6. Clamped to [−80, 80], where the functions above
    /// have long reached their limits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Exp(Vector<float> x)
    {
        x = Vector.Min(Vector.Max(x, new Vector<float>(-80f)), new Vector<float>(80f));

        // Adding 1.5 · 2^23 rounds to a whole number, which then stands in the low bits.
        var shift = new Vector<float>(12582912f);
        var shifted = Vector.FusedMultiplyAdd(x, new Vector<float>(1.44269504f), shift);
        var n = shifted - shift;

        // ln 2 in two parts (Cody and Waite), so that r is exact.
        var r = Vector.FusedMultiplyAdd(n, new Vector<float>(-0.693359375f), x);
        r = Vector.FusedMultiplyAdd(n, new Vector<float>(2.12194440e-4f), r);
        var e = new Vector<float>(1f / 720f);
        e = Vector.FusedMultiplyAdd(e, r, new Vector<float>(1f / 120f));
        e = Vector.FusedMultiplyAdd(e, r, new Vector<float>(1f / 24f));
        e = Vector.FusedMultiplyAdd(e, r, new Vector<float>(1f / 6f));
        e = Vector.FusedMultiplyAdd(e, r, new Vector<float>(0.5f));
        e = Vector.FusedMultiplyAdd(e, r, Vector<float>.One);
        e = Vector.FusedMultiplyAdd(e, r, Vector<float>.One);
        return Vector.AsVectorSingle(Vector.AsVectorInt32(e) + (Vector.AsVectorInt32(shifted) << 23));
    }
}
