using System.Collections.Immutable;

namespace NewsExtract.Storage.Queries;

/// <summary>Where words stand in a text, blanks between their characters left aside: 李 明 is found by 李明.</summary>
internal static class LiteralHits
{
    /// <param name="folded">As long as the text.</param>
    /// <param name="words">Folded.</param>
    public static ImmutableArray<TextSpan> Find(string folded, IEnumerable<string> words) =>
        [.. words.SelectMany(word => Find(folded, word)).Distinct().Order()];

    private static IEnumerable<TextSpan> Find(string folded, string word)
    {
        var wanted = string.Concat(word.Where(static character => !char.IsWhiteSpace(character)));
        if (wanted.Length == 0)
        {
            yield break;
        }

        for (var start = folded.IndexOf(wanted[0]); start >= 0; start = folded.IndexOf(wanted[0], start + 1))
        {
            var (at, matched) = (start, 0);
            while (at < folded.Length && matched < wanted.Length)
            {
                if (folded[at] == wanted[matched])
                {
                    matched++;
                }
                else if (folded[at] == '\n' || !char.IsWhiteSpace(folded[at]))
                {
                    break;
                }

                at++;
            }

            if (matched == wanted.Length)
            {
                yield return new TextSpan(start, at);
            }
        }
    }
}
