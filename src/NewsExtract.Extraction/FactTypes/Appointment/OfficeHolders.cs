using System.Collections.Immutable;
using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Appointment;

/// <summary>
/// Finds whose office a verb tells of when more than a name stands before it: 李明因年龄原因不再担任…, 李明接替王芳任…,
/// 李明、王芳分别担任….
/// </summary>
internal sealed class OfficeHolders(ArticleDiscourse discourse, PersonRows rows)
{
    private const int MaxGap = 24;
    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;

    /// <summary>The row before the verb at <paramref name="verb"/>; <paramref name="each"/> when 分别 deals the titles out.</summary>
    public ImmutableArray<int> Before(int verb, string action, out bool each)
    {
        each = EndsWith(verb, "分别");
        var at = each ? verb - 2 : verb;
        var persons = rows.EndingAt(at);
        if (!persons.IsEmpty)
        {
            return Successor(persons) ?? persons;
        }

        var last = discourse.FirstPersonFrom(at) - 1;
        if (last < 0)
        {
            return [];
        }

        var end = SkipForms(discourse.Persons[last].Chain.End, at);
        return end < at && at - end <= MaxGap && IsBetween(end, at, action) ? rows.EndingAt(end) : [];
    }

    // 李明接替王芳任局长: who comes in is the one before
    private ImmutableArray<int>? Successor(ImmutableArray<int> persons)
    {
        var start = discourse.Persons[persons[0]].Chain.Start;
        var verb = start - AppointmentLexicon.Succeeds.MatchEnd(_text.AsSpan(Math.Max(0, start - 2), Math.Min(2, start)));
        return verb < start && rows.EndingAt(verb) is { IsEmpty: false } before ? before : null;
    }

    // 因年龄原因, 将于12月1日, 昨日: why and when, no other verb
    private bool IsBetween(int start, int end, string action)
    {
        var reason = AppointmentLexicon.Reasons.MatchAt(_text, start) > 0;
        for (var i = start; i < end; i++)
        {
            if (_context.MentionAt(i) is { } mention)
            {
                // 1998年任局长 is a life's post
                if (!reason && (mention.Type != EntityType.Date || (action == "appointed" && mention.Span.Of(_text).Contains('年'))))
                {
                    return false;
                }

                i = mention.Span.End - 1;
            }
            else if (_text[i] is '。' or '；' or '：' or '！' or '？' or '\n' || (_text[i] is '，' && !(reason && action == "removed")))
            {
                return false;
            }
            else if (!reason)
            {
                var length = AppointmentLexicon.Between.MatchAt(_text, i);
                if (length == 0)
                {
                    return false;
                }

                i += length - 1;
            }
        }

        return true;
    }

    private int SkipForms(int start, int end) => Math.Min(end, start + AppointmentLexicon.Forms.MatchAt(_text, start));

    private bool EndsWith(int end, string word) => end >= word.Length && _text.AsSpan(end - word.Length, word.Length).SequenceEqual(word);
}
