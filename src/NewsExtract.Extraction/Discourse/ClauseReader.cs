using System.Collections.Immutable;
using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Cuts the sentences of the story and its captions into clauses and finds who heads each.</summary>
internal sealed class ClauseReader(FactContext context, QuotationMap quotations, ImmutableArray<PersonReference> persons)
{
    private readonly string _text = context.Text.Text;

    public ImmutableArray<Clause> Read()
    {
        var clauses = ImmutableArray.CreateBuilder<Clause>();
        var person = 0;
        for (var i = 0; i < context.Text.Sentences.Length; i++)
        {
            var sentence = context.Text.Sentences[i];
            if (context.Text.Blocks[sentence.Block].Kind is BlockKind.Body or BlockKind.Caption or BlockKind.Heading)
            {
                Cut(sentence.Span, i, clauses, ref person);
            }
        }

        return clauses.ToImmutable();
    }

    private void Cut(TextSpan sentence, int index, ImmutableArray<Clause>.Builder clauses, ref int person)
    {
        var start = sentence.Start;
        for (var i = sentence.Start; i <= sentence.End; i++)
        {
            var end = i == sentence.End;
            if (!end && (_text[i] is not ('，' or '；' or '：' or '。' or '！' or '？' or ';' or ':' or ',') || quotations.IsQuoted(i) || quotations.IsBracketed(i)))
            {
                continue;
            }

            while (start < i && (_text[start] is ' ' or '　' or '”' or '」' or '\n'))
            {
                start++;
            }

            if (i > start && !quotations.IsQuoted(start))
            {
                clauses.Add(ReadClause(new TextSpan(start, i), index, ref person));
            }

            start = i + 1;
        }
    }

    private Clause ReadClause(TextSpan span, int sentence, ref int person)
    {
        while (person < persons.Length && persons[person].Name.Start < span.Start)
        {
            person++;
        }

        var first = person;
        while (first < persons.Length && persons[first].Name.End <= span.End && (quotations.IsQuoted(persons[first].Name.Start) || quotations.IsBracketed(persons[first].Name.Start)))
        {
            first++;
        }

        if (first >= persons.Length || persons[first].Name.End > span.End)
        {
            return new Clause(span, sentence, [], HeadRole.None, span, false);
        }

        // 李明的儿子、副总经理李强说
        if (IsKinship(first, span))
        {
            first++;
        }

        var last = first;
        while (last + 1 < persons.Length && persons[last + 1].Name.End <= span.End && IsGlue(persons[last].Chain.End, persons[last + 1].Chain.Start))
        {
            last++;
        }

        var head = Math.Max(span.Start, persons[first].Chain.Start);
        var predicate = SkipTails(persons[last].Chain.End, span.End);
        var role = RoleOf(new TextSpan(span.Start, head), new TextSpan(predicate, span.End), first > 0 && persons[first - 1].Name.Start >= span.Start);
        return new Clause(span, sentence, [.. Enumerable.Range(first, last - first + 1)], role, new TextSpan(predicate, span.End), predicate >= span.End);
    }

    private bool IsKinship(int first, TextSpan span)
    {
        var end = persons[first].Name.End;
        return first + 1 < persons.Length && persons[first + 1].Name.End <= span.End && end < span.End && _text[end] == '的' && persons[first + 1].Chain.Start - end <= 5;
    }

    private HeadRole RoleOf(TextSpan prefix, TextSpan predicate, bool kinship)
    {
        var words = prefix.Of(_text).TrimEnd();
        if (words.EndsWith("由", StringComparison.Ordinal))
        {
            return HeadRole.Agent;
        }

        if (words.EndsWith("据", StringComparison.Ordinal))
        {
            return HeadRole.Source;
        }

        if (words.EndsWith("在", StringComparison.Ordinal) && predicate.Of(_text).StartsWith("陪同下", StringComparison.Ordinal))
        {
            return HeadRole.Company;
        }

        return kinship || IsLeadIn(prefix) ? HeadRole.Subject : HeadRole.Other;
    }

    /// <summary>Whether only time, place and the like stand in <paramref name="prefix"/>, so that what follows is the subject.</summary>
    private bool IsLeadIn(TextSpan prefix)
    {
        var start = prefix.Start;
        if (!prefix.IsEmpty && IsNominal(prefix))
        {
            return true;
        }

        while (start < prefix.End)
        {
            if (char.IsWhiteSpace(_text[start]) || _text[start] is '“' or '”' or '、' or '【' or '】' or '□' or '■' or '-' or '—' or '▲' or '△' or '●')
            {
                start++;
            }
            else if (context.MentionAt(start) is { Type: EntityType.Date or EntityType.GeoPolitical or EntityType.Organization or EntityType.Zone } mention && mention.Span.End <= prefix.End)
            {
                start = mention.Span.End;
            }
            else if (DiscourseLexicon.LeadIns.MatchAt(_text, start) is > 0 and var length && start + length <= prefix.End)
            {
                start += length;
            }
            else if (quotations.IsBracketed(start) || quotations.IsQuoted(start))
            {
                start++;
            }
            else
            {
                var rest = _text.AsSpan(start, prefix.End - start).TrimEnd();
                if (IsNominal(new TextSpan(start, prefix.End)) || IsAttribute(new TextSpan(start, prefix.End)))
                {
                    return true;
                }

                return DiscourseLexicon.ObjectMarkers.MatchEnd(rest[Math.Max(0, rest.Length - 4)..]) == 0
                    && (DiscourseLexicon.LeadInEnds.MatchEnd(rest[Math.Max(0, rest.Length - 3)..]) > 0 || OpensWithPlace(start, prefix.End));
            }
        }

        return true;
    }

    // 送饭的李明: what the name is told apart by; not 会见来访的李明
    private bool IsAttribute(TextSpan span)
    {
        var words = span.Of(_text);
        return span.Length is > 1 and <= 8
            && words[^1] == '的'
            && !words.Contains('了')
            && DiscourseLexicon.ObjectMarkers.FindFirst(_text, words[0] == '在' ? new TextSpan(span.Start + 1, span.End) : span).IsEmpty
            && context.MentionsIn(span).IsEmpty;
    }

    // 园区管委会主任李明; 省、市领导李明: nouns beside the title, no verb among them
    private bool IsNominal(TextSpan span)
    {
        if (span.Length > 12)
        {
            return false;
        }

        var tokens = context.Tokens;
        int low = 0, high = tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Span.Start < span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var at = span.Start;
        for (; low < tokens.Length && tokens[low].Span.Start < span.End; low++)
        {
            var token = tokens[low];
            if (token.Span.End <= at)
            {
                continue;
            }

            if (token.Span.Of(_text) is not "、" && !DiscourseLexicon.LeadIns.Contains(token.Span.Of(_text)) && token.Tag is not (['n' or 'j' or 'b' or 's' or 'f' or 'm' or 'q', ..] or "vn" or "an") && context.MentionAt(token.Span.Start) is not { Type: EntityType.Organization or EntityType.GeoPolitical or EntityType.Zone })
            {
                return false;
            }

            at = token.Span.End;
        }

        // a word may run on into the title: 团|团长
        return at >= span.End;
    }

    // 在会议中心李明会见了…
    private bool OpensWithPlace(int start, int end) =>
        _text[start] == '在' && context.MentionAt(end - 1) is { Type: EntityType.Facility or EntityType.GeoPolitical or EntityType.Zone or EntityType.Organization };

    private bool IsGlue(int start, int end)
    {
        start = SkipTails(start, end);
        while (start < end && (char.IsWhiteSpace(_text[start]) || _text[start] is '、' or '和' or '与' or '及' or '暨' or '以'))
        {
            start++;
        }

        // 局长李明、高新区管委会主任王芳: nouns that are no mention
        return start >= end || IsNominal(new TextSpan(start, end));
    }

    private int SkipTails(int start, int end)
    {
        while (start < end)
        {
            if (char.IsWhiteSpace(_text[start]) || quotations.IsBracketed(start))
            {
                start++;
            }
            else if (DiscourseLexicon.ListTails.MatchAt(_text, start) is > 0 and var length && start + length <= end)
            {
                start += length;
            }
            else if (context.MentionAt(start) is { Type: EntityType.Quantity } count && count.Span.End <= end && _text[start - 1] is '等' or '行')
            {
                // 李明等5人; 李明一行12人
                start = count.Span.End;
            }
            else
            {
                break;
            }
        }

        return start;
    }
}
