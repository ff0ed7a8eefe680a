using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NewsExtract.Learning.Features;

namespace NewsExtract.Learning.Spans;

/// <summary>
/// What a classifier knows of a candidate: what the tagger holds of it, of its rivals, and of the same words elsewhere in the
/// article. Not whether rules proposed it: in bulletins that rules were written for, that says too much.
/// </summary>
internal static class SpanFeatures
{
    /// <summary>Of these features; a classifier of another version is refused.</summary>
    public const int Version = 1;

    private const int TypeCount = 15;
    private const int OfType = 13;

    /// <summary>Features of a candidate.</summary>
    public const int Width = OfType + TypeCount;

    private const float MostOdds = 10;

    /// <param name="pool">All candidates of a text, by position.</param>
    /// <returns>A row of <see cref="Width"/> for each.</returns>
    public static float[][] Of(ArticleText text, ImmutableArray<Token> tokens, ImmutableArray<SpanCandidate> pool)
    {
        var view = text.Text;
        var tokensBefore = Count(tokens, view.Length);
        var surfaces = pool.Select(candidate => view.Substring(candidate.Span.Start, candidate.Span.Length)).ToArray();
        var bySurface = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < pool.Length; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(bySurface, surfaces[i], out _) ??= [];
            bySurface[surfaces[i]].Add(i);
        }

        // Names stand thick in news and thin in commentary.
        var proposals = pool.Count(candidate => candidate.Source == SpanSource.Proposal && candidate.Type < EntityType.Date);
        var density = 100f * proposals / Math.Max(1, view.Length);
        var rows = new float[pool.Length][];
        for (var i = 0; i < pool.Length; i++)
        {
            var candidate = pool[i];
            var row = rows[i] = new float[Width];
            row[0] = LogOdds(candidate.Probability);
            row[1] = LogOdds(Rivals(pool, i).Select(rival => rival.Probability).DefaultIfEmpty(0).Max());
            row[2] = candidate.Span.Length;
            row[3] = tokensBefore[candidate.Span.Start + 1] - tokensBefore[candidate.Span.Start];
            row[4] = candidate.Span.End == view.Length ? 1 : tokensBefore[candidate.Span.End + 1] - tokensBefore[candidate.Span.End];
            var same = bySurface[surfaces[i]].Where(other => pool[other].Span != candidate.Span).ToList();
            row[5] = same.Count(other => pool[other].Type == candidate.Type);
            row[6] = LogOdds(same.Where(other => pool[other].Type == candidate.Type).Select(other => pool[other].Probability).DefaultIfEmpty(0).Max());
            row[7] = LogOdds(same.Where(other => pool[other].Type != candidate.Type).Select(other => pool[other].Probability).DefaultIfEmpty(0).Max());
            row[8] = Occurrences(view, surfaces[i], candidate.Span.Start);
            row[9] = density;
            row[10] = candidate.Span.Start == 0 ? CharacterShapes.Edge : CharacterShapes.Of(view[candidate.Span.Start - 1]);
            row[11] = candidate.Span.End == view.Length ? CharacterShapes.Edge : CharacterShapes.Of(view[candidate.Span.End]);
            row[12] = tokensBefore[candidate.Span.End] - tokensBefore[candidate.Span.Start];
            row[OfType + (int)candidate.Type] = 1;
        }

        return rows;
    }

    private static IEnumerable<SpanCandidate> Rivals(ImmutableArray<SpanCandidate> pool, int index)
    {
        var span = pool[index].Span;
        for (var i = index - 1; i >= 0 && span.Start - pool[i].Span.Start < 200; i--)
        {
            if (pool[i].Span.End > span.Start)
            {
                yield return pool[i];
            }
        }

        for (var i = index + 1; i < pool.Length && pool[i].Span.Start < span.End; i++)
        {
            yield return pool[i];
        }
    }

    // Within so many characters on both sides: the time stays in proportion to the text.
    private static int Occurrences(string text, string surface, int place)
    {
        const int Reach = 5000;
        const int Most = 10;
        var start = Math.Max(0, place - Reach);
        var near = text.AsSpan(start, Math.Min(text.Length, place + Reach) - start);
        return Math.Min(Most, near.Count(surface));
    }

    /// <returns>For each place in a text how many tokens begin before it.</returns>
    private static int[] Count(ImmutableArray<Token> tokens, int length)
    {
        var before = new int[length + 1];
        foreach (var token in tokens)
        {
            before[token.Span.Start + 1]++;
        }

        for (var i = 0; i < length; i++)
        {
            before[i + 1] += before[i];
        }

        return before;
    }

    private static float LogOdds(double probability) => probability <= 0 ? -MostOdds : probability >= 1 ? MostOdds : Math.Clamp((float)Math.Log(probability / (1 - probability)), -MostOdds, MostOdds);
}
