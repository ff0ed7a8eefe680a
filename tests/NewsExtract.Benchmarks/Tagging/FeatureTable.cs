using NewsExtract.Learning.Sequences;

namespace NewsExtract.Benchmarks.Tagging;

/// <summary>Numbers the features that stand at two positions or more, as the shipped trainer does.</summary>
internal sealed class FeatureTable
{
    private const int LeastCount = 2;
    private const sbyte Limit = sbyte.MaxValue;

    private readonly Dictionary<uint, int> _rows = [];

    public FeatureTable(IReadOnlyList<SequenceLine> lines)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var hash in lines.SelectMany(static line => line.Features).SelectMany(static position => position))
        {
            counts[hash] = counts.GetValueOrDefault(hash) + 1;
        }

        Hashes = [.. counts.Where(static entry => entry.Value >= LeastCount).Select(static entry => entry.Key)];
        Array.Sort(Hashes);
        for (var row = 0; row < Hashes.Length; row++)
        {
            _rows[Hashes[row]] = row;
        }
    }

    /// <summary>Ascending; a feature's row is its place here.</summary>
    public uint[] Hashes { get; }

    public int[] Rows(uint[] hashes)
    {
        var found = new List<int>(hashes.Length);
        foreach (var hash in hashes)
        {
            if (_rows.TryGetValue(hash, out var row))
            {
                found.Add(row);
            }
        }

        return [.. found];
    }

    /// <summary>Weights in bytes as the tagger reads them; the largest in ten thousand are cut, so that the small ones keep their differences.</summary>
    /// <param name="weights"><see cref="Tags.Count"/> a row.</param>
    public SequenceWeights Quantize(float[] weights, float[] transitions)
    {
        float[] sizes = [.. weights.Where(static weight => weight != 0).Select(MathF.Abs)];
        Array.Sort(sizes);
        var scale = sizes.Length == 0 ? 1 : sizes[(int)((sizes.Length - 1) * 0.9999)] / Limit;
        var hashes = new List<uint>();
        var rows = new List<sbyte>();
        var steps = new sbyte[Tags.Count];
        for (var row = 0; row < Hashes.Length; row++)
        {
            for (var tag = 0; tag < Tags.Count; tag++)
            {
                steps[tag] = (sbyte)Math.Clamp(MathF.Round(weights[(row * Tags.Count) + tag] / scale), -Limit, Limit);
            }

            if (steps.AsSpan().ContainsAnyExcept((sbyte)0))
            {
                hashes.Add(Hashes[row]);
                rows.AddRange(steps);
            }
        }

        return new SequenceWeights([.. hashes], [.. rows], scale, transitions);
    }
}
