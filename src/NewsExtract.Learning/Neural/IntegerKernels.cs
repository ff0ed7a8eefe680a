using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsExtract.Learning.Neural;

/// <summary>
/// Products of rows of inputs with a panel of <see cref="Columns"/> columns of weights, both of 16 bits and in pairs: a whole
/// number of 32 bits holds two inputs, or the weights of two inputs for one column. Sums are of 32 bits and exact; a result is one
/// fused multiply-add of a sum, its column's step and bias. So all kernels give the same bits.
/// </summary>
internal static class IntegerKernels
{
    /// <summary>Columns of a panel: four vectors of 512 bits.</summary>
    public const int Columns = 64;

    /// <summary>The widest kernel of this machine.</summary>
    /// <param name="input"><paramref name="rows"/> rows of <paramref name="pairs"/> pairs.</param>
    /// <param name="panel"><paramref name="pairs"/> rows of <see cref="Columns"/> pairs.</param>
    /// <param name="result">Takes <paramref name="rows"/> rows of <see cref="Columns"/>, <paramref name="stride"/> values from one to the next.</param>
    public static void Multiply(ref int input, int pairs, int rows, ref int panel, ref float steps, ref float bias, ref float result, int stride)
    {
        if (Avx512BW.IsSupported)
        {
            Multiply512(ref input, pairs, rows, ref panel, ref steps, ref bias, ref result, stride);
        }
        else if (Avx2.IsSupported)
        {
            Multiply256(ref input, pairs, rows, ref panel, ref steps, ref bias, ref result, stride);
        }
        else
        {
            MultiplyPortably(ref input, pairs, rows, ref panel, ref steps, ref bias, ref result, stride);
        }
    }

    internal static void Multiply512(ref int input, nint pairs, int rows, ref int panel, ref float steps, ref float bias, ref float result, nint stride)
    {
        nint row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            FourRows(ref Unsafe.Add(ref input, row * pairs), pairs, ref panel, ref steps, ref bias, ref Unsafe.Add(ref result, row * stride), stride);
        }

        if (row + 2 <= rows)
        {
            TwoRows(ref Unsafe.Add(ref input, row * pairs), pairs, ref panel, ref steps, ref bias, ref Unsafe.Add(ref result, row * stride), stride);
            row += 2;
        }

        if (row < rows)
        {
            OneRow(ref Unsafe.Add(ref input, row * pairs), pairs, ref panel, ref steps, ref bias, ref Unsafe.Add(ref result, row * stride), stride);
        }
    }

    internal static void Multiply256(ref int input, nint pairs, int rows, ref int panel, ref float steps, ref float bias, ref float result, nint stride)
    {
        // Sixteen columns at a time: eight sums, which with their operands fit the sixteen registers of AVX2.
        for (nint column = 0; column < Columns; column += 2 * Vector256<int>.Count)
        {
            ref var weights = ref Unsafe.Add(ref panel, column);
            ref var columnSteps = ref Unsafe.Add(ref steps, column);
            ref var columnBias = ref Unsafe.Add(ref bias, column);
            ref var target = ref Unsafe.Add(ref result, column);
            nint row = 0;
            for (; row + 4 <= rows; row += 4)
            {
                FourHalfRows(ref Unsafe.Add(ref input, row * pairs), pairs, ref weights, ref columnSteps, ref columnBias, ref Unsafe.Add(ref target, row * stride), stride);
            }

            for (; row < rows; row++)
            {
                OneHalfRow(ref Unsafe.Add(ref input, row * pairs), pairs, ref weights, ref columnSteps, ref columnBias, ref Unsafe.Add(ref target, row * stride), stride);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void MultiplyPortably(ref int input, nint pairs, int rows, ref int panel, ref float steps, ref float bias, ref float result, nint stride)
    {
        for (nint row = 0; row < rows; row++)
        {
            for (nint column = 0; column < Columns; column += Vector<int>.Count)
            {
                var sum = Vector<int>.Zero;
                for (nint i = 0; i < pairs; i++)
                {
                    var pair = Unsafe.Add(ref input, (row * pairs) + i);
                    var weights = Vector.LoadUnsafe(ref Unsafe.Add(ref panel, (i * Columns) + column));
                    sum += (Vector.ShiftRightArithmetic(Vector.ShiftLeft(weights, 16), 16) * (short)pair) + (Vector.ShiftRightArithmetic(weights, 16) * (pair >> 16));
                }

                var product = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(sum), Vector.LoadUnsafe(ref Unsafe.Add(ref steps, column)), Vector.LoadUnsafe(ref Unsafe.Add(ref bias, column)));
                product.StoreUnsafe(ref Unsafe.Add(ref result, (row * stride) + column));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(ref int input, nint pairs, ref int weights, ref float steps, ref float bias, ref float result, nint stride)
    {
        Vector512<int> a0 = default, b0 = default, c0 = default, d0 = default, a1 = default, b1 = default, c1 = default, d1 = default, a2 = default, b2 = default, c2 = default, d2 = default, a3 = default, b3 = default, c3 = default, d3 = default;
        ref var input1 = ref Unsafe.Add(ref input, pairs);
        ref var input2 = ref Unsafe.Add(ref input1, pairs);
        ref var input3 = ref Unsafe.Add(ref input2, pairs);
        for (nint i = 0; i < pairs; i++)
        {
            var a = Vector512.LoadUnsafe(ref weights).AsInt16();
            var b = Vector512.LoadUnsafe(ref weights, 16).AsInt16();
            var c = Vector512.LoadUnsafe(ref weights, 32).AsInt16();
            var d = Vector512.LoadUnsafe(ref weights, 48).AsInt16();
            var x = Vector512.Create(Unsafe.Add(ref input, i)).AsInt16();
            a0 += Avx512BW.MultiplyAddAdjacent(x, a);
            b0 += Avx512BW.MultiplyAddAdjacent(x, b);
            c0 += Avx512BW.MultiplyAddAdjacent(x, c);
            d0 += Avx512BW.MultiplyAddAdjacent(x, d);
            x = Vector512.Create(Unsafe.Add(ref input1, i)).AsInt16();
            a1 += Avx512BW.MultiplyAddAdjacent(x, a);
            b1 += Avx512BW.MultiplyAddAdjacent(x, b);
            c1 += Avx512BW.MultiplyAddAdjacent(x, c);
            d1 += Avx512BW.MultiplyAddAdjacent(x, d);
            x = Vector512.Create(Unsafe.Add(ref input2, i)).AsInt16();
            a2 += Avx512BW.MultiplyAddAdjacent(x, a);
            b2 += Avx512BW.MultiplyAddAdjacent(x, b);
            c2 += Avx512BW.MultiplyAddAdjacent(x, c);
            d2 += Avx512BW.MultiplyAddAdjacent(x, d);
            x = Vector512.Create(Unsafe.Add(ref input3, i)).AsInt16();
            a3 += Avx512BW.MultiplyAddAdjacent(x, a);
            b3 += Avx512BW.MultiplyAddAdjacent(x, b);
            c3 += Avx512BW.MultiplyAddAdjacent(x, c);
            d3 += Avx512BW.MultiplyAddAdjacent(x, d);
            weights = ref Unsafe.Add(ref weights, Columns);
        }

        Store(a0, b0, c0, d0, ref steps, ref bias, ref result);
        Store(a1, b1, c1, d1, ref steps, ref bias, ref Unsafe.Add(ref result, stride));
        Store(a2, b2, c2, d2, ref steps, ref bias, ref Unsafe.Add(ref result, 2 * stride));
        Store(a3, b3, c3, d3, ref steps, ref bias, ref Unsafe.Add(ref result, 3 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoRows(ref int input, nint pairs, ref int weights, ref float steps, ref float bias, ref float result, nint stride)
    {
        Vector512<int> a0 = default, b0 = default, c0 = default, d0 = default, a1 = default, b1 = default, c1 = default, d1 = default;
        ref var input1 = ref Unsafe.Add(ref input, pairs);
        for (nint i = 0; i < pairs; i++)
        {
            var a = Vector512.LoadUnsafe(ref weights).AsInt16();
            var b = Vector512.LoadUnsafe(ref weights, 16).AsInt16();
            var c = Vector512.LoadUnsafe(ref weights, 32).AsInt16();
            var d = Vector512.LoadUnsafe(ref weights, 48).AsInt16();
            var x = Vector512.Create(Unsafe.Add(ref input, i)).AsInt16();
            a0 += Avx512BW.MultiplyAddAdjacent(x, a);
            b0 += Avx512BW.MultiplyAddAdjacent(x, b);
            c0 += Avx512BW.MultiplyAddAdjacent(x, c);
            d0 += Avx512BW.MultiplyAddAdjacent(x, d);
            x = Vector512.Create(Unsafe.Add(ref input1, i)).AsInt16();
            a1 += Avx512BW.MultiplyAddAdjacent(x, a);
            b1 += Avx512BW.MultiplyAddAdjacent(x, b);
            c1 += Avx512BW.MultiplyAddAdjacent(x, c);
            d1 += Avx512BW.MultiplyAddAdjacent(x, d);
            weights = ref Unsafe.Add(ref weights, Columns);
        }

        Store(a0, b0, c0, d0, ref steps, ref bias, ref result);
        Store(a1, b1, c1, d1, ref steps, ref bias, ref Unsafe.Add(ref result, stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneRow(ref int input, nint pairs, ref int weights, ref float steps, ref float bias, ref float result, nint stride)
    {
        Vector512<int> a0 = default, b0 = default, c0 = default, d0 = default;
        for (nint i = 0; i < pairs; i++)
        {
            var a = Vector512.LoadUnsafe(ref weights).AsInt16();
            var b = Vector512.LoadUnsafe(ref weights, 16).AsInt16();
            var c = Vector512.LoadUnsafe(ref weights, 32).AsInt16();
            var d = Vector512.LoadUnsafe(ref weights, 48).AsInt16();
            var x = Vector512.Create(Unsafe.Add(ref input, i)).AsInt16();
            a0 += Avx512BW.MultiplyAddAdjacent(x, a);
            b0 += Avx512BW.MultiplyAddAdjacent(x, b);
            c0 += Avx512BW.MultiplyAddAdjacent(x, c);
            d0 += Avx512BW.MultiplyAddAdjacent(x, d);
            weights = ref Unsafe.Add(ref weights, Columns);
        }

        Store(a0, b0, c0, d0, ref steps, ref bias, ref result);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourHalfRows(ref int input, nint pairs, ref int weights, ref float steps, ref float bias, ref float result, nint stride)
    {
        Vector256<int> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        ref var input1 = ref Unsafe.Add(ref input, pairs);
        ref var input2 = ref Unsafe.Add(ref input1, pairs);
        ref var input3 = ref Unsafe.Add(ref input2, pairs);
        for (nint i = 0; i < pairs; i++)
        {
            var a = Vector256.LoadUnsafe(ref weights).AsInt16();
            var b = Vector256.LoadUnsafe(ref weights, 8).AsInt16();
            var x = Vector256.Create(Unsafe.Add(ref input, i)).AsInt16();
            a0 += Avx2.MultiplyAddAdjacent(x, a);
            b0 += Avx2.MultiplyAddAdjacent(x, b);
            x = Vector256.Create(Unsafe.Add(ref input1, i)).AsInt16();
            a1 += Avx2.MultiplyAddAdjacent(x, a);
            b1 += Avx2.MultiplyAddAdjacent(x, b);
            x = Vector256.Create(Unsafe.Add(ref input2, i)).AsInt16();
            a2 += Avx2.MultiplyAddAdjacent(x, a);
            b2 += Avx2.MultiplyAddAdjacent(x, b);
            x = Vector256.Create(Unsafe.Add(ref input3, i)).AsInt16();
            a3 += Avx2.MultiplyAddAdjacent(x, a);
            b3 += Avx2.MultiplyAddAdjacent(x, b);
            weights = ref Unsafe.Add(ref weights, Columns);
        }

        Store(a0, b0, ref steps, ref bias, ref result);
        Store(a1, b1, ref steps, ref bias, ref Unsafe.Add(ref result, stride));
        Store(a2, b2, ref steps, ref bias, ref Unsafe.Add(ref result, 2 * stride));
        Store(a3, b3, ref steps, ref bias, ref Unsafe.Add(ref result, 3 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneHalfRow(ref int input, nint pairs, ref int weights, ref float steps, ref float bias, ref float result, nint stride)
    {
        Vector256<int> a0 = default, b0 = default;
        for (nint i = 0; i < pairs; i++)
        {
            var a = Vector256.LoadUnsafe(ref weights).AsInt16();
            var b = Vector256.LoadUnsafe(ref weights, 8).AsInt16();
            var x = Vector256.Create(Unsafe.Add(ref input, i)).AsInt16();
            a0 += Avx2.MultiplyAddAdjacent(x, a);
            b0 += Avx2.MultiplyAddAdjacent(x, b);
            weights = ref Unsafe.Add(ref weights, Columns);
        }

        Store(a0, b0, ref steps, ref bias, ref result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<int> a, Vector512<int> b, Vector512<int> c, Vector512<int> d, ref float steps, ref float bias, ref float result)
    {
        Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(a), Vector512.LoadUnsafe(ref steps), Vector512.LoadUnsafe(ref bias)).StoreUnsafe(ref result);
        Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(b), Vector512.LoadUnsafe(ref steps, 16), Vector512.LoadUnsafe(ref bias, 16)).StoreUnsafe(ref result, 16);
        Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(c), Vector512.LoadUnsafe(ref steps, 32), Vector512.LoadUnsafe(ref bias, 32)).StoreUnsafe(ref result, 32);
        Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(d), Vector512.LoadUnsafe(ref steps, 48), Vector512.LoadUnsafe(ref bias, 48)).StoreUnsafe(ref result, 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> a, Vector256<int> b, ref float steps, ref float bias, ref float result)
    {
        Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(a), Vector256.LoadUnsafe(ref steps), Vector256.LoadUnsafe(ref bias)).StoreUnsafe(ref result);
        Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(b), Vector256.LoadUnsafe(ref steps, 8), Vector256.LoadUnsafe(ref bias, 8)).StoreUnsafe(ref result, 8);
    }
}
