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
    private static readonly ConditionalWeakTable<FactContext, NumberReader> s_known = [];

    private readonly FactContext _context;
    private readonly string _text;
    private readonly NumberClauses _clauses;
    private readonly IndicatorFinder _indicators;
    private readonly IndicatorChooser _chooser;
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
        var tokens = new TokenIndex(context.Tokens);
        _clauses = new NumberClauses(context);
        _indicators = new IndicatorFinder(context, tokens);
        _chooser = new IndicatorChooser(context, tokens, _indicators, _clauses, _readings);
        _subjects = new NumberSubjects(context);
        _dates = new DateGovernor(context, tokens);
        var links = new LinkTrimmer(_text, tokens);
        _projects = new ProjectCountReader(context, links);
        _investments = new InvestmentReader(context, _subjects, links);
        _descriptive = new DescriptiveNumbers(context, tokens, _indicators);
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

            var clause = _clauses.Start(sentence.Start, mention.Span.Start);
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
        var rest = _indicators.Read(Unclaimed(reading.Zone, first));
        var zone = noun.IsEmpty && rest.Core.Length < 2 ? _indicators.Read(reading.Zone) : rest;
        var (indicator, rule) = _chooser.Choose(reading, zone, noun, first);
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
}
