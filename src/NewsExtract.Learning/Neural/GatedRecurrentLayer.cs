using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Neural;

/// <summary>
/// One direction of a layer of gated recurrent units (Cho et al. 2014) in Paddle's form:
/// u, r = σ(x + h·W), c = tanh(x + (r∘h)·W'), h ← (1 − u)∘h + u∘c. What is multiplied by a matrix is rounded to
/// <see cref="QuantizedMatrix.InputScale"/> steps; the state itself is not. Immutable; safe for concurrent use.
/// </summary>
/// <param name="gates">State to update and reset gate: H × 2H; H is a multiple of <see cref="HiddenStep"/>.</param>
/// <param name="candidate">Reset state to candidate: H × H.</param>
internal sealed class GatedRecurrentLayer(QuantizedMatrix gates, QuantizedMatrix candidate)
{
    /// <summary>Values that are rounded at a time.</summary>
    public const int HiddenStep = 32;

    public int Hidden => candidate.Inputs;

    /// <summary>
    /// Runs over sentences of one batch side by side. A sentence's states do not depend on what else is in the batch.
    /// </summary>
    /// <param name="projected">Input projections, a row of 3H for each position: update, reset, candidate; bias included.</param>
    /// <param name="sentences">[start, end) in positions, longest first.</param>
    /// <param name="states">Takes the rounded state of each position: rows of 2H, of which H from <paramref name="offset"/> on.</param>
    public void Run(ReadOnlySpan<float> projected, ReadOnlySpan<TextSpan> sentences, bool backward, Span<short> states, int offset)
    {
        var hidden = Hidden;
        var state = new float[sentences.Length * hidden];
        var rounded = new short[sentences.Length * hidden];
        var reset = new short[sentences.Length * hidden];
        var gate = new float[sentences.Length * gates.Stride];
        var fresh = new float[sentences.Length * candidate.Stride];
        var active = sentences.Length;
        for (var step = 0; active > 0; step++)
        {
            while (active > 0 && sentences[active - 1].Length <= step)
            {
                active--;
            }

            gates.Multiply(rounded, active, gate, gates.Stride);
            for (var i = 0; i < active; i++)
            {
                var input = projected.Slice(PositionOf(sentences[i], step, backward) * 3 * hidden, 2 * hidden);
                OpenGates(input, gate.AsSpan(i * gates.Stride, 2 * hidden), state.AsSpan(i * hidden, hidden), reset.AsSpan(i * hidden, hidden));
            }

            candidate.Multiply(reset, active, fresh, candidate.Stride);
            for (var i = 0; i < active; i++)
            {
                var position = PositionOf(sentences[i], step, backward);
                var input = projected.Slice((position * 3 * hidden) + (2 * hidden), hidden);
                var row = rounded.AsSpan(i * hidden, hidden);
                Update(input, fresh.AsSpan(i * candidate.Stride, hidden), gate.AsSpan(i * gates.Stride, hidden), state.AsSpan(i * hidden, hidden), row);
                row.CopyTo(states.Slice((position * 2 * hidden) + offset, hidden));
            }
        }
    }

    private static int PositionOf(TextSpan sentence, int step, bool backward) => backward ? sentence.End - 1 - step : sentence.Start + step;

    /// <summary>Turns the sums in the first half of <paramref name="gate"/> into gates, and resets the state by the second half of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OpenGates(ReadOnlySpan<float> input, Span<float> gate, ReadOnlySpan<float> state, Span<short> reset)
    {
        var width = Vector512<float>.Count;
        for (var i = 0; i < state.Length; i += width)
        {
            Activation.Sigmoid(Load(gate, i) + Load(input, i)).StoreUnsafe(ref MemoryMarshal.GetReference(gate), (nuint)i);
        }

        for (var i = 0; i < state.Length; i += HiddenStep)
        {
            var at = state.Length + i;
            var low = Activation.Sigmoid(Load(gate, at) + Load(input, at)) * Load(state, i);
            var high = Activation.Sigmoid(Load(gate, at + width) + Load(input, at + width)) * Load(state, i + width);
            Round(low, high, reset, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Update(ReadOnlySpan<float> input, ReadOnlySpan<float> fresh, ReadOnlySpan<float> update, Span<float> state, Span<short> rounded)
    {
        var width = Vector512<float>.Count;
        for (var i = 0; i < state.Length; i += HiddenStep)
        {
            var low = Next(i, input, fresh, update, state);
            var high = Next(i + width, input, fresh, update, state);
            low.StoreUnsafe(ref MemoryMarshal.GetReference(state), (nuint)i);
            high.StoreUnsafe(ref MemoryMarshal.GetReference(state), (nuint)(i + width));
            Round(low, high, rounded, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Next(int i, ReadOnlySpan<float> input, ReadOnlySpan<float> fresh, ReadOnlySpan<float> update, ReadOnlySpan<float> state)
    {
        var old = Load(state, i);
        return Vector512.FusedMultiplyAdd(Load(update, i), Activation.Tanh(Load(fresh, i) + Load(input, i)) - old, old);
    }

    /// <summary>To the nearest step: adding 1.5 · 2^23 leaves the whole number in the low bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(Vector512<float> low, Vector512<float> high, Span<short> target, int index)
    {
        var scale = Vector512.Create((float)QuantizedMatrix.InputScale);
        var shift = Vector512.Create(12582912f);
        var shifted = Vector512.Narrow(Vector512.FusedMultiplyAdd(low, scale, shift).AsInt32(), Vector512.FusedMultiplyAdd(high, scale, shift).AsInt32());
        shifted.StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Load(ReadOnlySpan<float> values, int index) => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)index);
}
