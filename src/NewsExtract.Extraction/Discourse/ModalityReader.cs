using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Tells whether what a verb or a number states is planned, expected or denied, by the words before it in its clause.</summary>
internal sealed class ModalityReader(FactContext context, QuotationMap quotations)
{
    private static readonly Lazy<IReadOnlyDictionary<string, LexiconSection>> s_words = new(() => LexiconSection.ReadAll("Discourse/modality.lex.txt"));

    /// <summary>未, 没有: what follows is denied.</summary>
    public static LexiconSection Negations => s_words.Value["negated"];

    private readonly string _text = context.Text.Text;
    private readonly TokenIndex _tokens = new(context.Tokens);

    /// <summary>How what stands at <paramref name="position"/> is said; <c>null</c> when it is said to be so.</summary>
    public Modality? Before(int position) => Read(new TextSpan(ClauseStart(position), position), position);

    /// <summary>How a number is said: by the words since the number before it, or after a completion that lies ahead.</summary>
    public Modality? OfNumber(NumberReading reading)
    {
        // 谋划项目12个, 尚未开工的3个: the stage says itself that it lies ahead
        if (reading.Stage == "planned")
        {
            return null;
        }

        var number = reading.Mention.Span.Start;
        var start = Math.Max(ClauseStart(number), reading.Zone.Start);
        if (Read(new TextSpan(start, number), number, reading.Kind == NumberKind.Statistic ? reading.Indicator : null) is { } own)
        {
            return own;
        }

        return AfterCompletion(context.Text.Sentences[reading.Sentence].Span, number);
    }

    private Modality? Read(TextSpan scope, int position, TextSpan? indicator = null)
    {
        Modality? found = null;
        for (var i = scope.Start; i < scope.End; i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
                continue;
            }

            if (quotations.IsQuoted(i) != quotations.IsQuoted(position))
            {
                continue;
            }

            // 未就业人员12人: what is counted is denied, not the count
            if (WordAt("negated", i, scope.End) > 0 && indicator?.Contains(i) != true)
            {
                return Modality.Negated;
            }

            if (WordAt("expected", i, scope.End) is > 0 and var hope)
            {
                found = Modality.Expected;
                i += hope - 1;
            }
            else if (WordAt("planned", i, scope.End) is > 0 and var plan && GovernsVerb(i, i + plan))
            {
                found ??= Modality.Planned;
                i += plan - 1;
            }
        }

        return found;
    }

    // 项目达产后，年产值9亿元; 大桥建成后可通行…; not 建成后已接待…
    private Modality? AfterCompletion(TextSpan sentence, int number)
    {
        for (var i = number - 1; i >= sentence.Start && _text[i] is not ('；' or '。'); i--)
        {
            if (context.MentionAt(i) is not null || WordAt("completion", i, number) is not (> 0 and var length))
            {
                continue;
            }

            var certain = _text.AsSpan(i, length).Contains("达产", StringComparison.Ordinal);
            for (var j = i + length; j < number; j++)
            {
                if (context.MentionAt(j) is not null)
                {
                    continue;
                }

                if (_text[j] is '已' or '了' or '累')
                {
                    return null;
                }

                certain |= WordAt("aid", j, number) > 0;
            }

            return certain ? Modality.Expected : null;
        }

        return null;
    }

    /// <summary>Length of the section's word at <paramref name="at"/> that begins and ends with words of the text, 0 when there is none: 未 is none of 未来.</summary>
    private int WordAt(string section, int at, int end)
    {
        var length = s_words.Value[section].MatchAt(_text, at);
        return length > 0 && at + length <= end && _tokens.StartsAt(at) && _tokens.StartsAt(at + length) ? length : 0;
    }

    // 将投资, 计划于…, 拟签约; not 将收入提高到… (a mark of the object), 按计划, 行动计划的…
    private bool GovernsVerb(int start, int end)
    {
        if (_text[start] is '计' or '规' && s_words.Value["nominal-before"].MatchEnd(_text.AsSpan(Math.Max(0, start - 3), Math.Min(3, start))) > 0)
        {
            return false;
        }

        if (end >= _text.Length)
        {
            return false;
        }

        if (context.MentionAt(end) is { } mention)
        {
            return mention.Type is EntityType.Date or EntityType.Money or EntityType.Quantity or EntityType.Percent;
        }

        var next = _tokens[_tokens.At(end)];
        return next.Tag is null or ['v', ..] or ['d', ..] or ['p', ..] or ['a', ..] || next.Span.Of(_text) is "总投资" or "投资" or "新";
    }

    private int ClauseStart(int position)
    {
        var block = context.Text.Blocks[context.Text.BlockAt(position)].Span.Start;
        for (var i = position - 1; i >= block; i--)
        {
            if (context.MentionAt(i) is { } mention)
            {
                i = mention.Span.Start;
            }
            else if (_text[i] is '，' or '；' or '：' or '。' or '！' or '？' or '（' or '\n')
            {
                return i + 1;
            }
        }

        return block;
    }
}
