using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsExtract.Learning.Neural;

/// <summary>
/// One direction of a layer of gated recurrent units (Cho et al. 2014) in Paddle's form:
/// u, r = σ(x + h·W), c = tanh(x + (r∘h)·W'), h ← (1 − u)∘h + u∘c. Immutable; safe for concurrent use.
/// </summary>
/// <param name="gates">State to update and reset gate: H × 2H.</param>
/// <param name="candidate">Reset state to candidate: H × H.</param>
internal sealed class GatedRecurrentLayer(PackedMatrix gates, PackedMatrix candidate)
{
    public int Hidden => candidate.Inputs;

    /// <summary>
    /// Runs over sentences of one batch side by side. A sentence's states do not depend on what else is in the batch.
    /// </summary>
    /// <param name="projected">Input projections, rows of <paramref name="stride"/> values of which the first 3H count: update, reset,
    /// candidate; bias included.</param>
    /// <param name="rowOf">The row of <paramref name="projected"/> for each position.</param>
    /// <param name="sentences">[start, end) in positions, longest first.</param>
    /// <param name="states">Takes the state of each position: rows of 2H, of which H from <paramref name="offset"/> on.</param>
    public void Run(
        ReadOnlySpan<float> projected,
        int stride,
        ReadOnlySpan<int> rowOf,
        ReadOnlySpan<TextSpan> sentences,
        bool backward,
        Span<float> states,
        int offset)
    {
        var hidden = Hidden;
        var state = new float[sentences.Length * hidden];
        var reset = new float[sentences.Length * hidden];
        var gate = new float[sentences.Length * gates.Stride];
        var fresh = new float[sentences.Length * candidate.Stride];
        var active = sentences.Length;
        for (var step = 0; active > 0; step++)
        {
            while (active > 0 && sentences[active - 1].Length <= step)
            {
                active--;
            }

            gates.Multiply(state, active, gate);
            for (var i = 0; i < active; i++)
            {
                var position = backward ? sentences[i].End - 1 - step : sentences[i].Start + step;
                var input = projected.Slice(rowOf[position] * stride, 2 * hidden);
                OpenGates(input, gate.AsSpan(i * gates.Stride, 2 * hidden), state.AsSpan(i * hidden, hidden), reset.AsSpan(i * hidden, hidden));
            }

            candidate.Multiply(reset, active, fresh);
            for (var i = 0; i < active; i++)
            {
                var position = backward ? sentences[i].End - 1 - step : sentences[i].Start + step;
                var input = projected.Slice((rowOf[position] * stride) + (2 * hidden), hidden);
                var row = state.AsSpan(i * hidden, hidden);
                Update(input, fresh.AsSpan(i * candidate.Stride, hidden), gate.AsSpan(i * gates.Stride, hidden), row);
                row.CopyTo(states.Slice((position * 2 * hidden) + offset, hidden));
            }
        }
    }

    /// <summary>Turns the sums in <paramref name="gate"/> into gates and resets the state by the second half of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OpenGates(ReadOnlySpan<float> input, Span<float> gate, ReadOnlySpan<float> state, Span<float> reset)
    {
        for (var i = 0; i < gate.Length; i += Vector<float>.Count)
        {
            var open = Activation.Sigmoid(Load(gate, i) + Load(input, i));
            open.CopyTo(gate[i..]);
            if (i >= state.Length)
            {
                (open * Load(state, i - state.Length)).CopyTo(reset[(i - state.Length)..]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Update(ReadOnlySpan<float> input, ReadOnlySpan<float> fresh, ReadOnlySpan<float> update, Span<float> state)
    {
        for (var i = 0; i < state.Length; i += Vector<float>.Count)
        {
            var old = Load(state, i);
            var candidate = Activation.Tanh(Load(fresh, i) + Load(input, i));
            Vector.FusedMultiplyAdd(Load(update, i), candidate - old, old).CopyTo(state[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Load(ReadOnlySpan<float> values, int index) => Vector.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)index);
}
