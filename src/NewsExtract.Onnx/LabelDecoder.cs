namespace NewsExtract.Onnx;

/// <summary>The likeliest legal sequence of labels (Viterbi), and its mentions.</summary>
internal static class LabelDecoder
{
    /// <param name="scores">Logarithms of probabilities, a row of <see cref="LabelSet.Count"/> for each word.</param>
    /// <returns>Words of each mention, end exclusive, its label and the least probability of a word's label in (0, 1].</returns>
    public static List<(int Start, int End, int Label, double Probability)> Decode(LabelSet labels, float[][] scores)
    {
        var found = new List<(int, int, int, double)>();
        if (scores.Length == 0)
        {
            return found;
        }

        var path = FindPath(labels, scores);
        for (var start = 0; start < path.Length;)
        {
            var end = start + 1;
            var label = labels[path[start]];
            while (end < path.Length && label.Part is not (LabelPart.Outside or LabelPart.Single) && labels[path[end]].Name == label.Name
                && labels[path[end]].Part is LabelPart.Inside or LabelPart.End && labels[path[end - 1]].Part != LabelPart.End)
            {
                end++;
            }

            if (label.Part != LabelPart.Outside)
            {
                found.Add((start, end, path[start], Enumerable.Range(start, end - start).Min(i => Math.Exp(scores[i][path[i]]))));
            }

            start = end;
        }

        return found;
    }

    private static int[] FindPath(LabelSet labels, float[][] scores)
    {
        var best = Enumerable.Range(0, labels.Count).Select(k => labels.Opens(k) ? scores[0][k] : double.NegativeInfinity).ToArray();
        var from = new int[scores.Length, labels.Count];
        for (var i = 1; i < scores.Length; i++)
        {
            var next = new double[labels.Count];
            for (var k = 0; k < labels.Count; k++)
            {
                var source = 0;
                var score = double.NegativeInfinity;
                for (var p = 0; p < labels.Count; p++)
                {
                    if (labels.Follows(p, k) && best[p] > score)
                    {
                        (source, score) = (p, best[p]);
                    }
                }

                next[k] = score + scores[i][k];
                from[i, k] = source;
            }

            best = next;
        }

        var path = new int[scores.Length];
        for (var k = 1; k < labels.Count; k++)
        {
            var stands = labels.Closes(path[^1]) ? best[path[^1]] : double.NegativeInfinity;
            path[^1] = labels.Closes(k) && best[k] > stands ? k : path[^1];
        }

        for (var i = scores.Length - 1; i > 0; i--)
        {
            path[i - 1] = from[i, path[i]];
        }

        return path;
    }
}
