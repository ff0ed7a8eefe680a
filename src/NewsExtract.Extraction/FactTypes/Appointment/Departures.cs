using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Appointment;

/// <summary>Reads who leaves the post beside the name: 总经理李明因病辞职; 原董事长李明改任总经理.</summary>
internal sealed class Departures(ArticleDiscourse discourse)
{
    private const int MaxReason = 16;

    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;

    public IEnumerable<AppointmentDraft> Read()
    {
        foreach (var reference in discourse.Persons)
        {
            if (reference.Posts.IsEmpty || reference.Inherited || discourse.Quotations.IsQuoted(reference.Name.Start)
                || _context.Text.Blocks[_context.Text.BlockAt(reference.Name.Start)].Kind is not (BlockKind.Body or BlockKind.Heading or BlockKind.Headline or BlockKind.Subhead or BlockKind.Kicker))
            {
                continue;
            }

            if (VerbAfter(reference) is { } verb)
            {
                var successor = SuccessorAfter(verb.End);
                foreach (var post in reference.Posts)
                {
                    if (successor is { } next)
                    {
                        yield return new AppointmentDraft(
                            next.Rule,
                            next.Verb,
                            discourse.Persons[next.Person].Name,
                            _context.Mentions[post.Title].Span,
                            post.Organization is { } body ? _context.Mentions[body].Span : null,
                            new TextSpan(reference.Chain.Start, next.Verb.End));
                    }

                    yield return new AppointmentDraft(
                        AppointmentRules.Departure,
                        verb,
                        reference.Name,
                        _context.Mentions[post.Title].Span,
                        post.Organization is { } own ? _context.Mentions[own].Span : null,
                        new TextSpan(reference.Chain.Start, verb.End));
                }
            }
        }
    }

    // 总经理李明退任，由总监王芳接替
    private (AppointmentRule Rule, TextSpan Verb, int Person)? SuccessorAfter(int position)
    {
        var at = position;
        while (AppointmentLexicon.PassedOn.MatchAt(_text, at) is > 0 and var length)
        {
            at += length;
        }

        var next = discourse.FirstPersonFrom(at);
        if (at == position || at >= _text.Length || _text[at] != '由' || next >= discourse.Persons.Length || discourse.Persons[next].Chain.Start != at + 1)
        {
            return null;
        }

        foreach (var (rule, word) in AppointmentRules.Verbs(AppointmentForm.TitleByPerson))
        {
            var end = discourse.Persons[next].Chain.End;
            if (_text.AsSpan(end).StartsWith(word, StringComparison.Ordinal))
            {
                return (rule, new TextSpan(end, end + word.Length), next);
            }
        }

        return null;
    }

    private TextSpan? VerbAfter(PersonReference reference)
    {
        var clause = reference.Chain.End;
        while (clause < _text.Length && _text[clause] is not ('，' or '。' or '；' or '：' or '！' or '？' or '\n' or '、'))
        {
            clause++;
        }

        // 原董事长李明改任总经理
        var first = reference.Posts[0].EvidenceStart;
        if ((first > 0 && _text[first - 1] == '原') || _text[first] == '原')
        {
            if (AppointmentLexicon.MovedOn.MatchAt(_text, reference.Chain.End) is > 0 and var moved)
            {
                return new TextSpan(reference.Chain.End, reference.Chain.End + moved);
            }
        }

        return AppointmentRules.LastOf(AppointmentForm.PersonLeaves, _text.AsSpan(reference.Chain.End, clause - reference.Chain.End)) is { } verb
            && IsBetween(reference.Chain.End, clause - verb.Word.Length)
            ? new TextSpan(clause - verb.Word.Length, clause)
            : null;
    }

    private bool IsBetween(int start, int end)
    {
        if (start < end && AppointmentLexicon.Reasons.MatchAt(_text, start) > 0)
        {
            return end - start <= MaxReason;
        }

        for (var i = start; i < end; i++)
        {
            var length = _context.MentionAt(i) is { Type: EntityType.Date } date ? date.Span.End - i : AppointmentLexicon.Between.MatchAt(_text, i);
            if (length == 0)
            {
                return false;
            }

            i += length - 1;
        }

        return start <= end;
    }
}
