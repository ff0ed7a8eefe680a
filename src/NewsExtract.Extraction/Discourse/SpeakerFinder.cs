namespace NewsExtract.Extraction.Discourse;

/// <summary>Finds who speaks: the name before the verb, whom a pronoun means, or the subject that the clause leaves out.</summary>
internal sealed class SpeakerFinder(ArticleDiscourse discourse)
{
    private readonly string _text = discourse.Context.Text.Text;
    private readonly QuotationMap _quotations = discourse.Quotations;

    /// <param name="verb">Where the verb starts.</param>
    /// <param name="elided">A left-out subject may be taken from the sentence.</param>
    public TextSpan? SpeakerOf(Clause clause, int verb, bool elided)
    {
        // “…。”园区管委会主任李明说: whoever stands between the saying and the verb
        if (!elided && clause.Role == HeadRole.Other && discourse.Persons[clause.Heads[0]] is { } nearest && nearest.Name.End <= verb)
        {
            var prefix = new TextSpan(clause.Span.Start, Math.Max(clause.Span.Start, nearest.Chain.Start)).Of(_text);
            if (prefix.Length <= 16 && DiscourseLexicon.ObjectMarkers.MatchEnd(prefix) == 0)
            {
                return nearest.Name;
            }
        }

        // 进驻厂商代表、某公司董事长李明说: the verb right after the name
        if (clause.Role == HeadRole.Other && clause.Predicate.Start == verb
            && DiscourseLexicon.ObjectMarkers.MatchEnd(_text.AsSpan(clause.Span.Start, Math.Max(0, discourse.Persons[clause.Heads[0]].Chain.Start - clause.Span.Start))) == 0)
        {
            return discourse.Persons[clause.Heads[^1]].Name;
        }

        if (clause.Role is HeadRole.Subject or HeadRole.Source or HeadRole.Agent && discourse.Persons[clause.Heads[0]].Name.End <= verb)
        {
            return discourse.Persons[clause.Heads[0]].Name;
        }

        var start = clause.Span.Start;
        while (start < verb && (_text[start] is '“' or '「' || _quotations.IsQuoted(start) || _text[start] is '”' or '」'))
        {
            start++;
        }

        for (var i = start; i < Math.Min(verb, start + 12); i++)
        {
            if (SpeechLexicon.Groups.MatchAt(_text, i) is > 0 and var group && i == start && clause.Heads.IsEmpty)
            {
                return new TextSpan(i, i + group);
            }

            if (SpeechLexicon.Pronouns.MatchAt(_text, i) is > 0 and var pronoun && i + pronoun <= verb && _text[i + pronoun] != '们' && (i == start || _text[i - 1] is '上' or '中' or '时' or '后' or '，'))
            {
                return discourse.Subjects.Before(start, false) is { } subject ? discourse.Persons[subject].Name : null;
            }
        }

        if ((clause.Heads.IsEmpty || discourse.Persons[clause.Heads[0]].Name.Start > verb) && elided && IsElided(new TextSpan(start, verb)))
        {
            return discourse.Subjects.Before(start, true) is { } subject ? discourse.Persons[subject].Name : null;
        }

        return null;
    }

    // 要求; 并强调; 在座谈会上指出
    private bool IsElided(TextSpan before)
    {
        var words = before.Of(_text);
        return words.IsEmpty
            || SpeechLexicon.Adverbs.Contains(words)
            || (words[0] is '在' && DiscourseLexicon.LeadInEnds.MatchEnd(words) > 0)
            || (words.EndsWith("时", StringComparison.Ordinal) && words.Length <= 8 && discourse.MentionEndAt(before.Start) is null);
    }
}
