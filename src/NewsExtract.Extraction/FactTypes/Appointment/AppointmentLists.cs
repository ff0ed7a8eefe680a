using System.Collections.Immutable;
using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Appointment;

/// <summary>Reads what stands over a list of appointments: the line 任命： or a headline that says 名单.</summary>
internal sealed class AppointmentLists(ArticleDiscourse discourse)
{
    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;
    private readonly PersonRows _rows = new(discourse);

    // 任命： on the line before the list
    public (AppointmentRule Rule, TextSpan Verb)? Heading(int position, AppointmentForm form)
    {
        for (var block = _context.Text.BlockAt(position); block >= 0; block--)
        {
            var span = _context.Text.Blocks[block].Span;
            var head = span.Of(_text);
            var colon = head.IndexOf('：');
            if (colon < 0 && block < _context.Text.BlockAt(position) && IsVerbAlone(head, form))
            {
                // 任命 on a line of its own
                colon = head.TrimEnd().Length;
            }

            if (colon < 0 || (span.Start + colon) >= position)
            {
                if (block < _context.Text.BlockAt(position) && head.IndexOf('。') >= 0)
                {
                    return null;
                }

                continue;
            }

            foreach (var (rule, word) in AppointmentRules.Verbs(form))
            {
                if (word.Length > 1 && head[..colon].EndsWith(word, StringComparison.Ordinal))
                {
                    return (rule, new TextSpan(span.Start + colon - word.Length, span.Start + colon));
                }
            }

            return null;
        }

        return null;
    }

    private static bool IsVerbAlone(ReadOnlySpan<char> line, AppointmentForm form)
    {
        line = line.Trim();
        foreach (var (_, word) in AppointmentRules.Verbs(form))
        {
            if (word.Length > 1 && line.Length - word.Length <= 4 && line.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who stands in the list that a number and a colon lead to: 五名，他们是：李明、王芳.</summary>
    public ImmutableArray<int> MembersAfter(int position)
    {
        var sentence = _context.Text.Sentences[_context.Text.SentenceAt(position)].Span;
        var colon = _text.AsSpan(position, sentence.End - position).IndexOf('：');
        var before = new TextSpan(position, position + Math.Max(0, colon));
        if (colon < 0 || AppointmentLexicon.Lists.MatchEnd(before.Of(_text)) == 0 || discourse.FirstPersonFrom(position) is var i && i < discourse.Persons.Length && discourse.Persons[i].Name.Start < before.End)
        {
            return [];
        }

        var persons = ImmutableArray.CreateBuilder<int>();
        var at = before.End + 1;
        for (; i < discourse.Persons.Length && _rows.IsListGap(at, discourse.Persons[i].Name.Start); i++)
        {
            persons.Add(i);
            at = discourse.Persons[i].Name.End;
        }

        return persons.ToImmutable();
    }

    public bool IsListArticle(AppointmentRule rule)
    {
        foreach (var block in _context.Text.Blocks)
        {
            if (block.Kind is BlockKind.Headline or BlockKind.Kicker or BlockKind.Subhead)
            {
                foreach (var word in rule.Words)
                {
                    if (block.Span.Of(_text).Contains(word, StringComparison.Ordinal))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
