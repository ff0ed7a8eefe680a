using System.Text;

namespace NewsExtract.Evaluation;

/// <summary>
/// Likeness of two strings after Ratcliff and Obershelp ("Pattern Matching: The Gestalt Approach", 1988), with the
/// choices of Python's difflib.SequenceMatcher without its "autojunk": of the longest common runs the earliest in the
/// first string counts, and of those the earliest in the second.
/// </summary>
internal static class SequenceRatio
{
    /// <returns>2 M / T, M matched and T all code points; 1 for two empty strings.</returns>
    public static double Of(string left, string right)
    {
        var a = CodePoints(left);
        var b = CodePoints(right);
        return a.Length + b.Length == 0 ? 1 : 2.0 * CountMatches(a, b) / (a.Length + b.Length);
    }

    public static int[] CodePoints(string text) => [.. text.EnumerateRunes().Select(rune => rune.Value)];

    private static int CountMatches(int[] a, int[] b)
    {
        var places = new Dictionary<int, List<int>>();
        for (var j = 0; j < b.Length; j++)
        {
            if (!places.TryGetValue(b[j], out var list))
            {
                places.Add(b[j], list = []);
            }

            list.Add(j);
        }

        var total = 0;
        var lengths = new int[b.Length + 1];
        var next = new int[b.Length + 1];
        var ranges = new Stack<(int ALow, int AHigh, int BLow, int BHigh)>();
        ranges.Push((0, a.Length, 0, b.Length));
        while (ranges.TryPop(out var range))
        {
            var (start, other, size) = Longest(a, places, range, ref lengths, ref next);
            if (size == 0)
            {
                continue;
            }

            total += size;
            ranges.Push((range.ALow, start, range.BLow, other));
            ranges.Push((start + size, range.AHigh, other + size, range.BHigh));
        }

        return total;
    }

    /// <param name="lengths">lengths[j + 1] is the length of the common run that ends before a[i] and with b[j].</param>
    private static (int Start, int Other, int Size) Longest(
        int[] a,
        Dictionary<int, List<int>> places,
        (int ALow, int AHigh, int BLow, int BHigh) range,
        ref int[] lengths,
        ref int[] next)
    {
        int start = range.ALow, other = range.BLow, size = 0;
        Array.Clear(lengths);
        for (var i = range.ALow; i < range.AHigh; i++)
        {
            Array.Clear(next);
            if (places.TryGetValue(a[i], out var list))
            {
                foreach (var j in list)
                {
                    if (j < range.BLow || j >= range.BHigh)
                    {
                        continue;
                    }

                    var run = lengths[j] + 1;
                    next[j + 1] = run;
                    if (run > size)
                    {
                        (start, other, size) = (i - run + 1, j - run + 1, run);
                    }
                }
            }

            (lengths, next) = (next, lengths);
        }

        return (start, other, size);
    }
}
