using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.NameShapes;

/// <summary>Posts as they follow names of bodies: 主任, 副局长.</summary>
internal static class PostWords
{
    private static readonly string[] s_attributes = ["专职", "常务", "执行", "第一", "原", "代", "名誉", "荣誉"];

    private static readonly string[] s_firmPosts =
        ["董事长", "总经理", "总裁", "董事", "创始人", "创办人", "总监", "执行长", "首席", "CEO", "经理", "厂长", "总工程师", "副总", "分析员", "分析师", "行长", "代表理事"];

    private static readonly WordTrie s_posts = new(
        LexiconFile.Read(typeof(PostWords).Assembly, "Mentions/NameShapes/name-words.lex.txt")
            .Where(entry => entry.Section == "title")
            .Select(entry => KeyValuePair.Create(entry.Word, 0)));

    public static bool StartsAt(ReadOnlySpan<char> text, int position)
    {
        foreach (var attribute in s_attributes)
        {
            if (position < text.Length && text[position..].StartsWith(attribute, StringComparison.Ordinal))
            {
                position += attribute.Length;
                break;
            }
        }

        return position < text.Length && (s_posts.Longest(text, position, out _) > 0 || text[position] == '副');
    }

    /// <summary>Whether a post that firms have starts at <paramref name="position"/>, an attribute before it allowed: 执行|董事长, 技术|总监.</summary>
    public static bool FirmPostAt(ReadOnlySpan<char> text, int position)
    {
        for (var skip = 0; skip <= 4 && position + skip + 2 <= text.Length; skip++)
        {
            var rest = text[(position + skip)..];
            foreach (var post in s_firmPosts)
            {
                if (rest.StartsWith(post, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            if (!char.IsLetter(rest[0]))
            {
                break;
            }
        }

        return false;
    }

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
