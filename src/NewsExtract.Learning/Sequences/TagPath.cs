using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Sequences;

/// <summary>The most likely sequence of tags (Viterbi); of equal ones the first.</summary>
internal static class TagPath
{
    private const int Lanes = Tags.Lanes;

    /// <param name="scores">Of each position its <see cref="Tags.Count"/> tags.</param>
    /// <param name="offset">Where the line starts in its text.</param>
    /// <returns>The mentions along the path, by position.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ImmutableArray<(EntityType Type, TextSpan Span)> Best(ReadOnlySpan<float> scores, TagTransitions transitions, int offset)
    {
        var length = scores.Length / Tags.Count;
        var from = new byte[scores.Length];
        Span<float> before = stackalloc float[Tags.Count];
        before.Fill(float.NegativeInfinity);
        before[Tags.Outside] = 0;
        for (var t = 0; t < length; t++)
        {
            Step(before, scores.Slice(t * Tags.Count, Tags.Count), transitions.Weights, from.AsSpan(t * Tags.Count, Tags.Count));
        }

        return Trace(from, Last(before), length, offset);
    }

    /// <summary>From the best scores of all tags at a position to those at the next.</summary>
    /// <param name="best">Of each tag, its best path's score; replaced.</param>
    /// <param name="from">Takes the tag before on the best path to each tag.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(Span<float> best, ReadOnlySpan<float> scores, ReadOnlySpan<float> weights, Span<byte> from)
    {
        Span<float> closed = stackalloc float[Lanes];
        Span<int> origins = stackalloc int[Lanes];
        for (var k = 0; k < Lanes; k++)
        {
            var tag = best[Tags.FirstSingle + k] >= best[Tags.FirstEnd + k] ? Tags.FirstSingle + k : Tags.FirstEnd + k;
            (closed[k], origins[k]) = (best[tag], tag);
        }

        Open(closed, origins, weights[TagTransitions.ToBegin..], out var begin, out var beginFrom);
        Open(closed, origins, weights[TagTransitions.ToSingle..], out var single, out var singleFrom);
        begin = begin.WithElement(Tags.OutsideLane, float.NegativeInfinity);
        var begun = Load(best, Tags.FirstBegin);
        var within = Load(best, Tags.FirstInside);
        var inside = Continue(begun + Load(weights, TagTransitions.BeginToInside), within + Load(weights, TagTransitions.InsideToInside), out var insideFrom);
        var end = Continue(begun + Load(weights, TagTransitions.BeginToEnd), within + Load(weights, TagTransitions.InsideToEnd), out var endFrom);
        (begin + Load(scores, Tags.FirstBegin)).CopyTo(best[Tags.FirstBegin..]);
        (single + Load(scores, Tags.FirstSingle)).CopyTo(best[Tags.FirstSingle..]);
        (inside + Load(scores, Tags.FirstInside)).CopyTo(best[Tags.FirstInside..]);
        (end + Load(scores, Tags.FirstEnd)).CopyTo(best[Tags.FirstEnd..]);
        Vector512.Narrow(Vector512.Narrow(beginFrom, singleFrom), Vector512.Narrow(insideFrom, endFrom)).AsByte().CopyTo(from);
    }

    /// <summary>The best way to a begin or single of each lane, from the best tag that closes each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Open(ReadOnlySpan<float> closed, ReadOnlySpan<int> origins, ReadOnlySpan<float> table, out Vector512<float> best, out Vector512<int> from)
    {
        best = Vector512.Create(float.NegativeInfinity);
        from = Vector512<int>.Zero;
        for (var k = 0; k < Lanes; k++)
        {
            var sum = Vector512.Create(closed[k]) + Load(table, k * Lanes);
            var isGreater = Vector512.GreaterThan(sum, best);
            best = Vector512.ConditionalSelect(isGreater, sum, best);
            from = Vector512.ConditionalSelect(isGreater.AsInt32(), Vector512.Create(origins[k]), from);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Continue(Vector512<float> fromBegin, Vector512<float> fromInside, out Vector512<int> from)
    {
        var isBegin = Vector512.GreaterThanOrEqual(fromBegin, fromInside);
        var lanes = Vector512<int>.Indices;
        from = Vector512.ConditionalSelect(isBegin.AsInt32(), Vector512.Create(Tags.FirstBegin) + lanes, Vector512.Create(Tags.FirstInside) + lanes);
        return Vector512.ConditionalSelect(isBegin, fromBegin, fromInside);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Load(ReadOnlySpan<float> values, int index) => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)index);

    // Only a closed tag may end a line.
    private static int Last(ReadOnlySpan<float> scores)
    {
        var best = Tags.Outside;
        for (var k = 0; k < Lanes; k++)
        {
            best = scores[Tags.FirstSingle + k] > scores[best] ? Tags.FirstSingle + k : best;
            best = k != Tags.OutsideLane && scores[Tags.FirstEnd + k] > scores[best] ? Tags.FirstEnd + k : best;
        }

        return best;
    }

    private static ImmutableArray<(EntityType Type, TextSpan Span)> Trace(byte[] from, int tag, int length, int offset)
    {
        var mentions = ImmutableArray.CreateBuilder<(EntityType, TextSpan)>();
        var end = 0;
        for (var t = length - 1; t >= 0; t--)
        {
            var lane = (EntityType)(tag % Lanes);
            if (tag is >= Tags.FirstEnd)
            {
                end = t + 1;
            }
            else if (tag is >= Tags.FirstSingle and < Tags.FirstInside)
            {
                end = t + 1;
            }

            if (tag != Tags.Outside && tag < Tags.FirstInside)
            {
                mentions.Add((lane, new TextSpan(offset + t, offset + end)));
            }

            tag = from[(t * Tags.Count) + tag];
        }

        mentions.Reverse();
        return mentions.ToImmutable();
    }
}
