using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Tells money that is put into something: 总投资5亿元的…项目, 投资5亿元建设…, 投入研发资金5亿元.</summary>
internal sealed class InvestmentReader(FactContext context, NumberSubjects subjects, LinkTrimmer links)
{
    private const int LongestTarget = 20;

    private readonly string _text = context.Text.Text;
    private readonly InvestmentTargets _targets = new(context, subjects);

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
            if (_targets.PartBefore(before) is { } stage && AmountWords.InPlace.MatchAt(_text, reading.Mention.Span.End) > 0)
            {
                return Build(reading, stage, sentence, "verb");
            }

            if (EndsWith(AmountWords.Shares, before) > 0 && (_targets.Built(reading.Mention.Span.End, sentence) ?? SharedTarget(reading)) is { } shared)
            {
                return Build(reading, shared, sentence, "share");
            }

            // 以自有资金5000万元|设立某公司; 以2.38亿元|收购某公司60%股权
            return EndsWith(AmountWords.SpentWith, before) > 0 && _targets.Acquired(reading.Mention.Span.End, sentence) is { } bought
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
        var target = _targets.NameAfter(reading.Mention.Span.End)
            ?? _targets.PartBefore(before)
            ?? (word.EndsWith("规模", StringComparison.Ordinal) ? null : Purpose(reading, before, verb))
            ?? (total ? null : _targets.Built(reading.Mention.Span.End, sentence))
            ?? _targets.Demonstrated(reading.Zone)
            ?? (AmountWords.Shares.Contains(word) ? SharedTarget(reading) : null)
            ?? _targets.ProjectBefore(reading, sentence, total);
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
        return _text[before.End - direct] == '捐' && start > reading.Mention.Span.End ? _targets.Phrase(start) : null;
    }

    private TextSpan? Purposed(int start)
    {
        for (var i = start; i < _text.Length && i < start + 14 && _text[i] is not ('。' or '；' or '\n'); i++)
        {
            var length = AmountWords.Purpose.MatchAt(_text, i);
            if (length > 0)
            {
                return _targets.Phrase(i + length);
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

    private int EndsWith(LexiconSection section, TextSpan span)
    {
        var text = span.Of(_text);
        return section.MatchEnd(text[Math.Max(0, text.Length - 8)..]);
    }
}
