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
    private readonly StatementExtent _extent = new(discourse);
    private readonly SpeakerFinder _speakers = new(discourse);

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
        var sentence = _article.Sentences[clause.Sentence].Span;
        for (var i = _quotations.FirstEndingAfter(sentence.Start - 1); i < _quotations.Quotations.Length && _quotations.Quotations[i].End <= clause.Span.End; i++)
        {
            var quotation = _quotations.Quotations[i];

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

            // “这料舍得卖？”老太太问他
            if (length == 0 && SpeechLexicon.AddressedVerbs.MatchAt(_text, i) is > 0 and var asks && SpeechLexicon.Addressees.Contains(_text.AsSpan(i + asks, clause.Span.End - i - asks))
                && (_speakers.SpeakerOf(clause, i, false) ?? _speakers.Unnamed(clause, start, i)) is { } asking)
            {
                return new ReportedStatement(asking, new TextSpan(i, i + asks), Inside(quotation), new TextSpan(start, clause.Span.End), "statement.quotation-first");
            }

            // “不卖。”李明头也不抬。
            if (length == 0 && SpeechLexicon.Gestures.MatchAt(_text, i) is > 0 and var gesture && i + gesture == clause.Span.End
                && clause.Span.End >= _article.Sentences[clause.Sentence].Span.End - 1 && _speakers.SpeakerOf(clause, i, false) is { } shown)
            {
                return new ReportedStatement(shown, new TextSpan(i, i + gesture), Inside(quotation), new TextSpan(start, clause.Span.End), "statement.gesture");
            }

            if (length == 0 || i + length > clause.Span.End)
            {
                continue;
            }

            if (!attitude && i + length < clause.Span.End)
            {
                continue;
            }

            var named = _speakers.SpeakerOf(clause, i, false);
            if ((named ?? _speakers.Unnamed(clause, start, i)) is { } speaker)
            {
                var verb = VerbSpan(i, length, attribute);
                return new ReportedStatement(speaker, verb, Inside(quotation), new TextSpan(start, clause.Span.End), named is null ? "statement.unnamed" : attitude ? "statement.attitude" : "statement.quotation-first");
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

            if (length > 0 && ContentAfter(clause, i + length) is { } content)
            {
                if (IsAbsolute(new TextSpan(i, i + length), content))
                {
                    continue;
                }

                if (_speakers.SpeakerOf(clause, i, true) is { } speaker)
                {
                    return new ReportedStatement(speaker, VerbSpan(i, length, attribute), content, clause.Span, "statement.verb-mark");
                }

                if ((_speakers.Unnamed(clause, clause.Span.Start, i) ?? _speakers.UnnamedBefore(clause, i)) is { } noun && (_text[content.Start - 1] is not ('，' or ',') || discourse.MentionEndAt(noun.Start) is null))
                {
                    return new ReportedStatement(noun, VerbSpan(i, length, attribute), content, clause.Span, "statement.unnamed");
                }

                discourse.Context.Trace?.Missing("statement", new TextSpan(i, i + length), "speaker");
            }
            else if (length > 0)
            {
                discourse.Context.Trace?.Missing("statement", new TextSpan(i, i + length), "content");
            }

            if (SpeechLexicon.AddressedVerbs.MatchAt(_text, i) is > 0 and var told && ReadAddressed(clause, new TextSpan(i, i + told)) is { } addressed)
            {
                return addressed;
            }

            if (SpeechLexicon.Gestures.MatchAt(_text, i) is > 0 and var gesture && ReadGesture(clause, new TextSpan(i, i + gesture)) is { } shown)
            {
                return shown;
            }

            length = SpeechLexicon.DirectVerbs.MatchAt(_text, i, out attribute);
            if (length > 0 && ReadDirect(clause, i, attribute is null ? length : attribute[0] - '0') is { } direct)
            {
                return direct;
            }
        }

        return null;
    }

    // 告诉乡亲们：…
    private ReportedStatement? ReadAddressed(Clause clause, TextSpan verb) =>
        clause.Span.End - verb.End is > 0 and <= 6
        && clause.Span.End < _text.Length
        && _text[clause.Span.End] is '：' or ':'
        && ContentAfter(clause, clause.Span.End) is { } content
        && (_speakers.SpeakerOf(clause, verb.Start, true) ?? _speakers.Unnamed(clause, clause.Span.Start, verb.Start)) is { } speaker
            ? new ReportedStatement(speaker, verb, content, clause.Span, "statement.verb-mark")
            : null;

    // 局长李明点评，副局长王芳通报进展: what follows is told of another
    private bool IsAbsolute(TextSpan verb, TextSpan content)
    {
        if (_text[content.Start - 1] is not '，' || !SpeechLexicon.AbsoluteVerbs.Contains(verb.Of(_text)))
        {
            return false;
        }

        var next = discourse.FirstClauseAfter(content.Start - 1);
        return next < discourse.Clauses.Length && discourse.Clauses[next] is { Role: HeadRole.Subject } clause && clause.Span.Start == content.Start
            && discourse.Persons[clause.Heads[0]].Chain.Start == content.Start;
    }

    // 他摇头：“会计管账，我管饭。”
    private ReportedStatement? ReadGesture(Clause clause, TextSpan gesture)
    {
        return gesture.End == clause.Span.End
            && gesture.End + 1 < _text.Length
            && _text[gesture.End] is '：' or ':'
            && _quotations.StartingAt(gesture.End + 1) is { } said
            && _speakers.SpeakerOf(clause, gesture.Start, true) is { } speaker
            ? new ReportedStatement(speaker, gesture, Inside(said), clause.Span, "statement.gesture")
            : null;
    }

    // 他要求加快进度: the verb stands right after the subject or opens the clause, and more than two characters follow.
    private ReportedStatement? ReadDirect(Clause clause, int at, int length)
    {
        var after = at + length;
        if (clause.Span.End - after < 3 || _text[after] is '的' or '了' or '会' or '书' or '信' || SpeechLexicon.Verbs.MatchAt(_text, after) > 0
            || (_text.AsSpan(at, length) is "说" && (clause.Span.End - after < 6 || SpeechLexicon.NoSaying.MatchAt(_text, after) > 0)))
        {
            return null;
        }

        var opening = at < clause.Predicate.Start ? clause.Span.Start : clause.Predicate.Start;
        var before = _text.AsSpan(opening, at - opening);
        var close = before.IsEmpty || (before[0] == '在' && DiscourseLexicon.LeadInEnds.MatchEnd(before) > 0) || SpeechLexicon.Adverbs.Contains(before) || SpeechLexicon.Pronouns.Contains(before)
            || (clause.Heads.IsEmpty && SpeechLexicon.Pronouns.MatchAt(_text, clause.Span.Start) is > 0 and var pronoun
                && SpeechLexicon.Adverbs.Contains(_text.AsSpan(clause.Span.Start + pronoun, at - clause.Span.Start - pronoun)));
        if (!close || _speakers.SpeakerOf(clause, at, true) is not { } speaker)
        {
            return null;
        }

        // 嘱咐院长李明备足药品: whom it is said to is no part of it
        var start = after;
        var addressed = discourse.FirstPersonFrom(start);
        if (addressed < discourse.Persons.Length && discourse.Persons[addressed].Chain.Start == start)
        {
            start = discourse.Persons[addressed].Chain.End;
        }

        // 称赞他们是“硬骨头”
        if (_quotations.FirstEndingAfter(start) is var next && next < _quotations.Quotations.Length)
        {
            var quotation = _quotations.Quotations[next];
            if (quotation.Start >= start && quotation.Start - start <= 4 && quotation.End >= clause.Span.End - 1)
            {
                return new ReportedStatement(speaker, new TextSpan(at, after), Inside(quotation), clause.Span, "statement.direct-verb");
            }
        }

        return new ReportedStatement(speaker, new TextSpan(at, after), new TextSpan(start, OwnEnd(start, _extent.ContentEnd(clause, start))), clause.Span, "statement.direct-verb");
    }

    // 李明号召大家大干一百天，王芳作了报告: another's deed is no part of it
    private int OwnEnd(int start, int end)
    {
        for (var i = discourse.FirstClauseAfter(start); i < discourse.Clauses.Length && discourse.Clauses[i].Span.End <= end; i++)
        {
            var clause = discourse.Clauses[i];
            if (clause.Role == HeadRole.Subject && _text[clause.Span.Start - 1] == '，' && discourse.Persons[clause.Heads[0]].Chain.Start == clause.Span.Start)
            {
                return clause.Span.Start - 1;
            }
        }

        return end;
    }

    private TextSpan? ContentAfter(Clause clause, int verbEnd)
    {
        var i = verbEnd;
        if (i < clause.Span.End && _text[i] is ('道' or '着'))
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
        if (_quotations.StartingAt(i) is { } said
            && _article.Sentences[_article.SentenceAt(said.End - 1)].Span.End - said.End <= 1)
        {
            return Inside(said);
        }

        return i < sentence.End ? new TextSpan(i, _extent.ContentEnd(clause, i)) : null;
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
