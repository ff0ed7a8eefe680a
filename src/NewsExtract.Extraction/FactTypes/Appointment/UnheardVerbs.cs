using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Appointment;

/// <summary>Tells a trace of the verbs of office that made no appointment, and what each lacks.</summary>
/// <param name="heard">Where the verbs begin that were made something of, or told of already.</param>
internal sealed class UnheardVerbs(ArticleDiscourse discourse, HashSet<int> heard)
{
    private static readonly ImmutableArray<AppointmentForm> s_forms =
        [AppointmentForm.PersonVerbTitle, AppointmentForm.VerbPersonAs, AppointmentForm.VerbPersonOf, AppointmentForm.TitleByPerson];

    private static readonly Lazy<WordTrie> s_words = new(() =>
        new WordTrie([.. s_forms.SelectMany(form => AppointmentRules.Verbs(form)).Select(verb => KeyValuePair.Create(verb.Word, 0))]));

    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;
    private readonly TokenIndex _tokens = new(discourse.Context.Tokens);

    public void Trace()
    {
        foreach (var sentence in _context.Text.Sentences)
        {
            if (_context.Text.Blocks[sentence.Block].Kind is BlockKind.Body or BlockKind.Heading or BlockKind.Headline or BlockKind.Subhead or BlockKind.Kicker)
            {
                Trace(sentence.Span);
            }
        }
    }

    private void Trace(TextSpan sentence)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (_context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
                continue;
            }

            var length = s_words.Value.Longest(_text, i, out _);
            if (length == 0 || i + length > sentence.End || !_tokens.StartsAt(i) || !_tokens.StartsAt(i + length))
            {
                continue;
            }

            // 决定任命 is heard where 任命 is
            if (!Enumerable.Range(i, length).Any(heard.Contains))
            {
                Trace(new TextSpan(i, i + length), sentence);
            }

            i += length - 1;
        }
    }

    private void Trace(TextSpan verb, TextSpan sentence)
    {
        var type = AppointmentDefinition.Instance.Name;
        if (discourse.Quotations.IsQuoted(verb.Start))
        {
            _context.Trace!.Reject(type, verb, RejectionReason.NotPredicate);
            return;
        }

        // 免去李明的|局长职务; 主任由李明|担任
        var parties = new PartyReader(_context);
        var clause = new TextSpan(parties.ClauseStart(sentence, verb.Start), ClauseEnd(verb.End, sentence.End));
        var found = _context.MentionsIn(clause);
        bool hasTitle = false, hasPerson = false;
        foreach (var mention in found)
        {
            hasTitle |= mention.Type == EntityType.Title;
            hasPerson |= mention.Type == EntityType.Person;
        }

        if (!hasTitle || !hasPerson)
        {
            _context.Trace!.Missing(type, verb, hasTitle ? "person" : "title");
        }
        else
        {
            // 局长李明|任用|干部: both stand there, and the verb joins them not
            _context.Trace!.Reject(type, verb, RejectionReason.NotPredicate);
        }
    }

    private int ClauseEnd(int position, int end)
    {
        while (position < end && _text[position] is not ('，' or '；' or '：' or '。' or '！' or '？'))
        {
            position++;
        }

        return position;
    }
}
