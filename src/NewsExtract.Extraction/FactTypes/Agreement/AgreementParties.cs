using System.Globalization;
using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Agreement;

/// <summary>Finds who signs: 甲与乙, 甲、乙、丙共同, 双方, and each pair where one signs with several 分别.</summary>
internal sealed class AgreementParties(FactContext context)
{
    private const int SentencesBack = 3;

    private readonly string _text = context.Text.Text;
    private readonly PartyReader _reader = new(context);
    private readonly TokenIndex _tokens = new(context.Tokens);

    /// <summary>The parties of each agreement signed by the verb at <paramref name="end"/>; empty when fewer than two are known.</summary>
    public List<List<TextSpan>> Read(int sentence, int clause, int end)
    {
        var joint = Joint(new TextSpan(clause, end));
        if (joint < 0)
        {
            var row = Row(clause, end);
            return row.Count > 1 && !AgreementWords.Together.FindFirst(_text, new TextSpan(row[^1].End, end)).IsEmpty ? [row] : Sides(sentence, clause, end);
        }

        var bodies = _reader.Bodies(new TextSpan(clause, end), places: true);
        bodies.RemoveAll(body => context.MentionAt(body.Start) is { Type: EntityType.GeoPolitical } && !IsPartyPlace(body, joint));
        if (bodies.Count == 0)
        {
            return [];
        }

        // 与甲公司签署…: the other side is the subject so far.
        if (bodies[0].Start > joint)
        {
            if (FirstSide(sentence, clause, joint) is { } subject && !bodies.Contains(subject))
            {
                bodies.Insert(0, subject);
            }
            else
            {
                return [];
            }
        }
        else if (bodies[^1].End <= joint && _reader.General(new TextSpan(joint, end)) is { } other && !bodies.Contains(other))
        {
            bodies.Add(other);
        }

        bodies = [.. bodies.DistinctBy(span => span.Of(_text).ToString())];
        return bodies.Count < 2 ? [] : Separate(clause, end) ? Pairs(bodies, joint) : [bodies];
    }

    private bool Separate(int clause, int end)
    {
        for (var i = clause; i + 1 < end; i++)
        {
            if (context.MentionAt(i) is null && _text[i] is '分' && _text[i + 1] is '别')
            {
                return true;
            }
        }

        return false;
    }

    // 甲与乙、丙|分别: each of one side with the one of the other; 甲、乙与丙、丁分别: in their order.
    private static List<List<TextSpan>> Pairs(List<TextSpan> bodies, int joint)
    {
        var left = bodies.FindAll(body => body.Start < joint);
        var right = bodies.FindAll(body => body.Start > joint);
        if (left.Count == 0)
        {
            (left, right) = ([bodies[0]], bodies.GetRange(1, bodies.Count - 1));
        }
        else if (left[0].Start > joint || right.Count == 0)
        {
            return [bodies];
        }

        return left.Count == 1 ? right.ConvertAll(other => new List<TextSpan> { left[0], other })
            : right.Count == 1 ? left.ConvertAll(one => new List<TextSpan> { one, right[0] })
            : left.Count == right.Count ? [.. left.Zip(right, static (one, other) => new List<TextSpan> { one, other })]
            : [bodies];
    }

    // 公司|与某集团签订: the body that a word stands for, the word itself where none is named, or the subject so far
    private TextSpan? FirstSide(int sentence, int clause, int joint)
    {
        if (_reader.General(new TextSpan(clause, joint)) is { } general)
        {
            return general;
        }

        for (var i = joint - 1; i >= Math.Max(clause, joint - 4); i--)
        {
            if (context.MentionAt(i) is null && DiscourseLexicon.OrganizationNouns.MatchAt(_text, i) == joint - i && joint - i > 1 && _text[i] is not '该')
            {
                return new TextSpan(i, joint);
            }
        }

        var subject = _reader.Subject(sentence, Math.Max(context.Text.Sentences[sentence].Span.Start, joint));
        return subject is { } span && context.MentionAt(span.Start) is { Type: EntityType.Organization or EntityType.Zone } ? subject : null;
    }

    // 甲、乙、丙|共同签署
    private List<TextSpan> Row(int clause, int end) =>
        _reader.Row(clause, end, static type => type is EntityType.Organization or EntityType.Zone);

    // 双方, 三方: as many bodies as the word says, of the last sentence that names just so many
    private List<List<TextSpan>> Sides(int sentence, int clause, int end)
    {
        for (var at = clause; at < end; at++)
        {
            if (context.MentionAt(at) is not null || AgreementWords.Sides.MatchAt(_text, at, out var count) == 0 || count is null)
            {
                continue;
            }

            var wanted = int.Parse(count, CultureInfo.InvariantCulture);
            for (var i = sentence; i >= 0 && i >= sentence - SentencesBack; i--)
            {
                var span = context.Text.Sentences[i].Span;
                var bodies = _reader.Bodies(new TextSpan(span.Start, i == sentence ? clause : span.End)).DistinctBy(body => body.Of(_text).ToString()).ToList();
                if (bodies.Count == wanted)
                {
                    return [bodies];
                }

                if (bodies.Count > wanted)
                {
                    return [];
                }
            }
        }

        return [];
    }

    // 江川市|与某公司签署…, 某公司与|江川市、临水县|签署…; a place before a name only says where that is.
    private bool IsPartyPlace(TextSpan place, int joint) =>
        context.MentionAt(place.End) is null && (place.End == joint || place.Start == joint + 1 || (place.Start > 0 && _text[place.Start - 1] == '、') || _text[Math.Min(place.End, _text.Length - 1)] == '、');

    // The first 与 or 和 outside names.
    private int Joint(TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
            }
            else if (AgreementWords.Joints.MatchAt(_text, i) is > 0 and var length && (length > 1 || _tokens.IsWord(i)))
            {
                return i;
            }
        }

        return -1;
    }
}
