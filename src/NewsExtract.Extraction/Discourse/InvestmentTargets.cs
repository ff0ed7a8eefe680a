using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Finds what money goes into: the name after it, what is built with it, the project told before.</summary>
internal sealed class InvestmentTargets(FactContext context, NumberSubjects subjects)
{
    private const int LongestTarget = 20;

    private readonly string _text = context.Text.Text;
    private readonly TokenIndex _tokens = new(context.Tokens);

    // 总投资5亿元的某项目; 投资5亿元的某项目
    public TextSpan? NameAfter(int start)
    {
        if (start >= _text.Length || _text[start] != '的')
        {
            return null;
        }

        for (var i = start + 1; i < _text.Length && i < start + 12 && _text[i] is not ('，' or '。' or '；'); i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                if ((mention.Type is EntityType.Project or EntityType.Facility && _text[i - 1] != '在') || (mention.Type == EntityType.Organization && AmountWords.FundNouns.MatchEnd(mention.Span.Of(_text)) > 0))
                {
                    return mention.Span;
                }

                i = mention.Span.End - 1;
            }
            else if (AmountWords.Build.MatchAt(_text, i) is > 0 and var length && i + length < _text.Length && _text[i + length] == '的')
            {
                // 投资26亿元建设的某项目
                i += length;
            }
        }

        return null;
    }

    // 投资5亿元，在…|建设|某项目
    public TextSpan? Built(int start, TextSpan sentence)
    {
        for (var i = start; i < sentence.End && _text[i] is not ('；' or '。' or '：') && !(_text[i] == '，' && i > start && _text[start] != '，'); i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                if (mention.Type is EntityType.Money or EntityType.Date)
                {
                    return null;
                }

                i = mention.Span.End - 1;
                continue;
            }

            // 投入4.5亿元，|对|某污水处理厂提标改造
            if (_text[i] == '对' && context.MentionAt(i + 1) is { Type: EntityType.Project or EntityType.Facility } treated)
            {
                return treated.Span;
            }

            // 建 as a word: not 建筑面积, 土建
            var length = AmountWords.Build.MatchAt(_text, i);
            if (length == 0 || (length == 1 && !_tokens.IsWord(i)))
            {
                continue;
            }

            var after = i + length;
            after += after < sentence.End && _text[after] is '的' or '了' ? 1 : 0;
            return context.MentionAt(after) is { Type: EntityType.Project or EntityType.Facility or EntityType.Organization } name
                ? name.Span
                : NextProject(after, sentence) ?? Phrase(after);
        }

        return null;
    }

    // 以2.38亿元|收购|某公司
    public TextSpan? Acquired(int start, TextSpan sentence)
    {
        for (var i = start; i < sentence.End && _text[i] is not ('，' or '；' or '。' or '：'); i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
            }
            else if (AmountWords.Acquire.MatchAt(_text, i) is > 0 and var length)
            {
                var after = i + length + (i + length < sentence.End && _text[i + length] == '了' ? 1 : 0);
                return context.MentionAt(after) is { Type: EntityType.Project or EntityType.Facility or EntityType.Organization } name ? name.Span : null;
            }
        }

        return null;
    }

    private TextSpan? NextProject(int start, TextSpan sentence)
    {
        for (var i = start; i < sentence.End && _text[i] is not ('，' or '；' or '。'); i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                if (mention.Type is EntityType.Project or EntityType.Facility)
                {
                    return mention.Span;
                }

                i = mention.Span.End - 1;
            }
        }

        return null;
    }

    public TextSpan? PartBefore(TextSpan before)
    {
        for (var i = before.Start; i < before.End && i < before.Start + 8; i++)
        {
            var length = AmountWords.Parts.MatchAt(_text, i);
            if (length > 0 && context.MentionAt(i) is null)
            {
                return Named(new TextSpan(i, i + length));
            }
        }

        return null;
    }

    // |该园|总投资, |新公司|总投资: the last name that ends as the word does.
    public TextSpan? Demonstrated(TextSpan zone)
    {
        var start = zone.Start;
        if (zone.Length < 3 || _text[start] is not ('该' or '新' or '此') || context.MentionAt(start) is not null)
        {
            return null;
        }

        var length = AmountWords.Works.MatchAt(_text, start + 1);
        if (length == 0)
        {
            return null;
        }

        var last = _text[start + length];
        for (var i = subjects.LastBefore(start); i >= 0; i--)
        {
            var mention = context.Mentions[i];
            if (mention.Type is EntityType.Project or EntityType.Facility or EntityType.Organization or EntityType.Zone && (_text[mention.Span.End - 1] == last || (last == '目' && mention.Type == EntityType.Project)))
            {
                return mention.Span;
            }
        }

        return null;
    }

    // 二期工程 may be the end of a name told before: 某厂二期工程.
    private TextSpan Named(TextSpan part)
    {
        for (var i = subjects.LastBefore(part.Start); i >= 0; i--)
        {
            if (context.Mentions[i] is { Type: EntityType.Project } project && project.Span.Length > part.Length && project.Span.Of(_text).Contains(part.Of(_text), StringComparison.Ordinal))
            {
                return project.Span;
            }
        }

        return part;
    }

    /// <summary>The project that the sentence speaks of; a total may belong to one told of before.</summary>
    public TextSpan? ProjectBefore(NumberReading reading, TextSpan sentence, bool total)
    {
        var position = reading.Mention.Span.Start;
        if (subjects.Of(reading.Sentence, position) is { } subject && context.MentionAt(subject.Start) is { Type: EntityType.Project or EntityType.Facility } owner)
        {
            return owner.Span;
        }

        var block = context.Text.BlockAt(position);
        for (var i = reading.Sentence; total && i >= 0 && context.Text.Sentences[i].Block == block; i--)
        {
            // 某铁路全长…。工程概算总投资…
            var span = context.Text.Sentences[i].Span;
            if (subjects.HeadOf(span.Start, Math.Min(span.End, position)) is { } head && context.MentionAt(head.Start) is { Type: EntityType.Project or EntityType.Facility } told)
            {
                return told.Span;
            }
        }

        for (var i = subjects.LastBefore(position); i >= 0; i--)
        {
            var mention = context.Mentions[i];
            var other = context.Text.BlockAt(mention.Span.Start);
            if (other < block - 1 || (!total && mention.Span.Start < sentence.Start))
            {
                return null;
            }

            if (mention.Type == EntityType.Project && context.Text.Blocks[other].Kind == BlockKind.Body)
            {
                return mention.Span;
            }
        }

        return null;
    }

    public TextSpan? Phrase(int start)
    {
        // 改造|37所村小: the number of what the money goes into belongs to it.
        var end = context.MentionAt(start) is { Type: EntityType.Quantity } count && count.Span.Start == start ? count.Span.End : start;
        while (end < _text.Length && end - start < LongestTarget && _text[end] is not ('，' or '。' or '；' or '、' or '\n' or '：' or '及') && context.MentionAt(end) is not { Type: EntityType.Quantity or EntityType.Money or EntityType.Percent })
        {
            end++;
        }

        // 年加工小麦60万吨的|专用粉生产线
        if (end < _text.Length && context.MentionAt(end) is { Type: EntityType.Quantity } size && size.Span.Start == end && size.Span.End < _text.Length && _text[size.Span.End] == '的')
        {
            return Phrase(size.Span.End + 1);
        }

        return end - start >= 2 && !AmountWords.ProjectNouns.Contains(_text.AsSpan(start, end - start)) ? new TextSpan(start, end) : null;
    }
}
