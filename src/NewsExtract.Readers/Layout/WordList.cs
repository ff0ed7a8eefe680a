namespace NewsExtract.Readers.Layout;

/// <summary>A set of words that is asked for the longest one at the beginning or end of a text.</summary>
internal sealed class WordList
{
    // A frozen set would be a little quicker to ask and a lot slower to build; most runs read one short text.
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    public WordList(IEnumerable<string> words)
    {
        var set = new HashSet<string>(words, StringComparer.Ordinal);
        _lookup = set.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in set)
        {
            _longest = Math.Max(_longest, word.Length);
        }
    }

    public bool Contains(ReadOnlySpan<char> text) => text.Length <= _longest && _lookup.Contains(text);

    /// <summary>Length of the longest word at the beginning; 0 when there is none.</summary>
    public int AtStart(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(_longest, text.Length); length > 0; length--)
        {
            if (_lookup.Contains(text[..length]))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>Length of the longest word at the end; 0 when there is none.</summary>
    public int AtEnd(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(_longest, text.Length); length > 0; length--)
        {
            if (_lookup.Contains(text[^length..]))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>Whether a word stands anywhere in a short text.</summary>
    public bool IsWithin(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (AtStart(text[i..]) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
