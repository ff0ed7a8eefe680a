using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.FactTypes.Agreement;

/// <summary>Finds what was signed: its title, its kind, or the word for the signing.</summary>
internal sealed class AgreementNames(FactContext context)
{
    private const int Reach = 40;
    private const int LongestKind = 14;

    private readonly string _text = context.Text.Text;

    /// <summary>签署|《合作协议》; 签订|帝王蟹进口协议; 签约.</summary>
    public TextSpan? After(TextSpan sentence, int verb, int start)
    {
        if (start < sentence.End && _text[start] == '了')
        {
            start++;
        }

        var head = start;
        for (var i = start; i < sentence.End && i < start + Reach && !IsStop(_text[i]); i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                if (mention.Type == EntityType.Work)
                {
                    return mention.Span;
                }

                if (mention.Type is EntityType.Quantity or EntityType.Money)
                {
                    head = mention.Span.End;
                }

                i = mention.Span.End - 1;
                continue;
            }

            if (_text[i] is '的' or '于')
            {
                head = i + 1;
            }

            var length = HeadAt(i, sentence.End);
            if (length > 0)
            {
                var span = new TextSpan(head, i + length);
                return span.Length <= LongestKind ? span : new TextSpan(i, i + length);
            }
        }

        var word = _text.AsSpan(verb, start - verb);
        return word.EndsWith("签约", StringComparison.Ordinal) && (start >= sentence.End || _text[start] is '，' or '。' or '；') ? new TextSpan(start - 2, start) : null;
    }

    /// <summary>在|协议|上签字; 《合作协议》|由甲与乙签署; 甲与乙合作协议|正式签署.</summary>
    public TextSpan? Before(int clause, TextSpan verb)
    {
        var at = verb.Start;
        if (verb.Length == 2 && _text[verb.Start + 1] == '字' && verb.Start > 0 && _text[verb.Start - 1] == '上')
        {
            at--;
        }
        else if (verb.End < _text.Length && !IsStop(_text[verb.End]) && _text[verb.End] is not '仪')
        {
            return null;
        }
        else
        {
            foreach (var mention in context.MentionsIn(new TextSpan(clause, verb.Start)))
            {
                if (mention.Type == EntityType.Work)
                {
                    return mention.Span;
                }
            }
        }

        while (at > clause && (_text[at - 1] is '正' or '式' or '顺' or '利' or '成' or '功' or '在' or '此'))
        {
            at--;
        }

        var from = Math.Max(clause, at - 7);
        var name = AgreementWords.Heads.MatchEnd(_text.AsSpan(from, at - from));
        return name > 0 && context.MentionAt(at - 1) is null ? new TextSpan(at - name, at) : null;
    }

    /// <summary>甲与乙|战略合作|签约仪式; 甲与乙合资兴办某厂的|合同|签字仪式.</summary>
    public TextSpan? OfCeremony(int clause, int end)
    {
        var start = end;
        while (start > clause && end - start < 8 && context.MentionAt(start - 1) is null && _text[start - 1] is not ('的' or '、' or '，'))
        {
            start--;
        }

        return end - start >= 2 && start > clause ? new TextSpan(start, end) : null;
    }

    // 战略合作协议: the longest; 达成战略合作，: such a head only at the end of its clause
    private int HeadAt(int position, int end)
    {
        var length = AgreementWords.Heads.MatchAt(_text, position);
        if (length > 0)
        {
            return position + length < end && AgreementWords.Heads.MatchAt(_text, position + length) > 0 ? 0 : length;
        }

        length = AgreementWords.ClosingHeads.MatchAt(_text, position);
        return length > 0 && (position + length >= end || IsStop(_text[position + length])) ? length : 0;
    }

    private static bool IsStop(char value) => value is '，' or '。' or '；' or '、';
}
