using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Chooses what a number counts or measures: the noun behind it, the words before it, or what an earlier number measured.</summary>
/// <param name="readings">Those read so far; grows while the article is read.</param>
internal sealed class IndicatorChooser(FactContext context, TokenIndex tokens, IndicatorFinder indicators, NumberClauses clauses, List<NumberReading> readings)
{
    private static readonly string[] s_attendance = ["应到", "实到", "应出席", "实出席"];

    private readonly string _text = context.Text.Text;
    private readonly NumberWords _words = NumberWords.Instance;
    private readonly SpecialIndicators _special = new(context, tokens);

    /// <param name="noun">What follows the number; empty when no noun does.</param>
    /// <param name="first">Index of the sentence's first reading.</param>
    /// <returns>The indicator, <c>null</c> when there is none, and how it was found.</returns>
    public (TextSpan? Indicator, string Rule) Choose(NumberReading reading, IndicatorZone zone, TextSpan noun, int first)
    {
        var end = reading.Mention.Span.End;

        // 连续三年|获此殊荣; 先后5次|赴外地招商
        var tail = reading.Zone.Of(_text).TrimEnd();
        if ((tail.EndsWith("连续", StringComparison.Ordinal) || tail.EndsWith("先后", StringComparison.Ordinal)) && indicators.PhraseAfter(end) is { Length: > 1 } doing)
        {
            return (doing, "phrase-after");
        }

        if (_special.Of(reading, zone) is { } special)
        {
            return special;
        }

        if (!noun.IsEmpty && PrefersNoun(reading, zone))
        {
            return (noun, "noun-after");
        }

        // 的学员林小满|三个月记下…: a person is no thing counted.
        if (zone.Core.Length > 1 && context.MentionAt(zone.Core.End - 1) is { Type: EntityType.Person } person && person.Span.End == zone.Core.End)
        {
            zone = zone with { Core = new TextSpan(zone.Core.End, zone.Core.End) };
        }

        var carried = Carried(first);
        if (zone.Core.Length > 1 || (zone.Core.Length == 1 && _text[zone.Core.Start] is '长' or '宽' or '高' or '深'))
        {
            // 余额|同比增长14%: the short name of what was measured before.
            if (zone.Change != NumberChange.None && zone.Core.Length <= 3 && Longer(zone.Core, first) is { } full)
            {
                return (full, "before");
            }

            return IsBarred(zone.Core) ? (null, "none") : (Shorten(zone.Core), "before");
        }

        if ((zone.Change != NumberChange.None || zone.Arrives || zone.Compared) && (carried ?? CarriedAcross()) is { } measured)
        {
            return (measured, "carried");
        }

        if (zone.Compared && reading.Zone.Of(_text).Trim() is { Length: > 2 and <= 12 } whole)
        {
            return (new TextSpan(reading.Zone.End - whole.Length, reading.Zone.End), "before");
        }

        var phrase = indicators.PhraseAfter(end);
        if (reading.Mention.Type != EntityType.Percent && zone.Verb.Length > 1 && !IsBarred(zone.Verb) && !(phrase.Length is >= 2 and <= 4 && _text[zone.Verb.Start] == '历'))
        {
            return (zone.Verb, "verb");
        }

        var between = reading.Zone.Of(_text).Trim().TrimStart('、');
        var bare = between.Length == 0 || between is "和" or "与" or "及" || AmountWords.StrongModal.MatchEnd(between) == between.Length;
        if (phrase.Length > 1 && !IsBarred(phrase) && !(carried is not null && bare && !(end < _text.Length && _text[end] is '是' or '为')))
        {
            return (noun.IsEmpty || noun.End <= phrase.Start ? phrase : noun, "phrase-after");
        }

        if (carried is not null && (bare || reading.Mention.Type == EntityType.Percent))
        {
            return (carried, "carried");
        }

        // 全镇现有|桃园|2.8万亩: a name may be what is counted.
        if (reading.Zone.Length > 0 && context.MentionAt(reading.Zone.End - 1) is { Type: EntityType.GeoPolitical or EntityType.Location or EntityType.Facility or EntityType.Organization or EntityType.Work or EntityType.Project or EntityType.Event } name && name.Span.End == reading.Zone.End)
        {
            return (name.Span, "name");
        }

        return (PreviousClause(reading), "clause");
    }

    private bool PrefersNoun(NumberReading reading, IndicatorZone zone)
    {
        if (zone.Change != NumberChange.None || zone.Arrives)
        {
            return false;
        }

        if (zone.Core.IsEmpty)
        {
            return !zone.Compared || reading.Mention.Type == EntityType.Quantity;
        }

        // 年产|10万吨|磷酸铁锂
        if (zone.Core.Of(_text) is "年产" or "年加工" or "年处理" or "日产" or "月产" or "日处理")
        {
            return true;
        }

        // 来自14个国家的|600多名|嘉宾; 每只手臂|3000多个|零件
        if (reading.Mention.Type == EntityType.Money)
        {
            // 欠下的|300万元|货款
            return reading.Zone.Length > 1 && _text[reading.Zone.End - 1] == '的' && tokens.EndsWithVerb(reading.Zone.End - 1);
        }

        if (reading.Mention.Type == EntityType.Quantity && (_text[reading.Zone.End - 1] == '的' || _text[zone.Core.Start] == '每') && context.MentionAt(reading.Zone.End - 2) is not { Type: EntityType.Date })
        {
            return true;
        }

        if (reading.Mention.Type == EntityType.Percent && tokens.EndsWithVerb(zone.Core.End) && zone.Core.Length > 3)
        {
            return true;
        }

        return _words.At(reading.Value.Unit, 0, reading.Value.Unit.Length, NumberWord.Classifier, out _) == reading.Value.Unit.Length
            && (tokens.EndsWithVerb(zone.Core.End) || zone.Core.Length == 1 || BringsIn(reading.Zone, zone.Core));
    }

    // 查封了厂里|24台|机床; 屋顶铺着|3万平方米|光伏板; 大会共有|61所|高校: a verb or 有 brings the noun in; not 新建泊位|6个.
    private bool BringsIn(TextSpan zone, TextSpan core)
    {
        if (_text[zone.End - 1] is '着' or '了' or '过' or '有' && zone.Length > 1)
        {
            return true;
        }

        for (var i = tokens.At(core.Start); i < tokens.Count && tokens[i].Span.Start < core.End; i++)
        {
            // 厂里, 自家, 原有: no thing counted
            if (tokens[i].Span.End == core.End)
            {
                return i > 0 && tokens[i].Tag is "s" or "f" or "r" or "p" || (_text[core.End - 1] is '里' or '上' or '下' or '内' or '中' or '外' && tokens[i].Span.Length <= 2);
            }
        }

        return false;
    }

    // 到企业一线|现场答疑解惑; a long stretch keeps what follows its last verb but one.
    private TextSpan Shorten(TextSpan core)
    {
        // 组成人员|应到22人
        foreach (var word in s_attendance)
        {
            if (core.Of(_text).IndexOf(word, StringComparison.Ordinal) is > 0 and var at)
            {
                return new TextSpan(core.Start + at, core.End);
            }
        }

        core = AfterLead(core);
        if (core.Length <= 8 || _text[core.Start] == '从' || core.Of(_text).Contains('占'))
        {
            return core;
        }

        var cut = core.Start;
        for (var i = tokens.At(core.Start) + 1; i < tokens.Count && tokens[i].Span.End < core.End; i++)
        {
            var token = tokens[i];
            if (token.Span.Of(_text) is "达到")
            {
                continue;
            }

            if (token.Span.Start > core.Start && token.Span.Length > 1 && core.End - token.Span.End >= 2 && token.Tag is ['v', ..] and not "vn" && context.MentionAt(token.Span.Start) is null)
            {
                cut = token.Span.Start;
            }
            else if (token.Tag is "p" && core.End - token.Span.End >= 2 && token.Span.Start > core.Start)
            {
                cut = token.Span.End;
            }
        }

        return new TextSpan(cut, core.End);
    }

    // 出席大会的|股东代表; 试业以来已|售出: what leads to the thing counted is no part of it.
    private TextSpan AfterLead(TextSpan core)
    {
        var text = core.Of(_text);
        var relative = text.LastIndexOf('的');
        if (relative > 1 && core.Length - relative > 2 && (text.StartsWith("出席", StringComparison.Ordinal) || text.StartsWith("参加", StringComparison.Ordinal) || text.StartsWith("列席", StringComparison.Ordinal)))
        {
            return new TextSpan(core.Start + relative + 1, core.End);
        }

        for (var i = tokens.At(core.End - 1) - 1; i >= 0 && tokens[i].Span.Start > core.Start; i--)
        {
            var token = tokens[i];
            var rest = new TextSpan(token.Span.End, core.End);
            if (token.Span.Length == 1 && _text[token.Span.Start] is '共' or '已' or '就' or '只' or '尚' or '才' or '便' && token.Tag is ['d', ..] or null && rest.Length >= 2 && tokens[tokens.At(rest.Start)].Tag is ['v', ..] or null)
            {
                return indicators.Read(rest).Core is { Length: > 1 } done ? done : rest;
            }
        }

        return core;
    }

    private bool IsBarred(TextSpan indicator) =>
        _words.At(_text, indicator.Start, indicator.End, NumberWord.NoIndicator, out _) == indicator.Length;

    private TextSpan? Longer(TextSpan core, int first)
    {
        for (var i = readings.Count - 1; i >= first; i--)
        {
            if (readings[i].Indicator is { } indicator && indicator.Length > core.Length && indicator.Of(_text).EndsWith(core.Of(_text), StringComparison.Ordinal))
            {
                return indicator;
            }
        }

        return null;
    }

    private TextSpan? Carried(int first)
    {
        for (var i = readings.Count - 1; i >= first; i--)
        {
            if (readings[i].Indicator is { } indicator && readings[i].Kind != NumberKind.Modifier)
            {
                return indicator;
            }
        }

        return null;
    }

    private TextSpan? CarriedAcross() =>
        readings.Count > 0 && readings[^1].Indicator is { } indicator && context.Text.BlockAt(indicator.Start) == context.Text.BlockAt(readings[^1].Mention.Span.Start) ? indicator : null;

    private TextSpan? PreviousClause(NumberReading reading)
    {
        var end = reading.Clause.Start - 1;
        var start = context.Text.Sentences[reading.Sentence].Span.Start;
        if (end <= start || _text[end] is not ('，' or '：' or '；') || HasNumber(new TextSpan(clauses.Start(start, end), end)))
        {
            return null;
        }

        var zone = indicators.Read(new TextSpan(clauses.Start(start, end), end));
        return zone.Core.Length is > 2 and <= 14 && !tokens.EndsWithVerb(zone.Core.End) ? zone.Core : null;
    }

    private bool HasNumber(TextSpan span)
    {
        foreach (var mention in context.MentionsIn(span))
        {
            if (mention.Type is EntityType.Money or EntityType.Percent or EntityType.Quantity)
            {
                return true;
            }
        }

        return false;
    }
}
