using System.Reflection;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.NameShapes;

/// <summary>A suffix found in the text.</summary>
/// <param name="Kinds">Bit n stands for the n-th section; a word may stand in several.</param>
internal readonly record struct SuffixMatch(int Start, int End, int Kinds)
{
    /// <summary>The first section that has the word.</summary>
    public int Kind => int.TrailingZeroCount(Kinds);
}

/// <summary>Suffixes by kind. A kind is a section of the file; the sections must be the ones that the reader names.</summary>
internal sealed class SuffixLexicon
{
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly string[] _sections;
    private readonly WordTrie _words;

    /// <exception cref="InvalidDataException">A section that <paramref name="kinds"/> does not name.</exception>
    public SuffixLexicon(string file, params ReadOnlySpan<string> kinds)
        : this(typeof(SuffixLexicon).Assembly, file, kinds)
    {
    }

    /// <inheritdoc cref="SuffixLexicon(string, ReadOnlySpan{string})"/>
    public SuffixLexicon(Assembly assembly, string file, params ReadOnlySpan<string> kinds)
    {
        _sections = [.. kinds];
        foreach (var entry in LexiconFile.Read(assembly, file))
        {
            var kind = kinds.IndexOf(entry.Section);
            if (kind < 0)
            {
                throw new InvalidDataException($"{file}: section [{entry.Section}] is unknown");
            }

            _kinds[entry.Word] = _kinds.GetValueOrDefault(entry.Word) | (1 << kind);
        }

        _words = new WordTrie(_kinds);
    }

    /// <summary>The words of one section, each with <paramref name="value"/>.</summary>
    public IEnumerable<KeyValuePair<string, int>> Section(string section, int value = 0)
    {
        var bit = 1 << Array.IndexOf(_sections, section);
        return _kinds.Where(word => (word.Value & bit) != 0).Select(word => KeyValuePair.Create(word.Key, value));
    }

    /// <summary>
    /// Every suffix that ends where a word ends, by end; of those with one end the longest.
    /// </summary>
    public List<SuffixMatch> Find(NameWords words)
    {
        var text = words.Text;
        var found = new List<SuffixMatch>();
        var here = new List<(int Length, int Value)>();
        var byEnd = new Dictionary<int, int>();
        for (var start = 0; start < text.Length; start++)
        {
            here.Clear();
            _words.All(text, start, here);
            foreach (var (length, kinds) in here)
            {
                // The first found for an end is the longest, as starts go up. A long suffix is one whatever words the
                // tokenizer sees: 工业和信息化|部党组.
                if ((length >= 4 || words.StartsWord(start + length)) && IsWordLike(words, start, length) && byEnd.TryAdd(start + length, found.Count))
                {
                    found.Add(new SuffixMatch(start, start + length, kinds));
                }
            }
        }

        return found;
    }

    private static bool IsPlain(NameWords words, int start) =>
        start > 0 && (NameWordLexicon.Traits(words.Text.AsSpan(start - 1, 2), "n") & WordTraits.Plain) != 0
        && !(words.StartsWord(start) && words.EndsToken(start));

    /// <summary>
    /// Whether a short suffix is more than the end of an ordinary word (委 in 常委, 署 in 部署) and no chance meeting of two
    /// words (学|校 in 大学|校地).
    /// </summary>
    private static bool IsWordLike(NameWords words, int start, int length)
    {
        // 香港|科创: most words that open so are no sections.
        if (length == 1 && words.Text[start] == '科' && !words.EndsToken(start + 1) && !PostWords.StartsAt(words.Text, start + 1))
        {
            return false;
        }

        if (length == 1 && IsPlain(words, start))
        {
            return false;
        }

        if (words.StartsWord(start) || length > 2)
        {
            return true;
        }

        var word = words.WordAt(start);
        return length == 1
            ? !words.Has(word, WordTraits.Title | WordTraits.Stop | WordTraits.Generic | WordTraits.Verb)
            : words.Text[start] != '学' || words.Text[start + 1] != '校' || words.Span(word).End == start + length;
    }
}
