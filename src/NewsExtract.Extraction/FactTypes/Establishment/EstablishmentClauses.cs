using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Establishment;

/// <summary>Says what stands around a verb of founding: plans, dates alone, or the name that it belongs to.</summary>
internal sealed class EstablishmentClauses(FactContext context)
{
    private readonly string _text = context.Text.Text;
    private readonly PartyReader _parties = new(context);
    private readonly TokenIndex _tokens = new(context.Tokens);
    private readonly DateGovernor _dates = new(context, new TokenIndex(context.Tokens));

    /// <summary>Whether the founding is yet to come or only wished for: 将设立, 计划明年投产, 支持…共建.</summary>
    public bool IsAhead(TextSpan sentence, int clause, TextSpan verb)
    {
        // 双方将|共建…: an agreed founding counts.
        if (EstablishmentWords.Joint.MatchAt(_text, clause) > 0)
        {
            return false;
        }

        if (HasPlan(clause, verb.Start))
        {
            return true;
        }

        // 预计明年3月开工，2025年底|投产; not 计划总投资5亿元，2022年投产
        if (!IsDatesOnly(clause, verb.Start) || !Has(clause, verb.Start, static type => type == EntityType.Date))
        {
            return false;
        }

        for (var i = sentence.Start; i < clause; i++)
        {
            var length = context.MentionAt(i) is null ? AmountWords.StrongModal.MatchAt(_text, i) : 0;
            if ((length > 1 || (length == 1 && _tokens.IsWord(i))) && AmountWords.Invest.MatchAt(_text, i + length) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a mention that fits stands in the span and does not only say where.</summary>
    public bool Has(int start, int end, Func<EntityType, bool> fits)
    {
        foreach (var mention in context.MentionsIn(new TextSpan(start, Math.Max(start, end))))
        {
            if (fits(mention.Type) && !_parties.IsPlace(mention.Span.Start))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>甲、乙: marks of a list alone.</summary>
    public bool IsListed(int start, int end)
    {
        while (start < end && _text[start] is '、' or '和' or '及' or '与' or '“' or '”' or '暨')
        {
            start++;
        }

        return start >= end;
    }

    /// <summary>Whether only dates, brackets, places after 在, and words such as 正式, 举行 stand between a name and its opening.</summary>
    public bool IsNear(int start, int end)
    {
        var others = 0;
        for (var i = start; i < end; i++)
        {
            if (context.MentionAt(i) is { Type: EntityType.Date or EntityType.Quantity } mention)
            {
                i = mention.Span.End - 1;
            }
            else if (_text[i] is '在' or '于' && context.MentionAt(i + 1) is { } place)
            {
                i = SkipPlace(place.Span.End, end) - 1;
            }
            else if (EstablishmentWords.Parts.MatchAt(_text, i) is > 0 and var part)
            {
                i += part - 1;
            }
            else if (EstablishmentWords.Between.MatchAt(_text, i) is > 0 and var word)
            {
                i += word - 1;
            }
            else if (!ArticleDiscourse.Of(context).Quotations.IsBracketed(i))
            {
                others++;
            }
        }

        return others <= 3;
    }

    // 在|凤翔县陈村镇, 永丰镇复兴路88号, 某大厦21层
    private int SkipPlace(int at, int end)
    {
        while (at < end && context.MentionAt(at) is { Type: EntityType.GeoPolitical or EntityType.Location or EntityType.Facility or EntityType.Zone or EntityType.Organization or EntityType.Quantity } next)
        {
            at = next.Span.End;
        }

        return at;
    }

    /// <summary>Nothing but dates and 正式: （于）2020年7月（正式）|投产.</summary>
    public bool IsDatesOnly(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (context.MentionAt(i) is { Type: EntityType.Date } mention)
            {
                i = mention.Span.End - 1;
            }
            else if (EstablishmentWords.Between.MatchAt(_text, i) is > 0 and var word)
            {
                i += word - 1;
            }
            else if (_text[i] is not ('于' or '已' or '并' or '即' or ' ' or '　' or '自' or '起' or '就'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The word at the head of the clause, nothing but dates after it: 该项目2020年7月|投产; empty when there is none.</summary>
    public TextSpan Said(int start, int end)
    {
        var at = start + (start < end && _text[start] is '该' or '此' ? 1 : 0);
        var works = at + 2 <= end && _text.AsSpan(at, 2) is "项目" or "工程" ? 2 : 0;
        var length = Math.Max(works + at - start, DiscourseLexicon.OrganizationNouns.MatchAt(_text, start));
        return length > at - start && start + length <= end && IsDatesOnly(start + length, end) ? new TextSpan(start, start + length) : default;
    }

    /// <summary>The project or building told of last, in this paragraph or the one before; <c>null</c> when there is none.</summary>
    public TextSpan? LastWorks(int position)
    {
        var block = context.Text.BlockAt(position);
        TextSpan? last = null;
        foreach (var mention in context.MentionsIn(new TextSpan(context.Text.Blocks[Math.Max(0, block - 1)].Span.Start, position)))
        {
            last = mention.Type is EntityType.Project or EntityType.Facility && !_parties.IsPlace(mention.Span.Start) ? mention.Span : last;
        }

        return last;
    }

    /// <summary>A name that no mention holds, at the head of the clause and with nothing but dates after it: 冷链处理场今年3月|启用.</summary>
    public TextSpan? Unnamed(int start, int end)
    {
        while (start < end && NumberWords.Instance.At(_text, start, end, NumberWord.Lead, out _) is > 0 and var lead)
        {
            start += lead;
        }

        var stop = start;
        while (stop < end && context.MentionAt(stop) is null && !IsDatesOnly(stop, end))
        {
            stop++;
        }

        var name = new TextSpan(Math.Min(start, stop), stop);
        return name.Length is >= 4 and <= 14 && IsDatesOnly(stop, end) && EstablishmentWords.Sites.MatchEnd(name.Of(_text)) > 0 && _text[start] is not ('该' or '本' or '此' or '这') ? name : null;
    }

    private bool HasPlan(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                // 明年6月|投产
                if (mention.Type == EntityType.Date && _dates.IsAhead(mention) && !_text.AsSpan(start, end - start).Contains('已'))
                {
                    return true;
                }

                i = mention.Span.End - 1;
                continue;
            }

            // 将, 要, 可 as words: not 重要, 可持续
            var length = EstablishmentWords.Plans.MatchAt(_text, i);
            if (length > 1 || (length == 1 && _tokens.IsWord(i)))
            {
                return true;
            }
        }

        return false;
    }
}
