using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsExtract.Learning.Neural;

/// <summary>
/// A matrix of weights, laid out for multiplication by rows of inputs. A value of a product is one chain of fused
/// multiply-adds over the inputs in their order, whatever the vector width and however many rows are taken at once; a fused
/// multiply-add is rounded once (IEEE 754), so every machine gives the same bits.
/// </summary>
internal sealed class PackedMatrix
{
    /// <summary>Three vectors by four rows: twelve sums, which with their operands fill the sixteen registers of AVX2.</summary>
    private const int PanelVectors = 3;
    private const int BlockRows = 4;

    private static readonly int s_panel = PanelVectors * Vector<float>.Count;

    private readonly float[] _weights;
    private readonly float[] _bias;

    /// <param name="weights"><paramref name="inputs"/> × <paramref name="outputs"/>, row by row.</param>
    /// <param name="bias">A value for each output, or empty for none.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PackedMatrix(ReadOnlySpan<float> weights, int inputs, int outputs, ReadOnlySpan<float> bias)
    {
        Inputs = inputs;
        Outputs = outputs;
        Stride = (outputs + s_panel - 1) / s_panel * s_panel;
        _weights = new float[inputs * Stride];
        _bias = new float[Stride];
        bias.CopyTo(_bias);
        for (var column = 0; column < outputs; column++)
        {
            // Panels of a few columns lie one behind the other, each read from end to end in the innermost loop.
            var start = (column / s_panel * inputs * s_panel) + (column % s_panel);
            for (var row = 0; row < inputs; row++)
            {
                _weights[start + (row * s_panel)] = weights[(row * outputs) + column];
            }
        }
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Floats from one row of results to the next: <see cref="Outputs"/> and padding.</summary>
    public int Stride { get; }

    /// <summary>results = bias + inputs × matrix.</summary>
    /// <param name="inputs"><paramref name="rows"/> rows of <see cref="Inputs"/> values.</param>
    /// <param name="results"><paramref name="rows"/> rows of <see cref="Stride"/> values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // most of a short run would be over before it were compiled well
    public void Multiply(ReadOnlySpan<float> inputs, int rows, Span<float> results)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs.Length, rows * Inputs, nameof(inputs));
        ArgumentOutOfRangeException.ThrowIfLessThan(results.Length, rows * Stride, nameof(results));
        ref var input = ref MemoryMarshal.GetReference(inputs);
        ref var result = ref MemoryMarshal.GetReference(results);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref var bias = ref MemoryMarshal.GetArrayDataReference(_bias);
        for (var column = 0; column < Stride; column += s_panel)
        {
            ref var panel = ref Unsafe.Add(ref weights, column * Inputs);
            ref var start = ref Unsafe.Add(ref bias, column);
            var row = 0;
            for (; row + BlockRows <= rows; row += BlockRows)
            {
                MultiplyBlock(ref Unsafe.Add(ref input, row * Inputs), Inputs, ref panel, ref start, ref Unsafe.Add(ref result, (row * Stride) + column), Stride);
            }

            for (; row < rows; row++)
            {
                MultiplyRow(ref Unsafe.Add(ref input, row * Inputs), Inputs, ref panel, ref start, ref Unsafe.Add(ref result, (row * Stride) + column));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyBlock(ref float input, int inputs, ref float panel, ref float start, ref float result, int stride)
    {
        var width = (nuint)Vector<float>.Count;
        Vector<float> a0 = Vector.LoadUnsafe(ref start), b0 = Vector.LoadUnsafe(ref start, width), c0 = Vector.LoadUnsafe(ref start, 2 * width);
        Vector<float> a1 = a0, b1 = b0, c1 = c0, a2 = a0, b2 = b0, c2 = c0, a3 = a0, b3 = b0, c3 = c0;
        ref var input1 = ref Unsafe.Add(ref input, inputs);
        ref var input2 = ref Unsafe.Add(ref input1, inputs);
        ref var input3 = ref Unsafe.Add(ref input2, inputs);
        for (nint i = 0; i < inputs; i++)
        {
            var a = Vector.LoadUnsafe(ref panel);
            var b = Vector.LoadUnsafe(ref panel, width);
            var c = Vector.LoadUnsafe(ref panel, 2 * width);
            var x = new Vector<float>(Unsafe.Add(ref input, i));
            a0 = Vector.FusedMultiplyAdd(x, a, a0);
            b0 = Vector.FusedMultiplyAdd(x, b, b0);
            c0 = Vector.FusedMultiplyAdd(x, c, c0);
            x = new Vector<float>(Unsafe.Add(ref input1, i));
            a1 = Vector.FusedMultiplyAdd(x, a, a1);
            b1 = Vector.FusedMultiplyAdd(x, b, b1);
            c1 = Vector.FusedMultiplyAdd(x, c, c1);
            x = new Vector<float>(Unsafe.Add(ref input2, i));
            a2 = Vector.FusedMultiplyAdd(x, a, a2);
            b2 = Vector.FusedMultiplyAdd(x, b, b2);
            c2 = Vector.FusedMultiplyAdd(x, c, c2);
            x = new Vector<float>(Unsafe.Add(ref input3, i));
            a3 = Vector.FusedMultiplyAdd(x, a, a3);
            b3 = Vector.FusedMultiplyAdd(x, b, b3);
            c3 = Vector.FusedMultiplyAdd(x, c, c3);
            panel = ref Unsafe.Add(ref panel, 3 * (nint)width);
        }

        Store(a0, b0, c0, ref result);
        Store(a1, b1, c1, ref Unsafe.Add(ref result, stride));
        Store(a2, b2, c2, ref Unsafe.Add(ref result, 2 * stride));
        Store(a3, b3, c3, ref Unsafe.Add(ref result, 3 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyRow(ref float input, int inputs, ref float panel, ref float start, ref float result)
    {
        var width = (nuint)Vector<float>.Count;
        var a = Vector.LoadUnsafe(ref start);
        var b = Vector.LoadUnsafe(ref start, width);
        var c = Vector.LoadUnsafe(ref start, 2 * width);
        for (nint i = 0; i < inputs; i++)
        {
            var x = new Vector<float>(Unsafe.Add(ref input, i));
            a = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref panel), a);
            b = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref panel, width), b);
            c = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref panel, 2 * width), c);
            panel = ref Unsafe.Add(ref panel, 3 * (nint)width);
        }

        Store(a, b, c, ref result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector<float> a, Vector<float> b, Vector<float> c, ref float result)
    {
        a.StoreUnsafe(ref result);
        b.StoreUnsafe(ref result, (nuint)Vector<float>.Count);
        c.StoreUnsafe(ref result, 2 * (nuint)Vector<float>.Count);
    }
}
