using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Neural;

/// <summary>
/// Logistic function and hyperbolic tangent of vectors, by operations that IEEE 754 defines to the last bit: the functions of the
/// base class library may differ between machines. Within 3e-7 of the true value.
/// </summary>
internal static class Activation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        var two = Vector512.Create(2f);
        return Vector512<float>.One - (two / (Vector512<float>.One + Exp(x + x)));
    }

    /// <summary>
    /// e^x = 2^n · e^r with |r| ≤ ln 2 / 2; e^r by its Taylor polynomial of degree 6. Clamped to [−80, 80], where the functions above
    /// have long reached their limits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-80f)), Vector512.Create(80f));

        // Adding 1.5 · 2^23 rounds to a whole number, which then stands in the low bits.
        var shift = Vector512.Create(12582912f);
        var shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), shift);
        var n = shifted - shift;

        // ln 2 in two parts (Cody and Waite), so that r is exact.
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), r);
        var e = Vector512.Create(1f / 720f);
        e = Vector512.FusedMultiplyAdd(e, r, Vector512.Create(1f / 120f));
        e = Vector512.FusedMultiplyAdd(e, r, Vector512.Create(1f / 24f));
        e = Vector512.FusedMultiplyAdd(e, r, Vector512.Create(1f / 6f));
        e = Vector512.FusedMultiplyAdd(e, r, Vector512.Create(0.5f));
        e = Vector512.FusedMultiplyAdd(e, r, Vector512<float>.One);
        e = Vector512.FusedMultiplyAdd(e, r, Vector512<float>.One);
        return (e.AsInt32() + (shifted.AsInt32() << 23)).AsSingle();
    }
}
