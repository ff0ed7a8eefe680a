using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>
/// Reads every amount, percentage and quantity of the story: what it counts, who has it, when, and which fact it
/// makes. One number makes one fact.
/// </summary>
internal sealed class NumberReader
{
    private static readonly string[] s_attendance = ["应到", "实到", "应出席", "实出席"];

    private static readonly ConditionalWeakTable<FactContext, NumberReader> s_known = [];

    private readonly FactContext _context;
    private readonly string _text;
    private readonly NumberWords _words = NumberWords.Instance;
    private readonly TokenIndex _tokens;
    private readonly IndicatorFinder _indicators;
    private readonly NumberSubjects _subjects;
    private readonly DateGovernor _dates;
    private readonly ProjectCountReader _projects;
    private readonly InvestmentReader _investments;
    private readonly DescriptiveNumbers _descriptive;
    private readonly List<NumberReading> _readings = [];

    private NumberReader(FactContext context)
    {
        _context = context;
        _text = context.Text.Text;
        _tokens = new TokenIndex(context.Tokens);
        _indicators = new IndicatorFinder(context, _tokens);
        _subjects = new NumberSubjects(context);
        _dates = new DateGovernor(context, _tokens);
        var links = new LinkTrimmer(_text, _tokens);
        _projects = new ProjectCountReader(context, links);
        _investments = new InvestmentReader(context, _subjects, links);
        _descriptive = new DescriptiveNumbers(context, _tokens, _indicators);
        Readings = Read();
    }

    /// <summary>By position.</summary>
    public ImmutableArray<NumberReading> Readings { get; }

    public static NumberReader Of(FactContext context) => s_known.GetValue(context, static key => new NumberReader(key));

    private ImmutableArray<NumberReading> Read()
    {
        var block = -1;
        Mention? period = null;
        for (var i = 0; i < _context.Text.Sentences.Length; i++)
        {
            var sentence = _context.Text.Sentences[i];
            if (_context.Text.Blocks[sentence.Block].Kind != BlockKind.Body)
            {
                continue;
            }

            period = sentence.Block == block ? period : null;
            block = sentence.Block;
            ReadSentence(sentence.Span, i, ref period);
        }

        return [.. _readings];
    }

    private void ReadSentence(TextSpan sentence, int index, ref Mention? period)
    {
        var first = _readings.Count;
        var previousEnd = sentence.Start;
        foreach (var mention in _context.MentionsIn(sentence))
        {
            if (mention.Type is not (EntityType.Money or EntityType.Percent or EntityType.Quantity))
            {
                continue;
            }

            if (mention.Value is not NumberValue value || (value.Value is null && value.Min is null))
            {
                previousEnd = mention.Span.End;
                _context.Trace?.Missing("statistic", mention.Span, "value");
                continue;
            }

            var clause = ClauseStart(sentence.Start, mention.Span.Start);
            var zone = new TextSpan(Math.Max(clause, previousEnd), mention.Span.Start);
            previousEnd = mention.Span.End;
            if (_descriptive.IsDescription(mention, zone))
            {
                previousEnd = zone.Start;
                _context.Trace?.Reject("statistic", mention.Span, RejectionReason.Descriptive);
                continue;
            }

            var reading = new NumberReading(mention, value, index, zone, new TextSpan(Math.Max(clause, zone.Start), mention.Span.End));
            if (_descriptive.IsModifier(mention))
            {
                _context.Trace?.Reject("statistic", mention.Span, RejectionReason.Descriptive);
                _readings.Add(reading with { Kind = NumberKind.Modifier });
                continue;
            }

            _readings.Add(Describe(reading, sentence, first, ref period));
        }

        if (_readings.Count == first)
        {
            foreach (var mention in _context.MentionsIn(sentence))
            {
                period = mention.Type == EntityType.Date && _dates.IsPeriod(mention) && mention.Value is DateValue { Edtf: not null } ? mention : period;
            }
        }

        new DistributedNumbers(_context, _indicators).Pair(_readings, first);
        for (var i = first; i < _readings.Count; i++)
        {
            if (_readings[i].Kind == NumberKind.Statistic)
            {
                _readings[i] = Classify(i, first, sentence);
            }
        }
    }

    private NumberReading Describe(NumberReading reading, TextSpan sentence, int first, ref Mention? period)
    {
        var number = reading.Mention.Span;
        var noun = _indicators.NounAfter(number.End);
        var zone = _indicators.Read(noun.IsEmpty ? reading.Zone : Unclaimed(reading.Zone, first));
        var (indicator, rule) = ChooseIndicator(reading, zone, noun, first);
        var date = _dates.InSentence(sentence, number.Start);
        if (date is not null)
        {
            period = _dates.IsPeriod(date) || _dates.IsDeadline(date, sentence, number.Start) ? date : null;
        }
        else if (reading.Zone.Of(_text).StartsWith("现", StringComparison.Ordinal))
        {
            period = null;
        }

        return reading with
        {
            Indicator = indicator,
            Rule = rule,
            Change = zone.Arrives ? NumberChange.None : zone.Change,
            Subject = rule == "carried" && SubjectOf(indicator) is { } same ? same : zone.Owner is { } owner && IsSubject(owner) && owner != reading.Zone && owner != indicator ? _subjects.Resolve(owner) : _subjects.Of(reading.Sentence, number.Start),
            Date = date is null ? period : period ?? (_dates.IsPeriod(date) ? date : null),
        };
    }

    // 3个|苏木镇|1260户牧民: the noun of the number before is no indicator of the next.
    private TextSpan Unclaimed(TextSpan zone, int first) =>
        _readings.Count > first && _readings[^1] is { Rule: "noun-after", Indicator: { } noun } && noun.Start >= zone.Start && noun.End <= zone.End && noun.Start - zone.Start <= 1
            ? new TextSpan(noun.End, zone.End)
            : zone;

    private TextSpan? SubjectOf(TextSpan? indicator) =>
        _readings.Count > 0 && _readings[^1].Indicator == indicator ? _readings[^1].Subject : null;

    private bool IsSubject(TextSpan owner) =>
        _context.MentionAt(owner.Start) is null or { Type: not (EntityType.Person or EntityType.Location) }
        && !(owner.Start > 0 && _text[owner.Start - 1] is '从' or '自' or '向' or '对' or '到' or '赴' or '在' or '为' or '与' or '被' or '给' or '据');

    private (TextSpan? Indicator, string Rule) ChooseIndicator(NumberReading reading, IndicatorZone zone, TextSpan noun, int first)
    {
        var end = reading.Mention.Span.End;

        // 连续三年|获此殊荣; 先后5次|赴外地招商
        var tail = reading.Zone.Of(_text).TrimEnd();
        if ((tail.EndsWith("连续", StringComparison.Ordinal) || tail.EndsWith("先后", StringComparison.Ordinal)) && _indicators.PhraseAfter(end) is { Length: > 1 } doing)
        {
            return (doing, "phrase-after");
        }

        if (!noun.IsEmpty && PrefersNoun(reading, zone))
        {
            return (noun, "noun-after");
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

        var phrase = _indicators.PhraseAfter(end);
        if (reading.Mention.Type != EntityType.Percent && zone.Verb.Length > 1 && !IsBarred(zone.Verb) && !(phrase.Length is >= 2 and <= 4 && _text[zone.Verb.Start] == '历'))
        {
            return (zone.Verb, "verb");
        }

        var bare = reading.Zone.Of(_text).Trim().Length == 0 || (reading.Zone.Length == 1 && _text[reading.Zone.Start] is '、' or '和' or '与' or '及');
        if (phrase.Length > 1 && !IsBarred(phrase) && !(carried is not null && bare && !(end < _text.Length && _text[end] is '是' or '为')))
        {
            return (noun.IsEmpty || noun.End <= phrase.Start ? phrase : noun, "phrase-after");
        }

        if (carried is not null && (bare || reading.Mention.Type == EntityType.Percent))
        {
            return (carried, "carried");
        }

        // 全镇现有|桃园|2.8万亩: a name may be what is counted.
        if (reading.Zone.Length > 0 && _context.MentionAt(reading.Zone.End - 1) is { Type: EntityType.GeoPolitical or EntityType.Location or EntityType.Facility or EntityType.Organization or EntityType.Work or EntityType.Project or EntityType.Event } name && name.Span.End == reading.Zone.End)
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
        if (reading.Mention.Type == EntityType.Quantity && (_text[reading.Zone.End - 1] == '的' || _text[zone.Core.Start] == '每') && _context.MentionAt(reading.Zone.End - 2) is not { Type: EntityType.Date })
        {
            return true;
        }

        if (reading.Mention.Type == EntityType.Percent && _tokens.EndsWithVerb(zone.Core.End) && zone.Core.Length > 3)
        {
            return true;
        }

        return _words.At(reading.Value.Unit, 0, reading.Value.Unit.Length, NumberWord.Classifier, out _) == reading.Value.Unit.Length
            && (_tokens.EndsWithVerb(zone.Core.End) || zone.Core.Length == 1);
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

        if (core.Length <= 8 || _text[core.Start] == '从' || core.Of(_text).Contains('占'))
        {
            return core;
        }

        var cut = core.Start;
        for (var i = _tokens.At(core.Start) + 1; i < _tokens.Count && _tokens[i].Span.End < core.End; i++)
        {
            var token = _tokens[i];
            if (token.Span.Of(_text) is "实现" or "完成" or "达到")
            {
                // 规上企业|实现|产值: the owner of what is reached stays.
                continue;
            }

            if (token.Span.Start > core.Start && token.Span.Length > 1 && core.End - token.Span.End >= 2 && token.Tag is ['v', ..] and not "vn" && _context.MentionAt(token.Span.Start) is null)
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

    private bool IsBarred(TextSpan indicator) =>
        _words.At(_text, indicator.Start, indicator.End, NumberWord.NoIndicator, out _) == indicator.Length;

    private TextSpan? Longer(TextSpan core, int first)
    {
        for (var i = _readings.Count - 1; i >= first; i--)
        {
            if (_readings[i].Indicator is { } indicator && indicator.Length > core.Length && indicator.Of(_text).EndsWith(core.Of(_text), StringComparison.Ordinal))
            {
                return indicator;
            }
        }

        return null;
    }

    private TextSpan? Carried(int first)
    {
        for (var i = _readings.Count - 1; i >= first; i--)
        {
            if (_readings[i].Indicator is { } indicator && _readings[i].Kind != NumberKind.Modifier)
            {
                return indicator;
            }
        }

        return null;
    }

    private TextSpan? CarriedAcross() =>
        _readings.Count > 0 && _readings[^1].Indicator is { } indicator && _context.Text.BlockAt(indicator.Start) == _context.Text.BlockAt(_readings[^1].Mention.Span.Start) ? indicator : null;

    private TextSpan? PreviousClause(NumberReading reading)
    {
        var end = reading.Clause.Start - 1;
        var start = _context.Text.Sentences[reading.Sentence].Span.Start;
        if (end <= start || _text[end] is not ('，' or '：' or '；') || HasNumber(new TextSpan(ClauseStart(start, end), end)))
        {
            return null;
        }

        var zone = _indicators.Read(new TextSpan(ClauseStart(start, end), end));
        return zone.Core.Length is > 2 and <= 14 && !_tokens.EndsWithVerb(zone.Core.End) ? zone.Core : null;
    }

    private bool HasNumber(TextSpan span)
    {
        foreach (var mention in _context.MentionsIn(span))
        {
            if (mention.Type is EntityType.Money or EntityType.Percent or EntityType.Quantity)
            {
                return true;
            }
        }

        return false;
    }

    private NumberReading Classify(int index, int first, TextSpan sentence)
    {
        var reading = _readings[index];
        if (_projects.Read(_readings, index, first, _indicators.NounAfter(reading.Mention.Span.End)) is { } project)
        {
            return project;
        }

        var deadline = DeadlineOf(reading, sentence);
        if (reading.Mention.Type == EntityType.Money && _investments.Read(reading, sentence, deadline is not null) is { } investment)
        {
            return investment;
        }

        return deadline is not null
            ? reading with { Kind = NumberKind.Target, Date = deadline }
            : reading with { Date = reading.Date is { } date && _dates.IsPeriod(date) ? date : null };
    }

    private Mention? DeadlineOf(NumberReading reading, TextSpan sentence) =>
        reading.Zone.Of(_text).TrimEnd().EndsWith("等", StringComparison.Ordinal)
            ? null
            : _dates.InSentence(sentence, reading.Mention.Span.Start) is { } date && _dates.IsDeadline(date, sentence, reading.Mention.Span.Start)
                ? date
                : _dates.After(sentence, reading.Mention.Span.End);

    private int ClauseStart(int sentence, int position)
    {
        var closed = 0;
        for (var i = position - 1; i >= sentence; i--)
        {
            if (_context.MentionAt(i) is { } mention && mention.Span.Start >= sentence)
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
