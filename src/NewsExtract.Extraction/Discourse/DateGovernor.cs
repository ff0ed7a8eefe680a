using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>
/// Finds the date that governs each number of a sentence: the last one before it that is no mere point of comparison.
/// A period holds over the sentences of a paragraph until another date comes.
/// </summary>
internal sealed class DateGovernor(FactContext context)
{
    private readonly string _text = context.Text.Text;

    /// <summary>The governing date within the sentence: 到2025年，…达到500家; <c>null</c> when there is none before the number.</summary>
    public Mention? InSentence(TextSpan sentence, int number)
    {
        Mention? found = null;
        foreach (var mention in context.MentionsIn(new TextSpan(sentence.Start, number)))
        {
            if (mention.Type == EntityType.Date && !IsComparison(mention) && !IsPassing(mention))
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
        if (IsAhead(date))
        {
            return true;
        }

        if (IsBehind(date))
        {
            return false;
        }

        var past = AmountWords.Past.FindFirst(_text, between);
        if (!past.IsEmpty)
        {
            return false;
        }

        // 力争今年新增…; 2025年底全区…要达到…
        var lead = new TextSpan(Math.Max(sentence.Start, date.Span.Start - 8), date.Span.Start);
        return !AmountWords.StrongModal.FindFirst(_text, between).IsEmpty || !AmountWords.StrongModal.FindFirst(_text, lead).IsEmpty;
    }

    /// <summary>A deadline that follows the number: 建设生产线4条，2023年底建成.</summary>
    public Mention? After(TextSpan sentence, int number)
    {
        for (var i = number; i < sentence.End && _text[i] is not ('；' or '。'); i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                if (mention.Type == EntityType.Date)
                {
                    return IsAhead(mention) && _text.AsSpan(number, mention.Span.Start - number).IndexOfAny('，', '、') <= 0 && mention.Span.Start - number <= 2 ? mention : null;
                }

                if (mention.Type is EntityType.Quantity or EntityType.Money or EntityType.Percent)
                {
                    return null;
                }

                i = mention.Span.End - 1;
            }
        }

        return null;
    }

    /// <summary>Whether a date can be the period of a statistic; a mere day is none unless the count ends there.</summary>
    public bool IsPeriod(Mention date)
    {
        var surface = date.Span.Of(_text);
        if (AmountWords.PointWords.MatchEnd(surface[Math.Max(0, surface.Length - 4)..]) == 0)
        {
            return true;
        }

        return date.Span.Start > 0 && _text[date.Span.Start - 1] is '至' or '到' or '止';
    }

    private bool IsAhead(Mention date)
    {
        var surface = date.Span.Of(_text);
        if (!AmountWords.Future.FindFirst(_text, date.Span).IsEmpty && !surface.EndsWith("以来", StringComparison.Ordinal))
        {
            return true;
        }

        return context.Text.Article.PublicationDate is { } issue
            && date.Value is DateValue { Start: { } start }
            && start > new DateOnly(issue.Year, issue.Month ?? 12, issue.Day ?? 28);
    }

    private bool IsBehind(Mention date) =>
        context.Text.Article.PublicationDate is { } issue
        && date.Value is DateValue { End: { } end }
        && end < new DateOnly(issue.Year, issue.Month ?? 1, issue.Day ?? 1);

    // 比去年同期增长, 较年初增加, 比2017年提高
    private bool IsComparison(Mention date)
    {
        var lead = _text.AsSpan(Math.Max(0, date.Span.Start - 2), Math.Min(2, date.Span.Start));
        return AmountWords.ComparisonDateLead.MatchEnd(lead) > 0
            || AmountWords.ComparisonDateTail.MatchAt(_text, date.Span.End) > 0
            || date.Span.Of(_text).EndsWith("同期", StringComparison.Ordinal);
    }

    // 自2018年建设以来; 于2020年5月开工
    private bool IsPassing(Mention date) =>
        date.Span.Start > 0 && _text[date.Span.Start - 1] is '于' or '於';
}
