using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>Tells whose verb a clause's verb is: the names at its head, those before the comma, or the ones it leaves out.</summary>
internal sealed class ParticipantReader(ArticleDiscourse discourse, ParticipationState state)
{
    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;

    public void SetSubjects(Clause clause)
    {
        switch (clause.Role)
        {
            case HeadRole.Subject:
                state.Subjects.Clear();
                state.Subjects.AddRange(state.Pending);
                state.Subjects.AddRange(clause.Heads);
                break;
            case HeadRole.Agent or HeadRole.Source:
                state.Subjects.Clear();
                state.Subjects.AddRange(clause.Heads);
                break;
            case HeadRole.Other when _text.AsSpan(clause.Span.Start, clause.Predicate.Start - clause.Span.Start).Contains("听取", StringComparison.Ordinal):
                state.Subjects.Clear();
                state.Subjects.AddRange(clause.Heads);
                break;
            case HeadRole.Other when IsTogether(clause):
                // 并与董事长王芳一道按下按钮
                state.Subjects.AddRange(clause.Heads);
                break;
            case HeadRole.Other:
                if (!OpensElided(clause))
                {
                    state.Subjects.Clear();
                }

                if (IsLedBy(clause))
                {
                    state.Leader = clause.Heads[0];
                    state.Subjects.Clear();
                    state.Subjects.Add(clause.Heads[0]);
                }

                break;
            case HeadRole.None when state.Pending.Count > 0:
                // 市长李明，副市长王芳，|市直有关部门负责人参加
                state.Subjects.Clear();
                state.Subjects.AddRange(state.Pending);
                break;
            case HeadRole.None:
                var start = SkipDates(clause.Span.Start, clause.Span.End);
                if (ParticipationLexicon.Delegations.MatchAt(_text, start) > 0)
                {
                    state.Subjects.Clear();
                    if (state.Leader is { } leader)
                    {
                        state.Subjects.Add(leader);
                    }
                }
                else if (SpeechLexicon.Pronouns.MatchAt(_text, start) > 0)
                {
                    state.Subjects.Clear();
                    if (discourse.Subjects.Before(clause.Span.Start, false) is { } subject)
                    {
                        state.Subjects.Add(subject);
                    }
                }
                else if (!OpensElided(clause) && ParticipationRules.At(_text, start, out _) is null)
                {
                    state.Subjects.Clear();
                }

                break;
        }

        state.Pending.Clear();
        if (clause.Role is HeadRole.Subject or HeadRole.Agent && !ParticipationLexicon.Leading.FindFirst(_text, new TextSpan(discourse.Persons[clause.Heads[^1]].Name.End, clause.Span.End)).IsEmpty)
        {
            state.Leader = state.Subjects[0];
        }
    }

    private bool IsTogether(Clause clause)
    {
        var chain = discourse.Persons[clause.Heads[0]].Chain;
        return state.Subjects.Count > 0
            && chain.Start > clause.Span.Start
            && _text[chain.Start - 1] is '与' or '同' or '和'
            && ParticipationLexicon.Together.MatchAt(_text, clause.Predicate.Start) > 0;
    }

    // 以市长李明为团长的代表团
    private bool IsLedBy(Clause clause)
    {
        var chain = discourse.Persons[clause.Heads[0]].Chain;
        return chain.Start > 0 && _text[chain.Start - 1] == '以';
    }

    private bool OpensElided(Clause clause)
    {
        var start = SkipDates(clause.Span.Start, clause.Span.End);
        return ParticipationLexicon.ElidedOpenings.MatchAt(_text, start) > 0 || discourse.MentionEndAt(start) is null && DiscourseLexicon.LeadIns.MatchAt(_text, start) > 0;
    }

    private int SkipDates(int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(_text[start]) || _context.MentionAt(start) is { Type: EntityType.Date }))
        {
            start = _context.MentionAt(start)?.Span.End ?? start + 1;
        }

        return start;
    }
}
