namespace NewsExtract.Extraction.Mentions.NameShapes;

/// <summary>
/// Short names that the text itself introduces after a full one: …有限公司（以下简称“泓岳股份”）, …博览会（简称“某博会”）,
/// 国立某某科技大学（某科大). Every other place of the short name in the article is found too.
/// </summary>
internal static class AliasFinder
{
    private const int Longest = 20;
    private static readonly string[] s_introductions = ["以下简称", "下称", "简称", "证券简称", "股票简称", "又称", "全称"];

    /// <param name="allowsBare">Also a short name in brackets without 简称, when its characters stand in the full name in that order.</param>
    public static List<TextSpan> Find(NameWords words, IReadOnlyList<Mention> names, bool allowsBare)
    {
        var text = words.Text;
        var found = new List<TextSpan>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var alias = Introduced(text, name.Span, allowsBare);
            if (alias.Length < 2 || !seen.Add(alias.ToString()))
            {
                continue;
            }

            for (var at = 0; at <= text.Length - alias.Length;)
            {
                var next = text.AsSpan(at).IndexOf(alias);
                if (next < 0)
                {
                    break;
                }

                found.Add(new TextSpan(at + next, at + next + alias.Length));
                at += next + alias.Length;
            }
        }

        return found;
    }

    private static ReadOnlySpan<char> Introduced(string text, TextSpan name, bool allowsBare)
    {
        if (name.End >= text.Length || text[name.End] is not ('（' or '('))
        {
            return default;
        }

        var close = text.AsSpan(name.End).IndexOfAny('）', ')');
        if (close < 0 || close > Longest + 8)
        {
            return default;
        }

        var inner = text.AsSpan(name.End + 1, close - 1);
        foreach (var introduction in s_introductions)
        {
            if (inner.StartsWith(introduction, StringComparison.Ordinal))
            {
                var alias = inner[introduction.Length..].TrimStart("：:为").Trim("“”‘’「」 ");
                return alias.Length <= Longest && alias.IndexOfAny('，', '。', '“') < 0 ? alias : default;
            }
        }

        return allowsBare && inner.Length is >= 2 and <= 6 && IsSubsequence(inner, name.Of(text)) ? inner : default;
    }

    private static bool IsSubsequence(ReadOnlySpan<char> part, ReadOnlySpan<char> whole)
    {
        var next = 0;
        foreach (var character in part)
        {
            var found = next < whole.Length ? whole[next..].IndexOf(character) : -1;
            if (found < 0)
            {
                return false;
            }

            next += found + 1;
        }

        return true;
    }
}
