using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Tells how far what is said runs: to the last sentence of the paragraph that doesn't turn to something else.</summary>
internal sealed class StatementExtent(ArticleDiscourse discourse)
{
    private readonly ArticleText _article = discourse.Context.Text;
    private readonly string _text = discourse.Context.Text.Text;
    private readonly QuotationMap _quotations = discourse.Quotations;

    public int ContentEnd(Clause clause, int start)
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
    private bool OpensWithSaying(TextSpan sentence) =>
        _quotations.StartingAt(sentence.Start) is { } quotation
        && (quotation.Length > 14 || _text[quotation.End - 2] is '。' or '！' or '？' or '，');

    private bool TurnsAway(TextSpan sentence, int index)
    {
        var first = _text[sentence.Start];
        if (first is '（' or '(' || OpensWithSaying(sentence) || SpeechLexicon.Breaks.MatchAt(_text, sentence.Start) > 0)
        {
            return true;
        }

        if (SpeechLexicon.Pronouns.MatchAt(_text, sentence.Start) > 0 && !_text.AsSpan(sentence.Start + 1).StartsWith("们", StringComparison.Ordinal))
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
}
