using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Finds who acts in a clause: the row of names before its verb, and what a left-out or general one stands for.</summary>
internal sealed class PartyReader(FactContext context)
{
    private readonly string _text = context.Text.Text;
    private readonly NumberSubjects _subjects = new(context);

    /// <summary>Start of the clause that holds <paramref name="position"/>; a mark within quotation marks or brackets doesn't end a clause.</summary>
    public int ClauseStart(TextSpan sentence, int position)
    {
        var map = ArticleDiscourse.Of(context).Quotations;
        for (var i = position - 1; i >= sentence.Start; i--)
        {
            if (_text[i] is '，' or '；' or '：' or '。' or '！' or '？' or ';' or ',' or '】' or '　' && !map.IsBracketed(i) && map.IsQuoted(i) == map.IsQuoted(position))
            {
                return i + 1;
            }

            if (_text[i] is '“' or '「' && map.IsQuoted(position) && !map.IsQuoted(i))
            {
                return i + 1;
            }
        }

        return sentence.Start;
    }

    /// <summary>Names of bodies in a span, in order; those that only say where (在…, 于…) or lie in brackets are left out.</summary>
    public List<TextSpan> Bodies(TextSpan span, bool places = false)
    {
        var bodies = new List<TextSpan>();
        foreach (var mention in context.MentionsIn(span))
        {
            if ((mention.Type is EntityType.Organization or EntityType.Zone || (places && mention.Type == EntityType.GeoPolitical)) && !IsPlace(mention.Span.Start) && !ArticleDiscourse.Of(context).Quotations.IsBracketed(mention.Span.Start))
            {
                bodies.Add(mention.Span);
            }
        }

        return bodies;
    }

    /// <summary>
    /// The row of names that fit, nearest before <paramref name="end"/>: 甲公司、乙公司等7家企业|获批.
    /// Titles, other names and counts may stand between them.
    /// </summary>
    public List<TextSpan> Row(int start, int end, Func<EntityType, bool> fits)
    {
        var row = new List<TextSpan>();
        var next = end;
        var mentions = context.MentionsIn(new TextSpan(start, Math.Max(start, end)));
        for (var i = mentions.Length - 1; i >= 0; i--)
        {
            var mention = mentions[i];
            if (!fits(mention.Type))
            {
                continue;
            }

            if (row.Count > 0 && !IsGlue(mention.Span.End, next))
            {
                break;
            }

            if (row.Count > 0 && mention.Span.End == next)
            {
                // 第二车间|某班: the body that the next one is a part of.
                next = mention.Span.Start;
                continue;
            }

            row.Insert(0, mention.Span);
            next = mention.Span.Start;
        }

        return row;
    }

    /// <summary>The whole row that <paramref name="name"/> is one of: 收购|甲公司、乙公司和丙公司.</summary>
    public List<TextSpan> RowAround(TextSpan name, TextSpan scope, Func<EntityType, bool> fits)
    {
        var row = Row(scope.Start, name.End, fits);
        foreach (var mention in context.MentionsIn(new TextSpan(name.End, Math.Max(name.End, scope.End))))
        {
            if (!fits(mention.Type))
            {
                continue;
            }

            if (mention.Span.Start == row[^1].End)
            {
                // 某集团|第二车间: the part, as before the name
                row[^1] = mention.Span;
            }
            else if (IsGlue(row[^1].End, mention.Span.Start) && !_text.AsSpan(row[^1].End, mention.Span.Start - row[^1].End).Contains('，'))
            {
                row.Add(mention.Span);
            }
            else
            {
                break;
            }
        }

        return row;
    }

    /// <summary>The full name before that a bare 学院 or 公司 marked as a name stands for, or the name itself.</summary>
    public TextSpan Full(TextSpan name) =>
        name.Length <= 3 && DiscourseLexicon.OrganizationNouns.Contains(name.Of(_text)) ? SameKind(name.Start, name.End) ?? name : name;

    /// <summary>The two or more bodies that 双方 stands for: those of the sentence before <paramref name="position"/>, else of the one before it.</summary>
    public List<TextSpan> Both(int sentence, int position)
    {
        for (var i = sentence; i >= 0 && i >= sentence - 2; i--)
        {
            var span = context.Text.Sentences[i].Span;
            var bodies = Bodies(new TextSpan(span.Start, i == sentence ? position : span.End)).DistinctBy(body => body.Of(_text).ToString()).ToList();
            if (bodies.Count >= 2)
            {
                return bodies;
            }
        }

        return [];
    }

    /// <summary>The subject of a clause that names none.</summary>
    public TextSpan? Subject(int sentence, int position)
    {
        // 该公司是…独资企业，首期…已到位，|去年被评为…: 首期 is no body, what headed the clause before it is.
        var start = context.Text.Sentences[sentence].Span.Start;
        for (var at = position; _subjects.Of(sentence, at) is { } subject; at = subject.Start)
        {
            if ((IsBody(subject) ? subject : General(subject) ?? ZoneFor(subject)) is { } body)
            {
                return body;
            }

            if (subject.Start <= start || subject.Start >= at)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A word like 公司 or 该校 at the head or the tail of a span that stands for a named body.</summary>
    public TextSpan? General(TextSpan span)
    {
        var focus = new OrganizationFocus(context, ArticleDiscourse.Of(context).Quotations);
        for (var i = span.Start; i < span.End; i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
                continue;
            }

            var length = DiscourseLexicon.OrganizationNouns.MatchAt(_text, i);
            if (length > 1 && i + length <= span.End)
            {
                return focus.Nearest(new TextSpan(i, i + length)) is { } index ? context.Mentions[index].Span : SameKind(i, i + length);
            }
        }

        return null;
    }

    /// <summary>Whether only a place is meant: 在|山西综改示范区.</summary>
    public bool IsPlace(int start) =>
        start > 0 && (_text[start - 1] is '在' or '于' or '於' || (context.MentionAt(start - 1) is { Type: EntityType.GeoPolitical or EntityType.Location } before && IsPlace(before.Span.Start)));

    /// <summary>The place that a span names after 在; <c>null</c> when there is none.</summary>
    public TextSpan? Place(TextSpan span)
    {
        TextSpan? place = null;
        foreach (var mention in context.MentionsIn(span))
        {
            if (mention.Type is EntityType.GeoPolitical or EntityType.Facility or EntityType.Zone or EntityType.Location && IsPlace(mention.Span.Start))
            {
                place = mention.Span;
            }
        }

        return place;
    }

    /// <summary>The last date of a span that has a value; <c>null</c> when there is none.</summary>
    public (string Iso, TextSpan Span)? Date(TextSpan span)
    {
        (string, TextSpan)? date = null;
        foreach (var mention in context.MentionsIn(span))
        {
            if (mention.Type == EntityType.Date && Occasion.IsoDateOf(mention) is { } iso)
            {
                date = (iso, mention.Span);
            }
        }

        return date;
    }

    // 园区, 开发区, 该区: the last zone before, else the word itself.
    private TextSpan? ZoneFor(TextSpan word)
    {
        if (_text[word.End - 1] is not '区' || _text[word.Start] == '全')
        {
            return null;
        }

        for (var i = _subjects.LastBefore(word.Start); i >= 0; i--)
        {
            if (context.Mentions[i].Type == EntityType.Zone)
            {
                return context.Mentions[i].Span;
            }
        }

        return _text[word.Start] == '该' ? null : word;
    }

    // 医院, 合作社, 公司 further on: the last body before whose name ends so.
    private TextSpan? SameKind(int start, int end)
    {
        for (var i = _subjects.LastBefore(start); i >= 0; i--)
        {
            var mention = context.Mentions[i];
            if (mention.Type == EntityType.Organization && mention.Span.Length > end - start && context.Text.Blocks[context.Text.BlockAt(mention.Span.Start)].Kind != BlockKind.Furniture && mention.Span.Of(_text).EndsWith(_text.AsSpan(end - 2, 2), StringComparison.Ordinal))
            {
                return mention.Span;
            }
        }

        return null;
    }

    private bool IsBody(TextSpan span) => context.MentionAt(span.Start) is { Type: EntityType.Organization or EntityType.Zone or EntityType.GeoPolitical or EntityType.Project or EntityType.Facility };

    private bool IsGlue(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (context.MentionAt(i) is { Type: EntityType.Title or EntityType.Organization or EntityType.GeoPolitical or EntityType.Zone } mention)
            {
                i = mention.Span.End - 1;
            }
            else if (_text[i] is not ('、' or '和' or '与' or '及' or '與' or ' ' or '　' or '，' or '兼' or '同' or '跟' or '籍' or '联' or '合'))
            {
                if (ArticleDiscourse.Of(context).Quotations.IsBracketed(i))
                {
                    continue;
                }

                return false;
            }
        }

        return true;
    }
}
