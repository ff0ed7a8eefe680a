using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Honor;

/// <summary>Finds who receives an honour and who gives it, wherever the clause names them.</summary>
internal sealed class HonorRecipients(FactContext context)
{
    private const int Reach = 8;

    private readonly string _text = context.Text.Text;
    private readonly PartyReader _parties = new(context);

    /// <summary>授予|甲、乙等5人|“某称号”; 授予他|“某称号”; 向甲|颁发|“某称号”.</summary>
    public List<TextSpan> Given(int sentence, int clause, TextSpan verb, int honor)
    {
        // 授予某大学教授|李明
        var given = Nearest(verb.End, honor) is { } nearest ? _parties.Row(verb.End, nearest.Span.End, type => IsLike(type, nearest.Type)) : [];
        if (given.Count > 0)
        {
            return given;
        }

        if (SpeechLexicon.Pronouns.MatchAt(_text, verb.End) > 0)
        {
            return (Person(verb.Start, false) ?? LastPerson(verb.Start)) is { } person ? [person] : [];
        }

        if (_parties.General(new TextSpan(verb.End, honor)) is { } general)
        {
            return [general];
        }

        var to = verb.Start;
        while (to > clause && _text[to - 1] is not ('向' or '给') && !(_text[to - 1] == '为' && context.MentionAt(to - 1) is null))
        {
            to--;
        }

        if (to > clause && _parties.Row(to, verb.Start, IsNamed) is { Count: > 0 } told)
        {
            return told;
        }

        // 奖励某人1000元，并授予“某称号”: the one rewarded before
        return verb.Start == clause || _text[clause] == '并'
            ? _parties.Row(context.Text.Sentences[sentence].Span.Start, clause, static type => type == EntityType.Person)
            : [];
    }

    /// <summary>甲、乙等7家企业|获评…; who is meant where the clause names nobody.</summary>
    public List<TextSpan> Before(int sentence, int clause, TextSpan verb, TextSpan honor)
    {
        if (Nearest(clause, verb.Start) is { } nearest)
        {
            var row = _parties.Row(clause, nearest.Span.End, type => IsLike(type, nearest.Type));
            return nearest.Type is EntityType.Project or EntityType.Work && row.Count > 0 ? [row[^1]] : row.ConvertAll(_parties.Full);
        }

        var end = GiverBefore(verb.Start)?.Start ?? verb.Start;
        // 46名职工|被授予…: nobody is named.
        foreach (var mention in context.MentionsIn(new TextSpan(clause, Math.Max(clause, end))))
        {
            if (mention.Type == EntityType.Quantity)
            {
                return [];
            }
        }

        if (_parties.General(new TextSpan(clause, end)) is { } general)
        {
            return [general];
        }

        // 学校|获优秀组织奖: no full name is given.
        if (DiscourseLexicon.OrganizationNouns.Contains(_text.AsSpan(clause, Math.Max(0, end - clause))) && end - clause > 1 && _text[clause] is not '该')
        {
            return [new TextSpan(clause, end)];
        }

        // 桃花源景区|被授予…: a name that no mention holds.
        if (Unnamed(clause, end) is { } unnamed)
        {
            return [unnamed];
        }

        // 区内企业|是…: a phrase may have an honour, too.
        var phrase = new TextSpan(clause, end);
        if (HonorWords.Being.Contains(_text.AsSpan(verb.Start, Math.Min(1, _text.Length - verb.Start))) && phrase.Length is >= 3 and <= 8 && context.MentionsIn(phrase).IsEmpty && _text[clause] is not ('这' or '该' or '它' or '也'))
        {
            return [phrase];
        }

        return Elided(sentence, verb.Start, honor) is { } subject ? [subject] : [];
    }

    public TextSpan? Giver(TextSpan sentence, TextSpan honor, TextSpan recipient)
    {
        TextSpan? giver = null;
        foreach (var mention in context.MentionsIn(new TextSpan(sentence.Start, Math.Max(sentence.Start, honor.Start))))
        {
            if (mention.Type != EntityType.Organization || mention.Span == recipient)
            {
                continue;
            }

            if ((mention.Span.Start > 0 && _text[mention.Span.Start - 1] is '被' && _text.AsSpan(mention.Span.End, honor.Start - mention.Span.End).IndexOfAny('，', '；') < 0)
                || HonorWords.Granting.MatchAt(_text, mention.Span.End) > 0
                || IsSender(mention.Span, recipient)
                || (mention.Span.Start >= recipient.End && honor.Start - mention.Span.End <= 4 && recipient != default && VerbEnds(mention.Span.Start)))
            {
                giver = mention.Span;
            }
        }

        return giver;
    }

    // 省科技厅|向|某公司颁发
    private bool IsSender(TextSpan giver, TextSpan recipient) =>
        giver.End < _text.Length && _text[giver.End] is '向' or '为' or '给' && recipient.Start == giver.End + 1;

    // A person or a body? The later of those that headed a clause; a company's honour is no person's.
    private TextSpan? Elided(int sentence, int verb, TextSpan honor)
    {
        var name = honor.Of(_text);
        var personal = HonorWords.Personal.MatchEnd(name[Math.Max(0, name.Length - 4)..]) > 0;
        if (personal && (Person(verb, true) ?? Person(verb, false)) is { } winner)
        {
            return winner;
        }

        var body = _parties.Subject(sentence, verb);
        var start = context.Text.Sentences[sentence].Span.Start;
        return HonorWords.Institutional.MatchEnd(name[Math.Max(0, name.Length - 4)..]) == 0 && Person(verb, true) is { } person && (body is not { } other || other.Start < start || other.Start < person.Start) && !IsSpeaker(person)
            ? person
            : body;
    }

    private bool IsSpeaker(TextSpan person) => ArticleDiscourse.Of(context).Statements.Any(statement => statement.Speaker == person);

    private TextSpan? Person(int position, bool withinSentence)
    {
        var discourse = ArticleDiscourse.Of(context);
        return discourse.Subjects.Before(position, withinSentence) is { } index ? discourse.Persons[index].Name : null;
    }

    // 从某学院毕业的李明，…省卫生厅授予|他
    private TextSpan? LastPerson(int position)
    {
        var block = context.Text.Blocks[context.Text.BlockAt(position)].Span;
        TextSpan? last = null;
        foreach (var mention in context.MentionsIn(new TextSpan(block.Start, position)))
        {
            last = mention.Type == EntityType.Person && !ArticleDiscourse.Of(context).Quotations.IsBracketed(mention.Span.Start) ? mention.Span : last;
        }

        return last;
    }

    /// <summary>The last name before the verb that may receive it; givers (被…授予), places and what is in brackets may not.</summary>
    private Mention? Nearest(int clause, int verb)
    {
        Mention? nearest = null;
        var counted = false;
        foreach (var mention in context.MentionsIn(new TextSpan(clause, Math.Max(clause, verb))))
        {
            if (mention.Type == EntityType.Quantity)
            {
                counted |= nearest is { Type: EntityType.GeoPolitical } && !_text.AsSpan(nearest.Span.End, mention.Span.Start - nearest.Span.End).Contains('等');
                continue;
            }

            if ((IsNamed(mention.Type) || mention.Type == EntityType.Work) && !IsGiver(mention.Span, clause) && !_parties.IsPlace(mention.Span.Start) && !ArticleDiscourse.Of(context).Quotations.IsBracketed(mention.Span.Start))
            {
                nearest = mention;
                counted = false;
            }
        }

        // 某县|3名教师|获评…
        return counted ? null : nearest;
    }

    // 被|省卫健委|确定为; 被|省委、省政府|授予; 经某局批准
    private bool IsGiver(TextSpan name, int clause)
    {
        for (var i = name.Start - 1; i >= clause; i--)
        {
            if (context.MentionAt(i) is { Type: EntityType.Organization or EntityType.GeoPolitical } other)
            {
                i = other.Span.Start;
            }
            else if (_text[i] is not ('、' or '和' or '等'))
            {
                return _text[i] is '被' or '经' or '受' or '获' || (_text[i] == '由' && i > clause);
            }
        }

        return false;
    }

    private TextSpan? GiverBefore(int verb) =>
        context.MentionAt(verb - 1) is { Type: EntityType.Organization } mention && mention.Span.Start > 0 && _text[mention.Span.Start - 1] == '被' ? mention.Span : null;

    private bool VerbEnds(int end) => HonorWords.Winning.MatchEnd(_text.AsSpan(Math.Max(0, end - Reach), Math.Min(Reach, end))) > 0;

    private TextSpan? Unnamed(int clause, int end)
    {
        var start = clause;
        while (start < end && NumberWords.Instance.At(_text, start, end, NumberWord.Lead, out _) is > 0 and var length)
        {
            start += length;
        }

        while (end > start && _text[end - 1] is '被' or '已' or '成' or '功' or '又' or '再' or '先' or '后')
        {
            end--;
        }

        var span = new TextSpan(Math.Min(start, end), end);
        return span.Length is >= 3 and <= 16 && context.MentionsIn(span).IsEmpty && HonorWords.Places.MatchEnd(span.Of(_text)) > 0 ? span : null;
    }

    /// <summary>Types of names that an honour may go to.</summary>
    public static bool IsNamed(EntityType type) => type is EntityType.Person or EntityType.Organization or EntityType.Zone or EntityType.GeoPolitical or EntityType.Facility or EntityType.Project;

    // People stand in a row with people, bodies with bodies.
    private static bool IsLike(EntityType type, EntityType nearest) =>
        type == nearest || (nearest is EntityType.Organization or EntityType.Zone or EntityType.Facility && type is EntityType.Organization or EntityType.Zone or EntityType.Facility);
}
