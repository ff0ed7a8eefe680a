using System.Collections.Immutable;

namespace NewsExtract.Extraction.Discourse;

/// <summary>
/// Joins names with the titles and organisations around them. Titles before a name hold for it and, across 、, for the
/// names that follow (副市长李明、王芳); an organisation holds for the titles after it in the list until another one stands there.
/// </summary>
internal sealed class PersonReferenceReader(FactContext context, QuotationMap quotations)
{
    private readonly string _text = context.Text.Text;
    private readonly ImmutableArray<Mention> _mentions = context.Mentions;
    private readonly OrganizationFocus _focus = new(context, quotations);

    /// <summary>One for each person mention, by position.</summary>
    public ImmutableArray<PersonReference> Read()
    {
        var references = ImmutableArray.CreateBuilder<PersonReference>();
        var carried = default(Carry);
        for (var i = 0; i < _mentions.Length; i++)
        {
            if (_mentions[i].Type == EntityType.Person)
            {
                references.Add(ReadOne(i, references.Count > 0 ? references[^1] : null, ref carried));
            }
        }

        return WithoutBorrowed(references);
    }

    // 副校长王芳、李明签字: whoever has posts of his own elsewhere takes none over
    private ImmutableArray<PersonReference> WithoutBorrowed(ImmutableArray<PersonReference>.Builder references)
    {
        var titled = new HashSet<string>();
        foreach (var reference in references)
        {
            if (!reference.Inherited && reference.Posts.Length > 0)
            {
                titled.Add(reference.Name.Of(_text).ToString());
            }
        }

        for (var i = 0; i < references.Count; i++)
        {
            if (references[i].Inherited && titled.Contains(references[i].Name.Of(_text).ToString()))
            {
                references[i] = references[i] with { Posts = [], Inherited = false };
            }
        }

        return references.ToImmutable();
    }

    private PersonReference ReadOne(int person, PersonReference? previous, ref Carry carried)
    {
        var name = _mentions[person].Span;
        var titles = new List<(int Title, int? Organization)>();
        var start = ReadTitlesBefore(person, titles);
        var end = name.End;
        var inherited = false;
        var posts = ImmutableArray<Post>.Empty;
        var sentence = context.Text.SentenceAt(name.Start);
        if (carried.Sentence != sentence || IsOtherSide(previous, start))
        {
            carried = default;
        }

        if (titles.Count > 0)
        {
            posts = Assign(titles, ref start, carried.Organization);
            carried = new Carry(sentence, posts[^1].Organization);
        }
        else if (previous is { Posts.Length: > 0 } && previous.Name.End <= name.Start && IsListGap(previous.Chain.End, name.Start))
        {
            posts = [.. previous.Posts.Select(post => post with { })];
            inherited = true;
        }

        if (TitleAfter(person, start) is { } after)
        {
            var organization = titles.Count == 0 && !inherited ? OrganizationBefore(name.Start) : null;
            start = organization is { } place ? _mentions[place].Span.Start : start;
            posts = inherited ? [new Post(after, organization, start)] : posts.Add(new Post(after, organization, start));
            inherited = false;
            end = _mentions[after].Span.End;
        }

        return new PersonReference(person, name, new TextSpan(start, end), posts, inherited);
    }

    // 局长李明与校长王芳: the two stand for two bodies
    private bool IsOtherSide(PersonReference? previous, int start) =>
        previous is not null && start - previous.Chain.End == 1 && _text[previous.Chain.End] is '与' or '同' or '和';

    // 江川市副市长、临江经开区工委书记李明: back from the name over titles, each with what stands before it.
    private int ReadTitlesBefore(int person, List<(int Title, int? Organization)> titles)
    {
        var start = _mentions[person].Span.Start;
        for (var k = person - 1; k >= 0 && _mentions[k].Type == EntityType.Title; k--)
        {
            var gap = new TextSpan(_mentions[k].Span.End, start);
            if (titles.Count == 0 ? !IsNameGap(gap) : !IsTitleSeparator(gap))
            {
                break;
            }

            // 李明当选主任　王芳当选市长: the title before the blank is the other's
            if (!gap.IsEmpty && titles.Count == 0 && IsGiven(k))
            {
                break;
            }

            start = _mentions[k].Span.Start;
            var organization = OrganizationBefore(start);
            titles.Insert(0, (k, organization));
            if (organization is { } place)
            {
                start = _mentions[place].Span.Start;
                k = place;
                while (k > 0 && IsPlace(_mentions[k - 1].Type) && _mentions[k - 1].Span.End == start)
                {
                    start = _mentions[--k].Span.Start;
                }
            }
        }

        return start;
    }

    private ImmutableArray<Post> Assign(List<(int Title, int? Organization)> titles, ref int start, int? carriedOver)
    {
        var posts = ImmutableArray.CreateBuilder<Post>(titles.Count);
        var last = carriedOver;
        var evidence = start;
        for (var i = 0; i < titles.Count; i++)
        {
            var (title, organization) = titles[i];
            var span = _mentions[title].Span;
            var level = DiscourseLexicon.LevelTitles.MatchAt(_text, span.Start) > 0;
            if (organization is { } own)
            {
                evidence = i == 0 ? start : _mentions[own].Span.Start;
                if (!Employs(own, span))
                {
                    organization = null;
                }
            }
            else if (level)
            {
                last = null;
                evidence = i == 0 ? start : evidence;
            }
            else
            {
                organization = i == 0 && last is { } carried && !MayCarry(carried, span, start) ? null : last;
                if (i == 0 && _focus.NounBefore(span.Start) is { } noun)
                {
                    start = noun.Start;
                    evidence = start;
                    organization = _focus.Nearest(noun) ?? organization;
                }
                else if (organization is null && i == 0)
                {
                    organization = _focus.ForTitle(span);
                }
            }

            last = organization;
            posts.Add(new Post(title, organization, evidence));
        }

        return posts.ToImmutable();
    }

    // 市工信局局长李明、高新区管委会主任王芳: another kind of body, or one that is no mention, stands before the next title
    private bool MayCarry(int organization, TextSpan title, int start)
    {
        if (start > 0 && !(char.IsWhiteSpace(_text[start - 1]) || char.IsPunctuation(_text[start - 1]) || _text[start - 1] is '和' or '及' or '与' or '由'))
        {
            return false;
        }

        if (DiscourseLexicon.Professions.MatchEnd(title.Of(_text)) > 0 && !char.IsPunctuation(start > 0 ? _text[start - 1] : '，'))
        {
            return false;
        }

        return DiscourseLexicon.TitleKinds.MatchEnd(title.Of(_text), out var kind) == 0
            || DiscourseLexicon.OrganizationKinds.MatchEnd(_mentions[organization].Span.Of(_text), out var own) == 0
            || kind == own
            || (kind is "company" or "factory" && own is "company" or "factory")
            || (kind == "zone" && _mentions[organization].Type == EntityType.Zone);
    }

    // 德国工程师: a place employs nobody as an engineer.
    private bool Employs(int organization, TextSpan title) =>
        _mentions[organization].Type is not (EntityType.GeoPolitical or EntityType.Location)
        || DiscourseLexicon.Professions.MatchEnd(title.Of(_text)) == 0;

    private int? OrganizationBefore(int position)
    {
        var k = IndexBefore(position);
        if (k < 0 || !IsPlace(_mentions[k].Type))
        {
            return null;
        }

        var gap = new TextSpan(_mentions[k].Span.End, position);
        return gap.IsEmpty || (gap.Length <= 4 && DiscourseLexicon.TitleModifiers.Contains(gap.Of(_text).Trim())) ? k : null;
    }

    private bool IsGiven(int title)
    {
        var start = _mentions[title].Span.Start;
        start = OrganizationBefore(start) is { } organization ? _mentions[organization].Span.Start : start;
        var before = _text.AsSpan(Math.Max(0, start - 2), Math.Min(2, start));
        return before is "当选" or "担任" or "出任" || before.EndsWith("为", StringComparison.Ordinal) || before.EndsWith("任", StringComparison.Ordinal);
    }

    private int? TitleAfter(int person, int start)
    {
        var next = person + 1;
        if (next >= _mentions.Length || _mentions[next].Type != EntityType.Title)
        {
            return null;
        }

        var gap = new TextSpan(_mentions[person].Span.End, _mentions[next].Span.Start);
        if (!gap.IsEmpty)
        {
            // 以市长李明为团长的代表团
            return gap.Of(_text) is "为" && start > 0 && _text[start - 1] == '以' ? next : null;
        }

        return next + 1 < _mentions.Length && _mentions[next + 1].Type == EntityType.Person && _mentions[next + 1].Span.Start == _mentions[next].Span.End
            ? null
            : next;
    }

    private int IndexBefore(int position)
    {
        int low = 0, high = _mentions.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Span.End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    private static bool IsPlace(EntityType type) =>
        type is EntityType.Organization or EntityType.Zone or EntityType.GeoPolitical or EntityType.Facility or EntityType.Location;

    // 副州长（挂职）钱进: blanks and a remark in brackets
    private bool IsNameGap(TextSpan gap)
    {
        for (var i = gap.Start; i < gap.End; i++)
        {
            if (!char.IsWhiteSpace(_text[i]) && !quotations.IsBracketed(i))
            {
                return false;
            }
        }

        return gap.Length <= 12 && !gap.Of(_text).Contains('\n');
    }

    private bool IsTitleSeparator(TextSpan gap)
    {
        var seen = false;
        for (var i = gap.Start; i < gap.End; i++)
        {
            if (_text[i] is '、' or '兼' or '及' or '和' or '暨')
            {
                seen = true;
            }
            else if (!char.IsWhiteSpace(_text[i]) && !quotations.IsBracketed(i))
            {
                return false;
            }
        }

        return seen;
    }

    // 王芳、张三; 王芳（女）　张三; 王　芳　张　三, whose blanks the view may drop
    private bool IsListGap(int start, int end)
    {
        var seen = start == end;
        for (var i = start; i < end; i++)
        {
            if (_text[i] is '、' or ' ' or '　' or '和' or '与')
            {
                seen = true;
            }
            else if (!quotations.IsBracketed(i))
            {
                return false;
            }
        }

        return seen;
    }

    private readonly record struct Carry(int Sentence, int? Organization);
}
