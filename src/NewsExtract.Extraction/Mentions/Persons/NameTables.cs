namespace NewsExtract.Extraction.Mentions.Persons;

/// <summary>
/// Lines that are nothing but names in columns, as lists of members and signatories are set: 丁毅　罗志平　李小禾（女）.
/// </summary>
internal static class NameTables
{
    /// <returns>For each character whether an item of such a line begins there.</returns>
    public static bool[] Find(ArticleText article, NameModel model)
    {
        var starts = new bool[article.Text.Length + 1];
        var items = new List<TextSpan>();
        foreach (var block in article.Blocks)
        {
            items.Clear();
            if (Cut(article, block.Span, items) && items.Count > 1 && AreNames(article.Text, items, model))
            {
                foreach (var item in items)
                {
                    starts[item.Start] = true;
                }
            }
        }

        FindLists(article.Text, model, starts);
        return starts;
    }

    // 选举A为主任，B、C、D为副主任: three names in a row, or two before a word that follows names.
    private static void FindLists(string text, NameModel model, bool[] starts)
    {
        for (var mark = text.IndexOf('、', StringComparison.Ordinal); mark >= 0;)
        {
            var items = new List<TextSpan>();
            var start = mark;
            while (start > 0 && mark - start <= NameModel.MaxLongLength && IsHan(text[start - 1]))
            {
                start--;
            }

            if (mark - start is >= 2 and <= NameModel.MaxLongLength && (start == 0 || text[start - 1] is '，' or '。' or '；' or '：' or '\n' or ' ' or '”' or '（'))
            {
                items.Add(new TextSpan(start, mark));
            }

            var position = mark + 1;
            while (position < text.Length && IsHan(text[position]))
            {
                var end = position;
                while (end < text.Length && end - position <= NameModel.MaxLongLength && IsHan(text[end]))
                {
                    end++;
                }

                if (end < text.Length && text[end] == '、' && end - position is >= 2 and <= NameModel.MaxLongLength)
                {
                    items.Add(new TextSpan(position, end));
                    position = end + 1;
                    continue;
                }

                // The last one ends before a word that follows names.
                for (var i = Math.Min(end, position + NameModel.MaxLength); i >= position + 2; i--)
                {
                    if (i == text.Length || !IsHan(text[i]) || PersonLexicon.After.Longest(text, i, out _) > 0)
                    {
                        var item = new TextSpan(position, i);
                        if (model.Chinese(item.Of(text)) > 0)
                        {
                            items.Add(item);
                            break;
                        }
                    }
                }

                break;
            }

            if (items.Count > 2 || (items.Count == 2 && items[1].End < text.Length && PersonLexicon.After.Longest(text, items[1].End, out var kind) > 0 && kind == 0))
            {
                var likely = 0;
                foreach (var item in items)
                {
                    likely += item.Length <= NameModel.MaxLength && model.Chinese(item.Of(text)) > 1.5f ? 1 : 0;
                }

                if (likely == items.Count)
                {
                    foreach (var item in items)
                    {
                        starts[item.Start] = true;
                    }
                }
            }

            mark = text.IndexOf('、', Math.Max(mark + 1, position - 1));
        }
    }

    private static bool Cut(ArticleText article, TextSpan span, List<TextSpan> items)
    {
        var text = article.Text;
        for (var i = span.Start; i < span.End;)
        {
            if (text[i] is ' ')
            {
                i++;
                continue;
            }

            if (text[i] is '（' or '(')
            {
                // （女）, （女，藏族）
                var close = text.AsSpan(i, span.End - i).IndexOfAny('）', ')');
                if (close is < 0 or > 12 || items.Count == 0)
                {
                    return false;
                }

                i += close + 1;
                continue;
            }

            var start = i;
            while (i < span.End && (IsHan(text[i]) || text[i] == '·'))
            {
                i++;
            }

            if (i - start is < 2 or > 8 || (i < span.End && text[i] is not (' ' or '（' or '(')))
            {
                return false;
            }

            CutAtGaps(article, start, i, items);
        }

        return true;
    }

    // 金　哲　王　勇: the view drops the blanks that spread single characters out; two of them are a name.
    private static void CutAtGaps(ArticleText article, int start, int end, List<TextSpan> items)
    {
        var length = end - start;
        if (length > 2 && length % 2 == 0 && Enumerable.Range(start + 1, length - 1).All(position => DroppedBlanks.StandBefore(article, position)))
        {
            for (var i = start; i < end; i += 2)
            {
                items.Add(new TextSpan(i, i + 2));
            }

            return;
        }

        items.Add(new TextSpan(start, end));
    }

    private static bool AreNames(string text, List<TextSpan> items, NameModel model)
    {
        var likely = 0;
        foreach (var item in items)
        {
            var name = item.Of(text);
            if (name.Contains('·') || (name.Length <= NameModel.MaxLength && model.Chinese(name) > -3) || (name.Length > 2 && model.Spelled(name) > name.Length))
            {
                likely++;
            }
        }

        return likely * 4 >= items.Count * 3;
    }

    private static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';
}
