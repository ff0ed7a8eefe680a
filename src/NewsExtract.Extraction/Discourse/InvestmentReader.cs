using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Tells money that is put into something: 总投资5亿元的…项目, 投资5亿元建设…, 投入研发资金5亿元.</summary>
internal sealed class InvestmentReader(FactContext context, NumberSubjects subjects, LinkTrimmer links)
{
    private const int LongestTarget = 20;

    private readonly string _text = context.Text.Text;
    private readonly TokenIndex _tokens = new(context.Tokens);

    /// <summary>The investment read last: readings come in the order of the text.</summary>
    private NumberReading? _last;

    /// <summary>The reading as an investment; <c>null</c> when the money is something else or goes into nothing named.</summary>
    public NumberReading? Read(NumberReading reading, TextSpan sentence, bool hasDeadline)
    {
        var before = links.Trim(reading.Zone);
        // 某项目|投资总额|5亿元 is the project's; elsewhere it is a figure of the place
        var barred = EndsWith(AmountWords.NotInvest, before);
        if (barred > 0 && !(_text.AsSpan(before.End - barred, barred) is "投资总额" or "项目投资" && HasProject(reading.Clause)))
        {
            return null;
        }

        var fund = FundBefore(before) ?? FundAfter(reading, sentence);
        if (fund is not null)
        {
            return Build(reading, fund, sentence, "fund");
        }

        // 出资 links a number to what it counts, and says here what is done with it.
        before = EndsWith(AmountWords.Invest, before) == 0 ? reading.Zone : before;
        var verb = EndsWith(AmountWords.Invest, before);
        if (verb == 0)
        {
            if (ListedProject(reading, sentence) is { } listed)
            {
                return Build(reading, listed, sentence, "listed");
            }

            // 首期|2500万美元|已全部到位
            if (PartBefore(before) is { } stage && AmountWords.InPlace.MatchAt(_text, reading.Mention.Span.End) > 0)
            {
                return Build(reading, stage, sentence, "verb");
            }

            if (EndsWith(AmountWords.Shares, before) > 0 && (Built(reading.Mention.Span.End, sentence) ?? SharedTarget(reading)) is { } shared)
            {
                return Build(reading, shared, sentence, "share");
            }

            // 以自有资金5000万元|设立某公司; 以2.38亿元|收购某公司60%股权
            return EndsWith(AmountWords.SpentWith, before) > 0 && Acquired(reading.Mention.Span.End, sentence) is { } bought
                ? Build(reading, bought, sentence, "spent")
                : null;
        }

        var word = _text.AsSpan(before.End - verb, verb);
        var completes = word.StartsWith("完成", StringComparison.Ordinal);
        if (completes && (hasDeadline || !HasProject(reading.Clause)))
        {
            return null;
        }

        var total = word.StartsWith("总", StringComparison.Ordinal) || word.EndsWith("总投资", StringComparison.Ordinal) || word.EndsWith("總投資", StringComparison.Ordinal) || completes;
        var target = NameAfter(reading.Mention.Span.End)
            ?? PartBefore(before)
            ?? (total ? null : Built(reading.Mention.Span.End, sentence))
            ?? (word.EndsWith("规模", StringComparison.Ordinal) ? null : Purpose(reading, before, verb))
            ?? Demonstrated(reading.Zone)
            ?? (AmountWords.Shares.Contains(word) ? SharedTarget(reading) : null)
            ?? ProjectBefore(reading, sentence, total);
        return target is null ? null : Build(reading, target, sentence, total ? "total" : "verb");
    }

    private NumberReading Build(NumberReading reading, TextSpan? target, TextSpan sentence, string rule) =>
        _last = reading with { Kind = NumberKind.Investment, Target = target, Investor = rule == "total" ? Agent(reading.Zone) : Investor(reading, target, sentence), Rule = rule };

    // 该园总投资2.4亿元，其中|某公司出资1.7亿元: a share goes into what the whole does.
    private TextSpan? SharedTarget(NumberReading reading) =>
        _last is { Target: { } target } last && reading.Sentence - last.Sentence <= 1 && context.Text.Sentences[last.Sentence].Block == context.Text.Sentences[reading.Sentence].Block
        && !reading.Zone.Contains(target.Start) ? target : null;

    // 募集资金拟投向三个项目：|甲项目|1.62亿元、|乙项目|9800万元
    private TextSpan? ListedProject(NumberReading reading, TextSpan sentence) =>
        reading.Zone.Length > 0 && context.MentionAt(reading.Zone.End - 1) is { Type: EntityType.Project or EntityType.Facility } project && project.Span.End == reading.Zone.End
        && project.Span.Start - reading.Zone.Start <= 1 && !AmountWords.Allots.FindFirst(_text, new TextSpan(sentence.Start, reading.Zone.Start)).IsEmpty
            ? project.Span
            : null;

    // |该园|总投资, |新公司|总投资: the last name that ends as the word does.
    private TextSpan? Demonstrated(TextSpan zone)
    {
        var start = zone.Start;
        if (zone.Length < 3 || _text[start] is not ('该' or '該' or '新' or '此' or '其') || context.MentionAt(start) is not null)
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

    // 由某公司投资; the giver stands in the zone after 由.
    private TextSpan? Agent(TextSpan zone)
    {
        foreach (var mention in context.MentionsIn(zone))
        {
            if (mention.Type is EntityType.Organization && mention.Span.Start > 0 && _text[mention.Span.Start - 1] == '由')
            {
                return mention.Span;
            }
        }

        return null;
    }

    private TextSpan? Investor(NumberReading reading, TextSpan? target, TextSpan sentence)
    {
        if (Agent(reading.Zone) is { } agent)
        {
            return agent;
        }

        foreach (var mention in context.MentionsIn(reading.Zone))
        {
            if (mention.Type is EntityType.Organization or EntityType.Zone or EntityType.GeoPolitical && mention.Span != target && !(mention.Span.Start > 0 && _text[mention.Span.Start - 1] == '在'))
            {
                return mention.Span;
            }
        }

        var subject = subjects.Of(reading.Sentence, reading.Mention.Span.Start);
        return subject is { } span && span != target && (context.MentionAt(span.Start) is { Type: EntityType.Organization or EntityType.Zone or EntityType.GeoPolitical } || (context.MentionAt(span.Start) is null && _text[span.End - 1] is '司' or '团' or '区' or '校' or '院' or '市' or '县' or '省' or '镇')) ? subject : null;
    }

    // 投入研发资金, 拨付救灾款: the purpose stands between the verb and the noun.
    private TextSpan? FundBefore(TextSpan before)
    {
        var noun = EndsWith(AmountWords.FundNouns, before);
        if (noun == 0)
        {
            return null;
        }

        for (var i = before.End - noun; i >= before.Start; i--)
        {
            var length = AmountWords.FundVerbs.MatchAt(_text, i);
            if (length == 0 || i + length > before.End - noun)
            {
                continue;
            }

            var phrase = new TextSpan(i + length, before.End);
            if (AmountWords.BareFunds.Contains(phrase.Of(_text)))
            {
                return Purposed(before.End) ?? phrase;
            }

            var head = new TextSpan(phrase.Start, phrase.End - noun);
            return head.Length >= 2 && _text.AsSpan(phrase.End - noun, noun).SequenceEqual("资金") && !head.Of(_text).StartsWith("财政", StringComparison.Ordinal) && !head.Of(_text).EndsWith("援助", StringComparison.Ordinal) ? head : phrase;
        }

        return null;
    }

    // 安排5000万元专项资金; 设立50亿元的发展基金
    private TextSpan? FundAfter(NumberReading reading, TextSpan sentence)
    {
        var before = links.Trim(reading.Zone);
        var direct = EndsWith(AmountWords.FundVerbs, before);
        if (direct == 0)
        {
            return null;
        }

        var start = reading.Mention.Span.End;
        start += start < sentence.End && _text[start] == '的' ? 1 : 0;
        start += AmountWords.FundVerbs.MatchAt(_text, start);
        for (var end = start + 1; end <= sentence.End && end - start <= LongestTarget && _text[end - 1] is not ('，' or '。' or '；' or '、'); end++)
        {
            if (context.MentionAt(start) is { Type: EntityType.Organization } fund && fund.Span.Start == start && AmountWords.FundNouns.MatchEnd(fund.Span.Of(_text)) > 0)
            {
                return fund.Span;
            }

            if (AmountWords.FundNouns.MatchEnd(_text.AsSpan(start, end - start)) > 0 && (end == sentence.End || AmountWords.FundNouns.MatchEnd(_text.AsSpan(start, end + 1 - start)) == 0))
            {
                return new TextSpan(start, end);
            }
        }

        // 捐赠价值1500万元的|实训设备
        return _text[before.End - direct] == '捐' && start > reading.Mention.Span.End ? Phrase(start) : null;
    }

    private TextSpan? Purposed(int start)
    {
        for (var i = start; i < _text.Length && i < start + 14 && _text[i] is not ('。' or '；' or '\n'); i++)
        {
            var length = AmountWords.Purpose.MatchAt(_text, i);
            if (length > 0)
            {
                return Phrase(i + length);
            }
        }

        return null;
    }

    // 总投资5亿元的某项目; 投资5亿元的某项目
    private TextSpan? NameAfter(int start)
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
    private TextSpan? Built(int start, TextSpan sentence)
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
    private TextSpan? Acquired(int start, TextSpan sentence)
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

    private TextSpan? PartBefore(TextSpan before)
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

    // 研发|投入; what stands before a bare 投入 in the same breath.
    private TextSpan? Purpose(NumberReading reading, TextSpan before, int verb)
    {
        var end = before.End - verb;
        if (end - before.Start < 2 || before.End < reading.Zone.End || reading.Subject is not { } subject || context.MentionAt(subject.Start) is not { Type: EntityType.Organization } || !_text.AsSpan(before.End - verb, verb).Contains("投入", StringComparison.Ordinal))
        {
            return null;
        }

        return _text.AsSpan(before.Start, end - before.Start).IndexOf("研发", StringComparison.Ordinal) is >= 0 and var at ? new TextSpan(before.Start + at, before.Start + at + 2) : null;
    }

    /// <summary>The project that the sentence speaks of; a total may belong to one told of before.</summary>
    private TextSpan? ProjectBefore(NumberReading reading, TextSpan sentence, bool total)
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

    private bool HasProject(TextSpan clause)
    {
        foreach (var mention in context.MentionsIn(clause))
        {
            if (mention.Type is EntityType.Project or EntityType.Facility)
            {
                return true;
            }
        }

        return false;
    }

    private TextSpan? Phrase(int start)
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

        return end - start >= 2 ? new TextSpan(start, end) : null;
    }

    private int EndsWith(LexiconSection section, TextSpan span)
    {
        var text = span.Of(_text);
        return section.MatchEnd(text[Math.Max(0, text.Length - 8)..]);
    }
}
