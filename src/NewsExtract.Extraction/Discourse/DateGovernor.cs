using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>
/// Finds the date that governs each number of a sentence: the last one before it that is no mere point of comparison.
/// A period holds over the sentences of a paragraph until another date comes.
/// </summary>
internal sealed class DateGovernor
{
    private const int LeadReach = 8;

    private readonly FactContext _context;
    private readonly TokenIndex _tokens;
    private readonly string _text;
    private readonly DateOnly? _issue;

    public DateGovernor(FactContext context, TokenIndex tokens)
    {
        _context = context;
        _tokens = tokens;
        _text = context.Text.Text;
        _issue = FindIssue();
    }

    /// <summary>The governing date within the sentence: 到2025年，…达到500家; <c>null</c> when there is none before the number.</summary>
    public Mention? InSentence(TextSpan sentence, int number)
    {
        Mention? found = null;
        foreach (var mention in _context.MentionsIn(new TextSpan(sentence.Start, number)))
        {
            if (mention.Type == EntityType.Date && (IsAttribute(mention, number) || (!IsComparison(mention) && !IsPassing(mention) && !IsOrigin(mention))))
            {
                found = mention;
            }
        }

        return found;
    }

    /// <summary>Whether a number after <paramref name="date"/> is aimed at by then rather than measured.</summary>
    public bool IsDeadline(Mention date, TextSpan sentence, int number)
    {
        var between = new TextSpan(date.Span.End, number);
        if (IsBehind(date) || !AmountWords.NeverDeadline.FindFirst(_text, date.Span).IsEmpty || EndsBefore(between))
        {
            return false;
        }

        if (IsAhead(date) && (IsDefinite(date) || HasIntent(between) || HasIntent(new TextSpan(Math.Max(sentence.Start, date.Span.Start - LeadReach), date.Span.Start)) || between.Of(_text).Contains('可')))
        {
            return true;
        }

        if (!IsPeriod(date) || !AmountWords.Past.FindFirst(_text, between).IsEmpty)
        {
            return false;
        }

        // 要抓好…，到2025年，…达到…
        if (date.Span.Start > sentence.Start && _text[date.Span.Start - 1] == '到' && HasIntent(new TextSpan(sentence.Start, date.Span.Start)))
        {
            return true;
        }

        // 计划招生240人，2026年在校生达到1000人
        if (_issue is null && IsDefinite(date) && HasIntent(new TextSpan(sentence.Start, date.Span.Start)) && AmountWords.Past.FindFirst(_text, new TextSpan(sentence.Start, date.Span.Start)).IsEmpty)
        {
            return true;
        }

        // 力争今年新增…; 2025年底全区…要达到…
        return HasIntent(between, firm: true) || HasIntent(new TextSpan(Math.Max(sentence.Start, date.Span.Start - LeadReach), date.Span.Start), firm: true);
    }

    /// <summary>A deadline that follows the number: 建设生产线4条，2023年底建成; 首批3座大楼将于明年启用.</summary>
    public Mention? After(TextSpan sentence, int number)
    {
        var marks = 0;
        for (var i = number; i < sentence.End; i++)
        {
            if (_context.MentionAt(i) is { } mention)
            {
                if (mention.Type == EntityType.Date)
                {
                    // 2020年四季度起|陆续交付: from then on, not by then
                    return !StartsFrom(mention) && IsAhead(mention) && (marks == 0 || (mention.Span.Start - number <= 2 && Closes(mention.Span.End, sentence.End))) ? mention : null;
                }

                if (mention.Type is EntityType.Quantity or EntityType.Money or EntityType.Percent)
                {
                    return null;
                }

                i = mention.Span.End - 1;
            }
            else if (_text[i] is '，' or '、' && (marks++ > 0 || i > number))
            {
                return null;
            }
            else if (_text[i] is '；' or '。' or '：')
            {
                return null;
            }
        }

        return null;
    }

    private bool StartsFrom(Mention date) => date.Span.End < _text.Length && _text[date.Span.End] is '起' or '始';

    /// <summary>Whether a date can be the period of a statistic; a mere day or hour is none unless the count ends there.</summary>
    public bool IsPeriod(Mention date)
    {
        var surface = date.Span.Of(_text);
        var point = AmountWords.PointWords.MatchEnd(surface[Math.Max(0, surface.Length - 4)..]) > 0
            || (date.Value is DateValue { Start: { } start, End: { } end } && start == end)
            || surface.Contains('时') || surface.Contains('点');
        return !point || (date.Span.Start > 1 && (_text[date.Span.Start - 1] is '止' or '到' || (_text[date.Span.Start - 1] == '至' && _text[date.Span.Start - 2] == '截')));
    }

    // ；and a later stage (达产后) end what a deadline covers, unless the stage is the deadline's own (明年投产后).
    private bool EndsBefore(TextSpan between)
    {
        for (var i = between.Start; i < between.End; i++)
        {
            if (_text[i] == '；' || (_text[i] is '后' && i > between.Start + 6 && i > 1 && _text[i - 1] is '产' or '成' or '用' or '工' && _text.AsSpan(between.Start, i - between.Start).Contains('，')))
            {
                return true;
            }
        }

        return false;
    }

    // 2023年底|建成；
    private bool Closes(int start, int end)
    {
        var i = start;
        while (i < end && i - start <= 5 && _text[i] is not ('，' or '；' or '。' or '、'))
        {
            if (_text[i] == '后')
            {
                return false;
            }

            i++;
        }

        return i == end || _text[i] is '，' or '；' or '。' or '、';
    }

    /// <summary>Whether a date says its year or looks ahead by itself; 四季度 may be the one gone by.</summary>
    private bool IsDefinite(Mention date) =>
        (date.Span.Of(_text).Contains('年') && !IsBareEnd(date)) || !AmountWords.Future.FindFirst(_text, date.Span).IsEmpty || date.Span.Of(_text)[0] is '“';

    // 年末全市人口140万人: the end of the year that is told of, unless 到 or a name of the year says otherwise
    private bool IsBareEnd(Mention date) =>
        date.Span.Of(_text) is "年末" or "年底" && !(date.Span.Start > 0 && _text[date.Span.Start - 1] is '到' or '至' or '今');

    // 今年预计产蜜420吨: a forecast for the time that runs already is no aim, so firm intent leaves it out.
    private bool HasIntent(TextSpan span, bool firm = false)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            var length = AmountWords.StrongModal.MatchAt(_text, i);
            if (length > 0 && i + length <= span.End && !(firm && _text[i] is '预' or '預') && _context.MentionAt(i) is null && (length > 1 || _tokens.IsWord(i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a date lies after the article's own day, or says by itself that it is to come.</summary>
    public bool IsAhead(Mention date)
    {
        var surface = date.Span.Of(_text);
        if (!AmountWords.Future.FindFirst(_text, date.Span).IsEmpty && !surface.EndsWith("来", StringComparison.Ordinal))
        {
            return true;
        }

        return surface is ['未', '来', ..] || (_issue is { } issue && date.Value is DateValue { Start: { } start } && start > issue);
    }

    private bool IsBehind(Mention date) => _issue is { } issue && date.Value is DateValue { End: { } end } && end < issue;

    private DateOnly? FindIssue()
    {
        var article = _context.Text.Article;
        if (article.PublicationDate is { } printed)
        {
            return new DateOnly(printed.Year, printed.Month ?? 12, printed.Day ?? 28);
        }

        foreach (var mention in _context.Mentions)
        {
            if (mention.Value is DateValue { Start: { } start, End: { } end } && start == end)
            {
                return start;
            }
        }

        return null;
    }

    // 从|2018年的|26万只
    private bool IsAttribute(Mention date, int number) => date.Span.End == number || (date.Span.End == number - 1 && _text[number - 1] == '的');

    // 由|2020年的|3.6亿元增加到7亿元: the date of the first value says nothing of the second.
    private bool IsOrigin(Mention date)
    {
        var number = date.Span.End < _text.Length && _text[date.Span.End] == '的' ? date.Span.End + 1 : date.Span.End;
        return date.Span.Start > 0 && _text[date.Span.Start - 1] is '由' or '从'
            && _context.MentionAt(number) is { Type: EntityType.Money or EntityType.Quantity or EntityType.Percent };
    }

    // 比去年同期增长, 较年初增加, 比2017年提高
    private bool IsComparison(Mention date)
    {
        var lead = _text.AsSpan(Math.Max(0, date.Span.Start - 2), Math.Min(2, date.Span.Start));
        return AmountWords.ComparisonDateLead.MatchEnd(lead) > 0
            || AmountWords.ComparisonDateTail.MatchAt(_text, date.Span.End) > 0
            || date.Span.Of(_text).EndsWith("同期", StringComparison.Ordinal);
    }

    // 于2020年5月开工
    private bool IsPassing(Mention date) =>
        (date.Span.Start > 0 && _text[date.Span.Start - 1] == '于')
        || (AmountWords.PassingTail.MatchAt(_text, date.Span.End) > 0 && !IsAhead(date));
}
