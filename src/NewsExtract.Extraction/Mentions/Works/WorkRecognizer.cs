using System.Collections.Immutable;

namespace NewsExtract.Extraction.Mentions.Works;

/// <summary>Marks titled documents, 《》 included; the outer marks of nested ones. A mark that no other closes is left alone.</summary>
internal sealed class WorkRecognizer : IMentionRecognizer
{
    private const int MaxLength = 120;

    private static readonly Producer s_producer = new("rule:mention.work", "1");

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        var mentions = new List<Mention>();
        var view = text.Text;
        for (var start = view.IndexOf('《', StringComparison.Ordinal); start >= 0;)
        {
            var end = End(view, start);
            if (end > start + 2)
            {
                mentions.Add(new Mention(EntityType.Work, new TextSpan(start, end), s_producer));
            }

            start = view.IndexOf('《', Math.Max(end, start + 1));
        }

        return mentions;
    }

    private static int End(string text, int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length && i - start < MaxLength && text[i] != '\n'; i++)
        {
            if (text[i] == '《')
            {
                depth++;
            }
            else if (text[i] == '》' && --depth == 0)
            {
                return i + 1;
            }
        }

        // 《关于贯彻〈…〉的意见》 with an inner mark that is not closed ends at its first closing one.
        var close = text.AsSpan(start, Math.Min(MaxLength, text.Length - start)).IndexOfAny('》', '\n');
        return close > 0 && text[start + close] == '》' ? start + close + 1 : -1;
    }
}
