using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.NameShapes;

/// <summary>Posts as they follow names of bodies: 主任, 副局长.</summary>
internal static class PostWords
{
    private static readonly WordTrie s_posts = new(
        LexiconFile.Read(typeof(PostWords).Assembly, "Mentions/NameShapes/name-words.lex.txt")
            .Where(entry => entry.Section == "title")
            .Select(entry => KeyValuePair.Create(entry.Word, 0)));

    public static bool StartsAt(ReadOnlySpan<char> text, int position) =>
        position < text.Length && (s_posts.Longest(text, position, out _) > 0 || text[position] == '副');

    /// <summary>Length of the post that <paramref name="word"/> ends with, when something stands before it: 局局长 gives 2.</summary>
    public static int LengthAtEnd(ReadOnlySpan<char> word)
    {
        for (var start = 1; start <= word.Length - 2; start++)
        {
            if (s_posts.TryGet(word[start..], out _))
            {
                return word.Length - start;
            }
        }

        return 0;
    }
}
