using System.Collections.Immutable;
using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>
/// Finds reported speech: speaker and verb before it (李明指出，…), after a quotation (“…”李明说), or before words that
/// follow the verb without a mark (他要求加快进度). What is said runs to the last sentence of the paragraph that doesn't
/// turn to something else.
/// </summary>
internal sealed class ReportedSpeechReader(ArticleDiscourse discourse)
{
    private readonly ArticleText _article = discourse.Context.Text;
    private readonly string _text = discourse.Context.Text.Text;
    private readonly QuotationMap _quotations = discourse.Quotations;

    public ImmutableArray<ReportedStatement> Read()
    {
        var statements = ImmutableArray.CreateBuilder<ReportedStatement>();
        var covered = 0;
        for (var i = 0; i < discourse.Clauses.Length; i++)
        {
            var clause = discourse.Clauses[i];
            if (clause.Span.Start < covered || _article.Blocks[_article.Sentences[clause.Sentence].Block].Kind != BlockKind.Body)
            {
                continue;
            }

            if (QuotationBefore(clause) is { } quotation && ReadAttribution(clause, quotation) is { } attributed)
            {
                statements.Add(attributed);
            }

            if (ReadClause(clause) is { } statement)
            {
                statements.Add(statement);
                covered = statement.Content.End;
            }
        }

        return statements.ToImmutable();
    }

    // “手续都由专员代办。”李明说。 The quotation must be a saying, not a word in marks.
    private TextSpan? QuotationBefore(Clause clause)
    {
        foreach (var quotation in _quotations.Quotations)
        {
            if (quotation.End > clause.Span.End)
            {
                return null;
            }

            // the clause opens with it or follows it, at most with time and place between
            if ((quotation.Start == clause.Span.Start || (quotation.End <= clause.Span.Start && IsSetting(quotation.End, clause)))
                && quotation.Length > 4
                && (_text[quotation.End - 2] is '。' or '！' or '？' or '，' or '…' || quotation.Length > 14))
            {
                return quotation;
            }
        }

        return null;
    }

    // “…！”10月24日，在车间里，经理李明对记者说。
    private bool IsSetting(int from, Clause clause)
    {
        if (from == clause.Span.Start)
        {
            return true;
        }

        if (_article.SentenceAt(from) != clause.Sentence || clause.Span.End < _article.Sentences[clause.Sentence].Span.End - 1)
        {
            return false;
        }

        for (var i = discourse.FirstClauseAfter(from - 1); i < discourse.Clauses.Length && discourse.Clauses[i].Span.Start < clause.Span.Start; i++)
        {
            if (discourse.Clauses[i].Role != HeadRole.None)
            {
                return false;
            }
        }

        return true;
    }

    private ReportedStatement? ReadAttribution(Clause clause, TextSpan quotation)
    {
        var start = Math.Max(clause.Span.Start, quotation.End);
        for (var i = start; i < clause.Span.End; i++)
        {
            if (discourse.MentionEndAt(i) is { } end)
            {
                i = end - 1;
                continue;
            }

            var attitude = false;
            var length = SpeechLexicon.Verbs.MatchAt(_text, i, out var attribute);
            if (length == 0 || i + length < clause.Span.End)
            {
                length = SpeechLexicon.Attitudes.MatchAt(_text, i, out attribute);
                attitude = length > 0;
            }

            if (length == 0 || i + length > clause.Span.End)
            {
                continue;
            }

            if (!attitude && i + length < clause.Span.End)
            {
                continue;
            }

            if (SpeakerOf(clause, i, false) is { } speaker)
            {
                var verb = VerbSpan(i, length, attribute);
                return new ReportedStatement(speaker, verb, Inside(quotation), new TextSpan(start, clause.Span.End), attitude ? "statement.attitude" : "statement.quotation-first");
            }
        }

        return null;
    }

    private ReportedStatement? ReadClause(Clause clause)
    {
        var start = clause.Role == HeadRole.Other ? clause.Span.Start : clause.Predicate.Start;
        for (var i = start; i < clause.Span.End; i++)
        {
            if (discourse.MentionEndAt(i) is { } skip)
            {
                i = skip - 1;
                continue;
            }

            if (_quotations.IsQuoted(i) || _quotations.IsBracketed(i))
            {
                continue;
            }

            if (SpeechLexicon.OtherWords.MatchAt(_text, i) is > 0 and var other)
            {
                i += other - 1;
                continue;
            }

            var length = SpeechLexicon.Verbs.MatchAt(_text, i, out var attribute);
            if (length > 0 && SpeechLexicon.LightVerbs.MatchEnd(_text.AsSpan(Math.Max(clause.Span.Start, i - 2), i - Math.Max(clause.Span.Start, i - 2))) > 0)
            {
                i += length - 1;
                continue;
            }

            if (length > 0 && ContentAfter(clause, i + length) is { } content && SpeakerOf(clause, i, true) is { } speaker)
            {
                return new ReportedStatement(speaker, VerbSpan(i, length, attribute), content, clause.Span, "statement.verb-mark");
            }

            length = SpeechLexicon.DirectVerbs.MatchAt(_text, i);
            if (length > 0 && ReadDirect(clause, i, length) is { } direct)
            {
                return direct;
            }
        }

        return null;
    }

    // 他要求加快进度: the verb stands right after the subject or opens the clause, and more than two characters follow.
    private ReportedStatement? ReadDirect(Clause clause, int at, int length)
    {
        var after = at + length;
        if (clause.Span.End - after < 3 || _text[after] is '的' or '了' or '会' or '书' or '信')
        {
            return null;
        }

        var opening = at < clause.Predicate.Start ? clause.Span.Start : clause.Predicate.Start;
        var before = _text.AsSpan(opening, at - opening);
        var close = before.IsEmpty || SpeechLexicon.Adverbs.Contains(before) || SpeechLexicon.Pronouns.Contains(before)
            || (clause.Heads.IsEmpty && SpeechLexicon.Pronouns.MatchAt(_text, clause.Span.Start) is > 0 and var pronoun
                && SpeechLexicon.Adverbs.Contains(_text.AsSpan(clause.Span.Start + pronoun, at - clause.Span.Start - pronoun)));
        if (!close || SpeakerOf(clause, at, true) is not { } speaker)
        {
            return null;
        }

        // 嘱咐院长李明备足药品: whom it is said to is no part of it
        var start = after;
        foreach (var reference in discourse.Persons)
        {
            if (reference.Chain.Start == start)
            {
                start = reference.Chain.End;
            }
        }

        // 称赞他们是“硬骨头”
        foreach (var quotation in _quotations.Quotations)
        {
            if (quotation.Start >= start && quotation.Start - start <= 4 && quotation.End >= clause.Span.End - 1)
            {
                return new ReportedStatement(speaker, new TextSpan(at, after), Inside(quotation), clause.Span, "statement.direct-verb");
            }
        }

        return new ReportedStatement(speaker, new TextSpan(at, after), new TextSpan(start, ContentEnd(clause, start)), clause.Span, "statement.direct-verb");
    }

    private TextSpan? ContentAfter(Clause clause, int verbEnd)
    {
        var i = verbEnd;
        if (i < clause.Span.End && _text[i] == '道')
        {
            i++;
        }

        var sentence = _article.Sentences[clause.Sentence].Span;
        if (i >= sentence.End)
        {
            return null;
        }

        var marked = _text[i] is '，' or '：' or ':' or ',';
        var quoted = _text[i] is '“' or '「';
        if (!marked && !quoted)
        {
            return null;
        }

        i += marked ? 1 : 0;
        foreach (var quotation in _quotations.Quotations)
        {
            if (quotation.Start == i)
            {
                var sentenceEnd = _article.Sentences[_article.SentenceAt(quotation.End - 1)].Span.End;
                if (sentenceEnd - quotation.End <= 1)
                {
                    return Inside(quotation);
                }
            }
        }

        return i < sentence.End ? new TextSpan(i, ContentEnd(clause, i)) : null;
    }

    private int ContentEnd(Clause clause, int start)
    {
        var block = _article.Sentences[clause.Sentence].Block;
        var end = EndWithin(clause.Sentence, start);
        for (var s = clause.Sentence + 1; s < _article.Sentences.Length && _article.Sentences[s].Block == block; s++)
        {
            if (end < _article.Sentences[s - 1].Span.End || TurnsAway(_article.Sentences[s].Span, s))
            {
                break;
            }

            end = EndWithin(s, _article.Sentences[s].Span.Start);
        }

        return end;
    }

    // A new speaker within the sentence ends what was said: …；他建议，…
    private int EndWithin(int sentence, int start)
    {
        var span = _article.Sentences[sentence].Span;
        for (var i = discourse.FirstClauseAfter(start); i < discourse.Clauses.Length && discourse.Clauses[i].Sentence == sentence; i++)
        {
            var clause = discourse.Clauses[i];
            if (clause.Span.Start > start + 1
                && _text[clause.Span.Start - 1] is '；' or '。'
                && (clause.Role == HeadRole.Subject || SpeechLexicon.Pronouns.MatchAt(_text, clause.Span.Start) > 0)
                && HasSpeechVerb(clause))
            {
                return clause.Span.Start;
            }
        }

        return span.End;
    }

    private bool HasSpeechVerb(Clause clause)
    {
        for (var i = clause.Span.Start; i < clause.Span.End; i++)
        {
            var length = SpeechLexicon.Verbs.MatchAt(_text, i);
            if (length > 0 && i + length == clause.Span.End)
            {
                return true;
            }

            if (length > 0 && SpeechLexicon.DirectVerbs.MatchAt(_text, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    // “…。”李明说; “十二五”期间 is no saying
    private bool OpensWithSaying(TextSpan sentence)
    {
        foreach (var quotation in _quotations.Quotations)
        {
            if (quotation.Start == sentence.Start)
            {
                return quotation.Length > 14 || _text[quotation.End - 2] is '。' or '！' or '？' or '，';
            }
        }

        return false;
    }

    private bool TurnsAway(TextSpan sentence, int index)
    {
        var first = _text[sentence.Start];
        if (first is '（' or '(' || OpensWithSaying(sentence) || SpeechLexicon.Breaks.MatchAt(_text, sentence.Start) > 0)
        {
            return true;
        }

        if (SpeechLexicon.Pronouns.MatchAt(_text, sentence.Start) > 0 && _text[sentence.Start + 1] != '们')
        {
            return true;
        }

        foreach (var mention in discourse.Context.MentionsIn(sentence))
        {
            // somebody else comes in; a leader whose words are cited does not
            if (mention.Type == EntityType.Person && !_quotations.IsQuoted(mention.Span.Start)
                && !(mention.Span.End < _text.Length && discourse.Context.MentionAt(mention.Span.End) is { Type: EntityType.Title }))
            {
                return true;
            }
        }

        for (var i = discourse.FirstClauseAfter(sentence.Start - 1); i < discourse.Clauses.Length && discourse.Clauses[i].Sentence == index; i++)
        {
            var clause = discourse.Clauses[i];
            if (clause.Role is HeadRole.Subject or HeadRole.Agent or HeadRole.Source)
            {
                return true;
            }

            if (SpeechLexicon.Pronouns.MatchAt(_text, clause.Span.Start) is > 0 && HasSpeechVerb(clause))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="elided">A left-out subject may be taken from the sentence.</param>
    private TextSpan? SpeakerOf(Clause clause, int verb, bool elided)
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

    private static TextSpan VerbSpan(int start, int length, string? attribute)
    {
        if (attribute is null)
        {
            return new TextSpan(start, start + length);
        }

        var own = attribute[0] - '0';
        // 的话=2 counts the verb's own characters from the start, after the particle that opens an attitude
        return new TextSpan(start, start + Math.Min(own, length));
    }

    private static TextSpan Inside(TextSpan quotation) => new(quotation.Start + 1, quotation.End - 1);
}
