using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Honor;

/// <summary>Finds recipients that the text names after the honour.</summary>
internal sealed class HonorFollowers(FactContext context)
{
    private const int Reach = 8;

    private readonly string _text = context.Text.Text;
    private readonly PartyReader _parties = new(context);

    /// <summary>
    /// Those named after the honour: 获得某称号的有|甲、乙; 某称号的|甲公司; 某称号授予|甲; 全国劳动模范|李明. The rule is <c>generic</c> when
    /// 的 is followed by nobody named (对获评某称号的企业给予奖励).
    /// </summary>
    public (List<TextSpan> Recipients, int End, string Rule) After(TextSpan honor, TextSpan sentence, bool hasVerb)
    {
        var at = SkipTails(honor.End, sentence.End);
        if (at >= sentence.End)
        {
            return ([], at, "none");
        }

        if (_text[at] == '的')
        {
            at++;
            var equals = HonorWords.Equating.MatchAt(_text, at);
            var row = RowFrom(at + equals, sentence.End);
            var generic = !hasVerb ? "none" : equals == 0 || row.Count == 0 ? "generic" : "after";
            return hasVerb && row.Count > 0 && (equals > 0 || context.MentionAt(at) is { Type: not EntityType.GeoPolitical }) ? (row, row[^1].End, "after") : ([], at, generic);
        }

        // “某之乡”称号|授予|某县; 奖杯由某队|捧走
        var going = HonorWords.Going.MatchAt(_text, at);
        if (going > 0 && RowFrom(at + going, sentence.End) is { Count: > 0 } winners
            && (_text[at] != '由' || !HonorWords.Winning.FindFirst(_text, new TextSpan(winners[^1].End, Math.Min(sentence.End, winners[^1].End + Reach))).IsEmpty))
        {
            return (winners, winners[^1].End, "going");
        }

        // 某奖得主|是甲、乙
        if (!hasVerb && at > honor.End && HonorWords.Equating.MatchAt(_text, at) is > 0 and var are && RowFrom(at + are, sentence.End) is { Count: > 0 } named)
        {
            return (named, named[^1].End, "after");
        }

        return !hasVerb && Apposed(honor, sentence) is { } person ? ([person], person.End, "apposition") : ([], at, "none");
    }

    // 全国优秀人民警察、某局副局长|李明; 陕西省劳动模范|李明
    private TextSpan? Apposed(TextSpan honor, TextSpan sentence)
    {
        var at = honor.End;
        while (at < sentence.End)
        {
            if (context.MentionAt(at) is { } mention)
            {
                if (mention.Type == EntityType.Person)
                {
                    return mention.Span;
                }

                if (mention.Type is not (EntityType.Title or EntityType.Organization or EntityType.GeoPolitical or EntityType.Zone))
                {
                    return null;
                }

                at = mention.Span.End;
            }
            else if (_text[at] is '、' or '”' or '」')
            {
                at++;
            }
            else if (HonorWords.Tails.MatchAt(_text, at) is > 0 and var tail)
            {
                at += tail;
            }
            else
            {
                return null;
            }
        }

        return null;
    }

    private List<TextSpan> RowFrom(int start, int end)
    {
        while (start < end && _text[start] is '了' or '“' or ' ')
        {
            start++;
        }

        if (context.MentionAt(start) is not { } first || !(HonorRecipients.IsNamed(first.Type) || first.Type is EntityType.Title))
        {
            return [];
        }

        var stop = start;
        while (stop < end && (context.MentionAt(stop) is { Type: not EntityType.Quantity } || _text[stop] is '、' or '和' or '及' or '与' or '“' or '”'))
        {
            stop = context.MentionAt(stop)?.Span.End ?? stop + 1;
        }

        var last = new TextSpan(start, stop);
        var people = _parties.Row(last.Start, last.End, static type => type == EntityType.Person);
        return people.Count > 0 ? people : _parties.Row(last.Start, last.End, HonorRecipients.IsNamed);
    }

    private int SkipTails(int at, int end)
    {
        while (at < end && (_text[at] is '”' or '」' or '’' || HonorWords.Tails.MatchAt(_text, at) > 0))
        {
            at += Math.Max(1, HonorWords.Tails.MatchAt(_text, at));
        }

        return at;
    }
}
