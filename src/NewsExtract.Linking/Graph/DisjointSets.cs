namespace NewsExtract.Linking.Graph;

/// <summary>Sets of nodes that only ever grow together; the least node stands for its set.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _above;

    public DisjointSets(int count)
    {
        _above = new int[count];
        for (var node = 0; node < count; node++)
        {
            _above[node] = node;
        }
    }

    public int Find(int node)
    {
        while (_above[node] != node)
        {
            _above[node] = _above[_above[node]];
            node = _above[node];
        }

        return node;
    }

    /// <returns>Whether they were two.</returns>
    public bool Union(int one, int other)
    {
        (one, other) = (Find(one), Find(other));
        if (one == other)
        {
            return false;
        }

        _above[Math.Max(one, other)] = Math.Min(one, other);
        return true;
    }
}
