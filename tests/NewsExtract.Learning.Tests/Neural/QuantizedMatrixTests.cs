using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using NewsExtract.Learning.Neural;

namespace NewsExtract.Learning.Tests.Neural;

public class QuantizedMatrixTests
{
    private delegate void Kernel(ref int input, nint pairs, int rows, ref int panel, ref float steps, ref float bias, ref float result, nint stride);

    [Theory]
    [InlineData(1, 4, 5)]
    [InlineData(7, 10, 57)]
    [InlineData(11, 256, 384)]
    public void A_product_is_that_of_the_weights_but_for_rounding(int rows, int inputs, int outputs)
    {
        var random = new Random(5);
        var matrixWeights = Values(random, inputs * outputs, 0.5f);
        var bias = Values(random, outputs, 1);
        var left = Inputs(random, rows * inputs);
        var matrix = new QuantizedMatrix(matrixWeights, inputs, outputs, bias);
        var results = new float[rows * matrix.Stride];

        matrix.Multiply(left, rows, results, matrix.Stride);

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < outputs; column++)
            {
                double sum = bias[column];
                for (var i = 0; i < inputs; i++)
                {
                    sum += left[(row * inputs) + i] / (double)QuantizedMatrix.InputScale * matrixWeights[(i * outputs) + column];
                }

                Assert.Equal(sum, results[(row * matrix.Stride) + column], 4e-3);
            }
        }
    }

    [Theory]
    [InlineData(256, 1f)]
    [InlineData(256, -1f)]
    [InlineData(2, 3f)]
    public void No_sum_overflows(int inputs, float weight)
    {
        var matrix = new QuantizedMatrix([.. Enumerable.Repeat(weight, inputs)], inputs, 1, []);
        var results = new float[matrix.Stride];

        matrix.Multiply([.. Enumerable.Repeat((short)QuantizedMatrix.InputScale, inputs)], 1, results, matrix.Stride);

        Assert.Equal(inputs * weight, results[0], Math.Abs(inputs * weight) * 1e-3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(13)]
    public void Every_kernel_gives_the_bits_of_whole_numbers(int rows)
    {
        const int Pairs = 9;
        var random = new Random(rows);
        var input = Inputs(random, rows * Pairs * 2);
        var panel = Inputs(random, Pairs * 2 * IntegerKernels.Columns);
        float[] steps = Values(random, IntegerKernels.Columns, 1), bias = Values(random, IntegerKernels.Columns, 1);
        var expected = new float[rows * IntegerKernels.Columns];
        for (var at = 0; at < expected.Length; at++)
        {
            var (row, column) = (at / IntegerKernels.Columns, at % IntegerKernels.Columns);
            var sum = 0;
            for (var i = 0; i < Pairs * 2; i++)
            {
                sum += input[(row * Pairs * 2) + i] * panel[(i / 2 * 2 * IntegerKernels.Columns) + (column * 2) + (i % 2)];
            }

            expected[at] = MathF.FusedMultiplyAdd(sum, steps[column], bias[column]);
        }

        foreach (var kernel in Kernels())
        {
            var results = new float[expected.Length];
            kernel(ref Unsafe.As<short, int>(ref input[0]), Pairs, rows, ref Unsafe.As<short, int>(ref panel[0]), ref steps[0], ref bias[0], ref results[0], IntegerKernels.Columns);
            Assert.Equal(expected, results);
        }
    }

    // Those that this machine has.
    private static IEnumerable<Kernel> Kernels()
    {
        yield return IntegerKernels.MultiplyPortably;
        if (Avx2.IsSupported)
        {
            yield return IntegerKernels.Multiply256;
        }

        if (Avx512BW.IsSupported)
        {
            yield return IntegerKernels.Multiply512;
        }
    }

    private static float[] Values(Random random, int count, float most) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() - 0.5f) * 2 * most)];

    private static short[] Inputs(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (short)random.Next(-QuantizedMatrix.InputScale, QuantizedMatrix.InputScale + 1))];
}
