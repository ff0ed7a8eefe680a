using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>Finds where something takes place and what was visited.</summary>
internal sealed class PlaceFinder(ArticleDiscourse discourse)
{
    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;

    // 在主会场…出席: the clause names its own place before the verb
    public Mention? OwnPlace(Clause clause)
    {
        foreach (var mention in _context.MentionsIn(clause.Span))
        {
            if (mention.Span.Start > clause.Span.Start
                && IsPlace(mention)
                && !IsWithinChain(mention, clause)
                && (_text[mention.Span.Start - 1] == '在' || EndsWith(mention.Span.Start, "主会场"))
                && !EndsWith(mention.Span.Start, "存在")
                && !_text.AsSpan(mention.Span.End).StartsWith("与", StringComparison.Ordinal))
            {
                return mention;
            }
        }

        return null;
    }

    // 到某公司调研, 在某区检查: the first place after 到, 在, 深入 before the verb
    public TextSpan? PlaceBefore(Clause clause, int verb)
    {
        foreach (var mention in _context.MentionsIn(new TextSpan(clause.Span.Start, verb)))
        {
            if (IsPlace(mention) && mention.Span.Start > clause.Span.Start && !IsWithinChain(mention, clause) && FollowsPreposition(mention.Span.Start, clause.Span.Start))
            {
                return LastOfRow(mention);
            }
        }

        return null;
    }

    public TextSpan? ObjectPlace(int from, int to)
    {
        foreach (var mention in _context.MentionsIn(new TextSpan(Math.Min(from, to), to)))
        {
            if (IsPlace(mention) && mention.Type != EntityType.Location)
            {
                return mention.Span;
            }
        }

        return null;
    }

    public TextSpan? EarlierPlace(Clause clause)
    {
        var sentence = _context.Text.Sentences[clause.Sentence].Span;
        TextSpan? found = null;
        var mentions = _context.MentionsIn(new TextSpan(sentence.Start, clause.Span.Start));
        foreach (var mention in mentions)
        {
            if (IsPlace(mention) && mention.Span.Start > sentence.Start - 1 && FollowsPreposition(mention.Span.Start, sentence.Start))
            {
                found ??= LastOfRow(mention);
            }
        }

        return found;
    }

    // 来我县参观访问。客人们先后到某公社、某农场看了…: the next sentence tells where
    public TextSpan? LaterPlace(Clause clause)
    {
        var next = clause.Sentence + 1;
        if (ParticipationLexicon.Coming.FindFirst(_text, clause.Span).IsEmpty || next >= _context.Text.Sentences.Length)
        {
            return null;
        }

        var sentence = _context.Text.Sentences[next];
        if (sentence.Block != _context.Text.Sentences[clause.Sentence].Block || ParticipationLexicon.Delegations.MatchAt(_text, sentence.Span.Start) == 0)
        {
            return null;
        }

        foreach (var mention in _context.MentionsIn(sentence.Span))
        {
            if (IsPlace(mention) && FollowsPreposition(mention.Span.Start, sentence.Span.Start))
            {
                return LastOfRow(mention);
            }
        }

        return null;
    }

    private bool FollowsPreposition(int position, int limit)
    {
        for (var length = 2; length >= 1; length--)
        {
            if (position - length >= limit && ParticipationLexicon.PlacePrepositions.Contains(_text.AsSpan(position - length, length)))
            {
                return true;
            }
        }

        return false;
    }

    // 江川县石桥镇: the last of places in a row
    private TextSpan LastOfRow(Mention mention)
    {
        var last = mention;
        while (last.Span.End < _text.Length && _context.MentionAt(last.Span.End) is { } next && IsPlace(next))
        {
            last = next;
        }

        return last.Span;
    }

    private bool IsWithinChain(Mention mention, Clause clause)
    {
        foreach (var head in clause.Heads)
        {
            if (discourse.Persons[head].Chain.Contains(mention.Span))
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsWith(int end, string word) => end >= word.Length && _text.AsSpan(end - word.Length, word.Length).SequenceEqual(word);

    private static bool IsPlace(Mention mention) =>
        mention.Type is EntityType.Facility or EntityType.Zone or EntityType.GeoPolitical or EntityType.Organization or EntityType.Location;
}
