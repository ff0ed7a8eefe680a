using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>Takes whoever is quoted at a meeting for a speaker there: 座谈会上，李明表示，…; 李明在推进会上强调，….</summary>
internal static class QuotedSpeakers
{
    public static IEnumerable<ParticipationDraft> Read(ArticleDiscourse discourse, EventResolver events)
    {
        var context = discourse.Context;
        var text = context.Text.Text;
        var speech = ParticipationRules.Speech;
        var lead = LeadBlock(context.Text) + 1;
        (TextSpan Event, int Block)? at = null;
        foreach (var statement in discourse.Statements)
        {
            var sentence = context.Text.SentenceAt(statement.Lead.Start);
            var block = context.Text.Sentences[sentence].Block;
            var occasion = discourse.Occasions.At(sentence);
            if (events.EventAt(new TextSpan(context.Text.Sentences[sentence].Span.Start, statement.Verb.Start)) is { } named)
            {
                at = (named, block);
            }
            else if (occasion?.Event is { } told && !ParticipationLexicon.AtTheOccasion.FindFirst(text, new TextSpan(statement.Lead.Start, Math.Max(statement.Lead.Start, statement.Verb.Start))).IsEmpty)
            {
                at = (told, block);
            }
            else if (at?.Block != block)
            {
                // only a story that opens with the meeting is about it
                at = occasion?.Event is { } current && context.Text.Sentences[occasion.Sentence].Block <= lead && speech.Words.Any(word => current.Of(text).EndsWith(word, StringComparison.Ordinal)) ? (current, block) : null;
            }

            if (at is { } meeting && context.MentionAt(statement.Speaker.Start) is { Type: EntityType.Person })
            {
                var (span, _) = discourse.Events.Expand(meeting.Event);
                var same = occasion?.Event is { } held && (held == span || held.Of(text).EndsWith(span.Of(text), StringComparison.Ordinal));
                yield return new ParticipationDraft(speech, speech.Action, statement.Speaker, same ? occasion!.Event!.Value : span, occasion?.Date, same ? occasion?.Place?.Span : null, statement.Verb, statement.Lead);
            }
        }
    }

    private static int LeadBlock(ArticleText text)
    {
        for (var i = 0; i < text.Blocks.Length; i++)
        {
            if (text.Blocks[i].Kind == BlockKind.Body)
            {
                return i;
            }
        }

        return text.Blocks.Length;
    }
}
