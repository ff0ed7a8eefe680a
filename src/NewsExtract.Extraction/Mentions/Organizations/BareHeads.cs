using NewsExtract.Extraction.Mentions.NameShapes;

namespace NewsExtract.Extraction.Mentions.Organizations;

/// <summary>学院, 研究院, 管理局 before a post, where the article names one in full.</summary>
internal static class BareHeads
{
    private static readonly string[] s_heads =
        ["学院", "大学", "研究院", "研究所", "设计院", "管理局", "管理处", "督察组", "校友会", "执委会", "协会", "商会", "联合会"];

    public static List<TextSpan> Find(NameWords words, List<Mention> names)
    {
        var text = words.Text;
        var found = new List<TextSpan>();
        foreach (var head in s_heads)
        {
            if (!names.Exists(name => name.Span.Length > head.Length && name.Span.Of(text).EndsWith(head, StringComparison.Ordinal)))
            {
                continue;
            }

            for (var at = text.IndexOf(head, StringComparison.Ordinal); at >= 0; at = text.IndexOf(head, at + head.Length, StringComparison.Ordinal))
            {
                var end = at + head.Length;
                var isAlone = at == 0 || words.Has(words.WordAt(at - 1), WordTraits.Stop | WordTraits.Punctuation | WordTraits.Title);
                if (isAlone && words.StartsWord(at) && PostWords.StartsAt(text, end))
                {
                    found.Add(new TextSpan(at, end));
                }
            }
        }

        return found;
    }
}
