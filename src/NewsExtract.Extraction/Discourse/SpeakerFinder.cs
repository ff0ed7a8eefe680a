using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Finds who speaks: the name before the verb, whom a pronoun means, or the subject that the clause leaves out.</summary>
internal sealed class SpeakerFinder(ArticleDiscourse discourse)
{
    private readonly string _text = discourse.Context.Text.Text;
    private readonly QuotationMap _quotations = discourse.Quotations;
    private readonly TokenIndex _tokens = new(discourse.Context.Tokens);

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

        // 李明的爷爷说: not 李明
        if (clause.Role == HeadRole.Subject && clause.Predicate.Length > 2 && _text[clause.Predicate.Start] == '的'
            && SpeechLexicon.SpeakerNouns.MatchAt(_text, clause.Predicate.Start + 1) is > 0 and var kin && clause.Predicate.Start + 1 + kin <= verb)
        {
            return new TextSpan(clause.Predicate.Start + 1, clause.Predicate.Start + 1 + kin);
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
                return (discourse.Subjects.Before(start, false) ?? OnlyPersonBefore(start)) is { } subject ? discourse.Persons[subject].Name : null;
            }
        }

        if ((clause.Heads.IsEmpty || discourse.Persons[clause.Heads[0]].Name.Start > verb) && elided && IsElided(new TextSpan(start, verb)))
        {
            return discourse.Subjects.Before(start, true) is { } subject ? discourse.Persons[subject].Name : null;
        }

        return null;
    }

    /// <summary>A speaker without a name: 食客 of 有食客打趣：…; 指挥部 of 指挥部提出：….</summary>
    public TextSpan? Unnamed(Clause clause, int start, int verb)
    {
        if (_tokens.Count == 0 || (!clause.Heads.IsEmpty && discourse.Persons[clause.Heads[0]].Name.Start < verb))
        {
            return null;
        }

        TextSpan? found = null;
        for (var i = start; i < verb;)
        {
            if (discourse.Context.MentionAt(i) is { } mention)
            {
                if (mention.Type is not (EntityType.Organization or EntityType.Date or EntityType.GeoPolitical or EntityType.Quantity))
                {
                    return null;
                }

                found = mention.Type == EntityType.Organization ? mention.Span : null;
                i = mention.Span.End;
                continue;
            }

            if (found is { } voice && IsVoice(voice, verb))
            {
                return voice;
            }

            var token = _tokens[_tokens.At(i)];
            var end = Math.Max(i + 1, Math.Min(token.Span.End, verb));
            if (SpeechLexicon.SpeakerNouns.MatchAt(_text, i) is > 0 and var noun && i + noun >= end)
            {
                found = new TextSpan(i, i + noun);
                end = i + noun;
            }
            else if (token.Tag is ['n', ..] && token.Span.Start == i && SpeechLexicon.PersonEnds.MatchEnd(token.Span.Of(_text)) > 0)
            {
                found = token.Span;
            }
            else if (token.Tag is not ['n' or 'm' or 'q' or 'r' or 'b' or 'a' or 's' or 'f' or 't' or 'j', ..] && SpeechLexicon.SpeakerDeterminers.MatchAt(_text, i) == 0)
            {
                return null;
            }
            else
            {
                found = null;
            }

            i = end;
        }

        return found is { } last && IsVoice(last, verb) ? last : null;
    }

    /// <summary>The noun at the head of the sentence when the clause leaves its subject out: 老太太不肯收钱，说：“…”.</summary>
    public TextSpan? UnnamedBefore(Clause clause, int verb)
    {
        var sentence = discourse.Context.Text.Sentences[clause.Sentence].Span;
        if (!clause.Heads.IsEmpty || clause.Span.Start == sentence.Start || !IsElided(new TextSpan(clause.Span.Start, verb)))
        {
            return null;
        }

        var first = discourse.Clauses[discourse.FirstClauseAfter(sentence.Start - 1)];
        for (var i = first.Span.Start + 1; first.Heads.IsEmpty && i < first.Span.End; i++)
        {
            if (Unnamed(first, first.Span.Start, i) is { } noun && noun.End == i && discourse.MentionEndAt(noun.Start) is null && _text[i] != '的')
            {
                return noun;
            }
        }

        return null;
    }

    // nothing but manner between noun and verb: 伙计笑着解释; not 老人的话
    private bool IsVoice(TextSpan noun, int verb)
    {
        var between = new TextSpan(noun.End, Math.Max(noun.End, verb)).Of(_text);
        return noun.End <= verb && (between.IsEmpty || (between.Length <= 8 && between[0] != '的' && IsManner(between)) || between is "对记者" or "告诉记者" or "们");
    }

    private static bool IsManner(ReadOnlySpan<char> words) => SpeechLexicon.MannerEnds.MatchEnd(words) > 0 || SpeechLexicon.Adverbs.Contains(words);

    // 只见队长李明坐在渠边。他应声：… the only person of the paragraph
    private int? OnlyPersonBefore(int position)
    {
        var block = discourse.Context.Text.Blocks[discourse.Context.Text.BlockAt(position)].Span;
        int? only = null;
        for (var i = discourse.FirstPersonFrom(block.Start); i < discourse.Persons.Length && discourse.Persons[i].Name.End <= position; i++)
        {
            if (only is { } known && !discourse.Persons[known].Name.Of(_text).SequenceEqual(discourse.Persons[i].Name.Of(_text)))
            {
                return null;
            }

            only = i;
        }

        return only;
    }

    // 要求; 并强调; 在座谈会上指出; 急得直喊
    private bool IsElided(TextSpan before)
    {
        var words = before.Of(_text);
        return words.IsEmpty
            || SpeechLexicon.Adverbs.Contains(words)
            || (words.Length <= 8 && discourse.MentionEndAt(before.Start) is null && SpeechLexicon.MannerEnds.MatchEnd(words) > 0)
            || (words[0] is '在' && DiscourseLexicon.LeadInEnds.MatchEnd(words) > 0)
            || (words.EndsWith("时", StringComparison.Ordinal) && words.Length <= 8 && discourse.MentionEndAt(before.Start) is null);
    }
}
