namespace NewsExtract.Chinese.Normalization;

/// <summary>The view while it is built: characters and, for each, its index in the source.</summary>
internal sealed class ViewBuffer(int capacity)
{
    private char[] _text = new char[capacity];
    private int[] _offsets = new int[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Text => _text.AsSpan(0, Length);

    public ReadOnlySpan<int> Offsets => _offsets.AsSpan(0, Length);

    public char Last => _text[Length - 1];

    public void Add(char character, int offset)
    {
        if (Length == _text.Length)
        {
            Array.Resize(ref _text, Math.Max(16, Length * 2));
            Array.Resize(ref _offsets, _text.Length);
        }

        _text[Length] = character;
        _offsets[Length] = offset;
        Length++;
    }

    /// <summary>The characters from <paramref name="start"/> on, to be changed in place.</summary>
    public Span<char> Writable(int start) => _text.AsSpan(start, Length - start);

    /// <param name="positions">Ascending.</param>
    public void Remove(List<int> positions)
    {
        if (positions.Count == 0)
        {
            return;
        }

        var target = positions[0];
        var next = 0;
        for (var i = positions[0]; i < Length; i++)
        {
            if (next < positions.Count && positions[next] == i)
            {
                next++;
                continue;
            }

            _text[target] = _text[i];
            _offsets[target] = _offsets[i];
            target++;
        }

        Length = target;
    }
}
