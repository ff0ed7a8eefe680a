using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Sequences;

/// <summary>
/// What following one tag by another adds to a path. A mention or an outside character (16 lanes) is followed by a
/// begin or a single of any lane; a begin or inside by an inside or end of its own lane. A text begins after an outside
/// character.
/// </summary>
internal sealed class TagTransitions
{
    /// <summary>From each closed lane (rows) to each begin (columns).</summary>
    public const int ToBegin = 0;

    /// <summary>From each closed lane (rows) to each single (columns).</summary>
    public const int ToSingle = Tags.Lanes * Tags.Lanes;

    public const int BeginToInside = 2 * Tags.Lanes * Tags.Lanes;
    public const int InsideToInside = BeginToInside + Tags.Lanes;
    public const int BeginToEnd = InsideToInside + Tags.Lanes;
    public const int InsideToEnd = BeginToEnd + Tags.Lanes;
    public const int Count = InsideToEnd + Tags.Lanes;

    public TagTransitions(float[] weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, Count);
        Weights = weights;
        Prepare();
    }

    public float[] Weights { get; }

    /// <summary>e to the power of each weight.</summary>
    public float[] Factors { get; } = new float[Count];

    /// <summary>The first two tables of <see cref="Factors"/> with rows and columns of each exchanged.</summary>
    public float[] FactorsByTarget { get; } = new float[2 * Tags.Lanes * Tags.Lanes];

    /// <summary>The sum of the rows of a table, each times its number. The order of the sums does not depend on the machine.</summary>
    /// <param name="numbers"><see cref="Tags.Lanes"/> of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<float> numbers, ReadOnlySpan<float> table, Span<float> result)
    {
        Vector256<float> low = default, high = default;
        for (var row = 0; row < Tags.Lanes; row++)
        {
            var number = Vector256.Create(numbers[row]);
            low += number * Vector256.Create(table.Slice(row * Tags.Lanes, 8));
            high += number * Vector256.Create(table.Slice((row * Tags.Lanes) + 8, 8));
        }

        low.CopyTo(result);
        high.CopyTo(result[8..]);
    }

    /// <summary>Computes the factors anew after a change of <see cref="Weights"/>.</summary>
    public void Prepare()
    {
        for (var i = 0; i < Count; i++)
        {
            Factors[i] = MathF.Exp(Weights[i]);
        }

        for (var row = 0; row < Tags.Lanes; row++)
        {
            for (var column = 0; column < Tags.Lanes; column++)
            {
                FactorsByTarget[ToBegin + (column * Tags.Lanes) + row] = Factors[ToBegin + (row * Tags.Lanes) + column];
                FactorsByTarget[ToSingle + (column * Tags.Lanes) + row] = Factors[ToSingle + (row * Tags.Lanes) + column];
            }
        }
    }
}
