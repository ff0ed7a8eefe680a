namespace NewsExtract.Chinese.Lexicons;

/// <summary>
/// An immutable set of words, each with a number, matched at a position of a text. Edges lie in one open-addressing
/// table keyed by (node, character). Safe for concurrent use.
/// </summary>
internal sealed class WordTrie
{
    private const int NoValue = -1;

    private readonly ulong[] _keys;
    private readonly int[] _targets;
    private readonly int _mask;
    private readonly int[] _values;

    // Most lookups find nothing and end at one of these, which stay in the processor's cache: one bit for each character
    // that begins a word, and one for the hash of each pair of characters that does.
    private readonly uint[] _starts = new uint[(char.MaxValue + 1) / 32];
    private readonly uint[] _pairs = new uint[(char.MaxValue + 1) / 32];
    private readonly bool _hasSingleCharacters;

    /// <summary>A later value of the same word wins.</summary>
    /// <exception cref="ArgumentException">An empty word or a negative value.</exception>
    public WordTrie(IEnumerable<KeyValuePair<string, int>> words)
    {
        var list = words as ICollection<KeyValuePair<string, int>> ?? [.. words];
        var capacity = 64;
        var edges = list.Sum(word => word.Key.Length) + 1;
        while (capacity < edges * 2)
        {
            capacity *= 2;
        }

        _keys = new ulong[capacity];
        _targets = new int[capacity];
        _mask = capacity - 1;
        var values = new List<int> { NoValue };
        foreach (var (word, value) in list)
        {
            ArgumentException.ThrowIfNullOrEmpty(word);
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _starts[word[0] >> 5] |= 1U << word[0];
            _hasSingleCharacters |= word.Length == 1;
            if (word.Length > 1)
            {
                var pair = PairBit(word[0], word[1]);
                _pairs[pair >> 5] |= 1U << pair;
            }

            var node = 0;
            foreach (var character in word)
            {
                node = Add(node, character, values);
            }

            values[node] = value;
        }

        _values = [.. values];
    }

    /// <summary>Length in UTF-16 units of the longest word at <paramref name="start"/>, 0 when there is none.</summary>
    public int Longest(ReadOnlySpan<char> text, int start, out int value)
    {
        var length = 0;
        value = NoValue;
        if (!Begins(text, start))
        {
            return 0;
        }

        var node = 0;
        for (var i = start; i < text.Length && (node = Find(node, text[i])) > 0; i++)
        {
            if (_values[node] != NoValue)
            {
                length = i - start + 1;
                value = _values[node];
            }
        }

        return length;
    }

    /// <summary>Adds every word at <paramref name="start"/> to <paramref name="matches"/>, shortest first.</summary>
    public void All(ReadOnlySpan<char> text, int start, ICollection<(int Length, int Value)> matches)
    {
        var node = 0;
        for (var i = Begins(text, start) ? start : text.Length; i < text.Length && (node = Find(node, text[i])) > 0; i++)
        {
            if (_values[node] != NoValue)
            {
                matches.Add((i - start + 1, _values[node]));
            }
        }
    }

    public bool TryGet(ReadOnlySpan<char> word, out int value)
    {
        var node = 0;
        value = NoValue;
        if (!Begins(word, 0))
        {
            return false;
        }

        foreach (var character in word)
        {
            node = Find(node, character);
            if (node <= 0)
            {
                return false;
            }
        }

        value = _values[node];
        return value != NoValue;
    }

    /// <summary>For callers that walk themselves: the node that a character leads to from a node (the root is 0), or 0.</summary>
    public int Step(int node, char character) => node == 0 && (_starts[character >> 5] >> (character & 31) & 1) == 0 ? 0 : Find(node, character);

    /// <summary>Number of the word that ends at a node, or a negative number.</summary>
    public int ValueAt(int node) => _values[node];

    /// <summary>Whether a word may begin at <paramref name="start"/>; false is certain.</summary>
    private bool Begins(ReadOnlySpan<char> text, int start)
    {
        if ((uint)start >= (uint)text.Length || (_starts[text[start] >> 5] >> (text[start] & 31) & 1) == 0)
        {
            return false;
        }

        if (_hasSingleCharacters)
        {
            return true;
        }

        if (start + 1 >= text.Length)
        {
            return false;
        }

        var pair = PairBit(text[start], text[start + 1]);
        return (_pairs[pair >> 5] >> (pair & 31) & 1) != 0;
    }

    private static int PairBit(char first, char second) => ((first * 40503) ^ (second * 25717)) & char.MaxValue;

    private static ulong Key(int node, char character) => (((ulong)(uint)node << 16) | character) + 1;

    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 32) & _mask;

    private int Find(int node, char character)
    {
        var key = Key(node, character);
        for (var slot = Slot(key); _keys[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == key)
            {
                return _targets[slot];
            }
        }

        return 0;
    }

    private int Add(int node, char character, List<int> values)
    {
        var key = Key(node, character);
        var slot = Slot(key);
        for (; _keys[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == key)
            {
                return _targets[slot];
            }
        }

        _keys[slot] = key;
        _targets[slot] = values.Count;
        values.Add(NoValue);
        return values.Count - 1;
    }
}
