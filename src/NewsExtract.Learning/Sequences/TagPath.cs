using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NewsExtract.Learning.Sequences;

/// <summary>The most likely sequence of tags (Viterbi).</summary>
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
        var weights = transitions.Weights;
        var from = new byte[scores.Length];
        Span<float> before = stackalloc float[Tags.Count], here = stackalloc float[Tags.Count];
        before.Fill(float.NegativeInfinity);
        before[Tags.Outside] = 0;
        for (var t = 0; t < length; t++)
        {
            for (var j = 0; j < Lanes; j++)
            {
                float begin = float.NegativeInfinity, single = float.NegativeInfinity;
                byte beginFrom = 0, singleFrom = 0;
                for (var k = 0; k < Lanes; k++)
                {
                    var tag = before[Tags.FirstSingle + k] >= before[Tags.FirstEnd + k] ? Tags.FirstSingle + k : Tags.FirstEnd + k;
                    if (before[tag] + weights[TagTransitions.ToBegin + (k * Lanes) + j] is var toBegin && toBegin > begin)
                    {
                        (begin, beginFrom) = (toBegin, (byte)tag);
                    }

                    if (before[tag] + weights[TagTransitions.ToSingle + (k * Lanes) + j] is var toSingle && toSingle > single)
                    {
                        (single, singleFrom) = (toSingle, (byte)tag);
                    }
                }

                Set(Tags.FirstBegin + j, j == Tags.OutsideLane ? float.NegativeInfinity : begin, beginFrom, here);
                Set(Tags.FirstSingle + j, single, singleFrom, here);
                var begun = before[Tags.FirstBegin + j];
                var within = before[Tags.FirstInside + j];
                Continue(Tags.FirstInside + j, begun + weights[TagTransitions.BeginToInside + j], within + weights[TagTransitions.InsideToInside + j], j, here);
                Continue(Tags.FirstEnd + j, begun + weights[TagTransitions.BeginToEnd + j], within + weights[TagTransitions.InsideToEnd + j], j, here);
            }

            var at = t * Tags.Count;
            for (var tag = 0; tag < Tags.Count; tag++)
            {
                here[tag] += scores[at + tag];
            }

            here.CopyTo(before);

            void Set(int tag, float score, byte origin, Span<float> target)
            {
                target[tag] = score;
                from[(t * Tags.Count) + tag] = origin;
            }

            void Continue(int tag, float fromBegin, float fromInside, int lane, Span<float> target) =>
                Set(tag, MathF.Max(fromBegin, fromInside), (byte)(fromBegin >= fromInside ? Tags.FirstBegin + lane : Tags.FirstInside + lane), target);
        }

        return Trace(from, Last(before), length, offset);
    }

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
