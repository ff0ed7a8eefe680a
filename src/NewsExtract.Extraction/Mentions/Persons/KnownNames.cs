using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.Persons;

/// <summary>Finds the names that an article vouches for once wherever they stand in it, and the last part of foreign names.</summary>
internal static class KnownNames
{
    private const char Dot = '·';

    /// <returns>The candidates and the further places of their names, by position, without overlaps.</returns>
    public static List<PersonCandidate> Spread(string text, TokenMap tokens, List<PersonCandidate> found)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var person in found)
        {
            if (!person.IsFirm)
            {
                continue;
            }

            var name = person.Span.Of(text);
            words[name.ToString()] = 0;
            var dot = name.LastIndexOf(Dot);
            if (dot >= 0 && name.Length - dot > 2)
            {
                words.TryAdd(name[(dot + 1)..].ToString(), 1);
            }
        }

        if (words.Count == 0)
        {
            return found;
        }

        var trie = new WordTrie(words);
        var all = new List<PersonCandidate>(found.Count);
        var next = 0;
        for (var i = 0; i < text.Length;)
        {
            while (next < found.Count && found[next].Span.Start < i)
            {
                next++;
            }

            var length = trie.Longest(text, i, out var kind);
            if (next < found.Count && found[next].Span.Start == i && found[next].Span.Length >= length)
            {
                all.Add(found[next]);
                i = found[next].Span.End;
                continue;
            }

            // A known name stands on its own, not in a longer word, unless the words are in doubt.
            if (length > 0 && (next >= found.Count || found[next].Span.Start >= i + length || found[next].Span.Start == i)
                && (kind == 0 || i == 0 || text[i - 1] != Dot) && IsNameHere(text, tokens, i, length))
            {
                all.Add(new PersonCandidate(new TextSpan(i, i + length), true));
                i += length;
                continue;
            }

            i++;
        }

        return all;
    }

    private static bool IsNameHere(string text, TokenMap tokens, int start, int length)
    {
        var end = start + length;
        if (length > 2)
        {
            return true;
        }

        var word = tokens.At(start);
        if (word.Span.Start < start || word.Span.End > end)
        {
            // 国安|部: inside a longer word. A name that the words cut in two is none of these.
            if (word.Span.Start <= start && word.Span.End >= end)
            {
                return false;
            }
        }

        // 幸福, 关心: a word that is a name here only where its company shows it.
        if (tokens.Exactly(start, end) is not { Tag: { } tag } || tag.StartsWith("nr", StringComparison.Ordinal))
        {
            return true;
        }

        var after = PersonLexicon.After.Longest(text, end, out var kind);
        var opens = start == 0 || text[start - 1] is '\n' or '。' or '，' or '”' or '；' or '、' or '（' or ' ';
        return (after > 0 && kind == 0)
            || (opens && (after > 0 || tokens.IsPredicateStart(end) || end == text.Length || text[end] is '、' or '）' or '：' or '\n'));
    }
}
