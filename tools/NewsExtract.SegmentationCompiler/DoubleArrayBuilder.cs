using System.Numerics;
using NewsExtract.Chinese.Segmentation;

namespace NewsExtract.SegmentationCompiler;

/// <summary>
/// Lays a trie out as a double array (Aoe 1989) in which every base is unique, so that a cell need name only the
/// character that leads to it. Nodes with many children are placed first, where there is most room.
/// </summary>
internal sealed class DoubleArrayBuilder
{
    /// <summary>More makes a smaller array and a slower build: at 8,000 the array is a tenth smaller and takes three times as long.</summary>
    private const int MaxFailures = 256;

    private readonly ushort[] _codes;
    private readonly List<TrieCell> _cells = [];
    private readonly List<bool> _baseTaken = [];

    // Free cells as a doubly linked list, in order; index 0 is its head and never a cell's place.
    private readonly List<int> _nextFree = [];
    private readonly List<int> _previousFree = [];

    // Where the search for nodes of about one size (its binary logarithm) begins: what lies before has been tried for others in vain.
    private int _cursor;
    private int _cursorSize;

    private DoubleArrayBuilder(ushort[] codes) => _codes = codes;

    /// <param name="words">In ordinal order, without duplicates, each with its entry.</param>
    /// <param name="codes">Code of each character.</param>
    public static TrieCell[] Build(IReadOnlyList<(string Word, ushort Value)> words, ushort[] codes) =>
        new DoubleArrayBuilder(codes).Build(words);

    private TrieCell[] Build(IReadOnlyList<(string Word, ushort Value)> words)
    {
        var nodes = Grow(words);
        Extend(1);
        var order = Enumerable.Range(0, nodes.Count).Where(i => nodes[i].Children.Count > 0)
            .OrderByDescending(i => i == 0).ThenByDescending(i => nodes[i].Children.Count).ToArray();
        var bases = new int[nodes.Count];
        var places = new int[nodes.Count];
        foreach (var index in order)
        {
            bases[index] = Place(nodes[index], index == 0);
            foreach (var (code, child) in nodes[index].Children)
            {
                places[child] = bases[index] + code;
            }
        }

        // Every base + code must be a cell, so that a walk never leaves the array.
        Extend(_baseTaken.Count + codesEnd());
        for (var i = 1; i < nodes.Count; i++)
        {
            _cells[places[i]] = new TrieCell(bases[i], nodes[i].Code, nodes[i].Value);
        }

        return [.. _cells];

        int codesEnd() => _codes.Max() + 1;
    }

    private List<Node> Grow(IReadOnlyList<(string Word, ushort Value)> words)
    {
        var nodes = new List<Node> { new(0) };
        var path = new List<int> { 0 };
        var previous = "";
        foreach (var (word, value) in words)
        {
            var shared = previous.AsSpan().CommonPrefixLength(word);
            path.RemoveRange(shared + 1, path.Count - shared - 1);
            for (var i = shared; i < word.Length; i++)
            {
                var code = _codes[word[i]];
                nodes[path[i]].Children.Add((code, nodes.Count));
                path.Add(nodes.Count);
                nodes.Add(new Node(code));
            }

            nodes[path[^1]].Value = value;
            previous = word;
        }

        foreach (var node in nodes)
        {
            node.Children.Sort();
        }

        return nodes;
    }

    private int Place(Node node, bool isRoot)
    {
        var first = node.Children[0].Code;
        var last = node.Children[^1].Code;
        var size = BitOperations.Log2((uint)node.Children.Count);
        if (_cursorSize != size)
        {
            (_cursorSize, _cursor) = (size, 0);
        }

        var failures = 0;
        for (var cell = _cursor == 0 ? _nextFree[0] : _cursor; ; cell = _nextFree[cell], failures++)
        {
            if (cell == 0)
            {
                cell = _cells.Count;
                Extend(_cells.Count + 4096);
            }

            var start = isRoot ? SegmentationFormat.RootBase : cell - first;
            if (start < SegmentationFormat.RootBase)
            {
                continue;
            }

            Extend(start + last + 1);
            if (!IsFree(node, start))
            {
                continue;
            }

            if (failures > MaxFailures || cell == _cursor)
            {
                _cursor = _previousFree[cell];
            }

            _baseTaken[start] = true;
            foreach (var (code, _) in node.Children)
            {
                Take(start + code);
            }

            return start;
        }
    }

    private bool IsFree(Node node, int start)
    {
        if (_baseTaken[start])
        {
            return false;
        }

        foreach (var (code, _) in node.Children)
        {
            if (_nextFree[start + code] < 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Take(int cell)
    {
        var next = _nextFree[cell];
        var previous = _previousFree[cell];
        _nextFree[previous] = next;
        _previousFree[next] = previous;
        _nextFree[cell] = -1;
    }

    private void Extend(int count)
    {
        while (_cells.Count < count)
        {
            var cell = _cells.Count;
            _cells.Add(new TrieCell(0, SegmentationFormat.EmptyCell, 0));
            _baseTaken.Add(cell < SegmentationFormat.RootBase);
            if (cell == 0)
            {
                _nextFree.Add(0);
                _previousFree.Add(0);
                continue;
            }

            var tail = _previousFree[0];
            _nextFree[tail] = cell;
            _nextFree.Add(0);
            _previousFree.Add(tail);
            _previousFree[0] = cell;
        }
    }

    private sealed class Node(ushort code)
    {
        public ushort Code { get; } = code;

        public ushort Value { get; set; }

        public List<(ushort Code, int Node)> Children { get; } = [];
    }
}
