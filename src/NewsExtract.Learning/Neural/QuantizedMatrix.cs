using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsExtract.Learning.Neural;

/// <summary>
/// A matrix of weights of 16 bits, for rows of inputs in [−1, 1] of 16 bits (<see cref="InputScale"/> is 1). Sums are whole numbers
/// that can't overflow, so that neither the vector width nor the order of the additions decides a bit. Immutable; safe for
/// concurrent use.
/// </summary>
internal sealed class QuantizedMatrix
{
    /// <summary>What stands for 1 among the inputs.</summary>
    public const int InputScale = 8191;

    /// <summary>Columns that lie together: four vectors of 512 bits.</summary>
    private const int Panel = IntegerKernels.Columns;

    private readonly short[] _weights;
    private readonly float[] _steps;
    private readonly float[] _bias;

    /// <param name="weights"><paramref name="inputs"/> × <paramref name="outputs"/>, row by row.</param>
    /// <param name="inputs">An even number.</param>
    /// <param name="bias">A value for each output, or empty for none.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public QuantizedMatrix(ReadOnlySpan<float> weights, int inputs, int outputs, ReadOnlySpan<float> bias)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(inputs % 2, 0, nameof(inputs));
        Inputs = inputs;
        Outputs = outputs;
        Stride = (outputs + Panel - 1) / Panel * Panel;
        _weights = new short[inputs * Stride];
        _bias = new float[Stride];
        bias.CopyTo(_bias);
        _steps = new float[Stride];
        float[] sums = new float[outputs], most = new float[outputs], factors = new float[outputs];
        for (var row = 0; row < inputs; row++)
        {
            var values = weights.Slice(row * outputs, outputs);
            for (var column = 0; column < values.Length; column++)
            {
                var size = MathF.Abs(values[column]);
                sums[column] += size;
                most[column] = MathF.Max(most[column], size);
            }
        }

        for (var column = 0; column < outputs; column++)
        {
            // Half a step of each weight may be added by rounding.
            var room = ((float)int.MaxValue / InputScale) - inputs;
            factors[column] = most[column] > 0 ? MathF.Min(short.MaxValue / most[column], room / sums[column]) : 1;
            _steps[column] = 1 / (factors[column] * InputScale);
        }

        for (var row = 0; row < inputs; row++)
        {
            var values = weights.Slice(row * outputs, outputs);
            for (var column = 0; column < values.Length; column++)
            {
                // Two inputs' weights lie side by side, columns of a panel behind each other, panels from end to end.
                var at = (column / Panel * inputs * Panel) + (row / 2 * 2 * Panel) + (column % Panel * 2) + (row % 2);
                _weights[at] = (short)MathF.Round(values[column] * factors[column]);
            }
        }
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Floats from one row of results to the next: <see cref="Outputs"/> and padding, a multiple of 64.</summary>
    public int Stride { get; }

    /// <summary>results = bias + inputs × matrix.</summary>
    /// <param name="inputs"><paramref name="rows"/> rows of <see cref="Inputs"/> values, none beyond <see cref="InputScale"/>.</param>
    /// <param name="results"><paramref name="rows"/> rows, <paramref name="stride"/> values from one to the next.</param>
    public void Multiply(ReadOnlySpan<short> inputs, int rows, Span<float> results, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, Stride);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs.Length, rows * Inputs, nameof(inputs));
        ArgumentOutOfRangeException.ThrowIfLessThan(results.Length, rows == 0 ? 0 : ((rows - 1) * stride) + Stride, nameof(results));
        ref var input = ref Unsafe.As<short, int>(ref MemoryMarshal.GetReference(inputs));
        ref var result = ref MemoryMarshal.GetReference(results);
        ref var weights = ref Unsafe.As<short, int>(ref MemoryMarshal.GetArrayDataReference(_weights));
        for (var column = 0; column < Stride; column += Panel)
        {
            IntegerKernels.Multiply(
                ref input, Inputs / 2, rows, ref Unsafe.Add(ref weights, column * Inputs / 2), ref _steps[column], ref _bias[column], ref Unsafe.Add(ref result, column), stride);
        }
    }
}
