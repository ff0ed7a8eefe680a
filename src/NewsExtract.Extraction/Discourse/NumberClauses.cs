using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Finds where the clause of a number begins: a bracket or an opening quotation mark begins one too.</summary>
internal sealed class NumberClauses(FactContext context)
{
    private readonly string _text = context.Text.Text;

    /// <param name="sentence">Where the sentence begins.</param>
    public int Start(int sentence, int position)
    {
        var closed = 0;
        for (var i = position - 1; i >= sentence; i--)
        {
            if (context.MentionAt(i) is { } mention && mention.Span.Start >= sentence)
            {
                i = mention.Span.Start;
                continue;
            }

            switch (_text[i])
            {
                case '，' or '；' or '：' or '。' or '！' or '？' or ';' or ',' or '\n' or '（' or '(' or '　' or '】':
                    return i + 1;
                case '”' or '」':
                    closed++;
                    break;
                case '“' or '「' when --closed < 0:
                    return i + 1;
            }
        }

        return sentence;
    }
}
