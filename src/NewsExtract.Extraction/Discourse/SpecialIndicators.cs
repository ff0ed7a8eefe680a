using NewsExtract.Extraction.FactTypes;
using NewsExtract.Extraction.FactTypes.Honor;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Finds the indicators of numbers whose unit or wording says by itself what to look for: ages, shares, awards, lengths of time.</summary>
internal sealed class SpecialIndicators(FactContext context, TokenIndex tokens)
{
    private const int AgeReach = 16;
    private const int AwardReach = 20;

    private readonly string _text = context.Text.Text;
    private readonly NumberWords _words = NumberWords.Instance;

    /// <summary>The indicator and the name of its rule; <c>null</c> when the number is of no such kind.</summary>
    public (TextSpan? Indicator, string Rule)? Of(NumberReading reading, IndicatorZone zone)
    {
        var number = reading.Mention.Span;
        var unit = reading.Value.Unit;
        if (unit is "岁" or "歲" or "周岁" or "周歲")
        {
            return Aged(reading) is { } person ? (person, "age") : null;
        }

        if (reading.Mention.Type == EntityType.Percent)
        {
            return OfShare(reading, zone) is { } share ? (share, "share") : null;
        }

        if (Threshold(reading.Zone) is { } threshold)
        {
            return (threshold, "threshold");
        }

        if (reading.Mention.Type == EntityType.Quantity && Award(number) is { } award)
        {
            return (award, "award");
        }

        return Spent(reading, zone) is { } verb ? (verb, "verb") : null;
    }

    // 72岁的|退休教师|林小满; 林小满|72岁
    private TextSpan? Aged(NumberReading reading)
    {
        var number = reading.Mention.Span;
        if (context.MentionAt(number.Start - 1) is { Type: EntityType.Person } before && before.Span.End == number.Start)
        {
            return before.Span;
        }

        for (var i = number.End; i < Math.Min(_text.Length, number.End + AgeReach) && _text[i] is not ('，' or '。' or '；' or '、' or '：' or '\n' or '）'); i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                if (mention.Type == EntityType.Person)
                {
                    return mention.Span;
                }

                i = mention.Span.End - 1;
            }
            else if (tokens[tokens.At(i)] is { Tag: ['v', ..] and not "vn" } verb && verb.Span.Start == i)
            {
                return null;
            }
        }

        return null;
    }

    private TextSpan? OfShare(NumberReading reading, IndicatorZone zone)
    {
        var lead = reading.Zone.Of(_text).TrimEnd();
        var at = lead.LastIndexOf('占');
        // 外方占|四成: 占 alone says what the share is.
        if (at >= 0 && zone.Core.IsEmpty && lead.Length - at <= 2 && lead[at..] is "占" or "占到" or "占了" or "占约" or "占近")
        {
            return new TextSpan(reading.Zone.Start + at, reading.Zone.Start + at + 1);
        }

        // 产品八成以上|返销日本; not 产值占八成, 产值增长八成
        var next = reading.Mention.Span.End;
        if (zone.Change != NumberChange.None || zone.Arrives || zone.Compared || zone.Core.Length < 2 || zone.Core.End != reading.Zone.End || next >= _text.Length || context.MentionAt(next) is not null)
        {
            return null;
        }

        return tokens[tokens.At(next)] is { Tag: ['v', ..], Span: { Length: 2 } verb } && verb.Start == next ? verb : null;
    }

    // 千万美元以上的|7家; 五十岁以上的|三人
    private TextSpan? Threshold(TextSpan zone) =>
        zone.Of(_text) is "的" or "的有" or "的共" && context.MentionAt(zone.Start - 1) is { Type: EntityType.Money or EntityType.Quantity or EntityType.Percent } limit && limit.Span.End == zone.Start && limit.Span.Of(_text) is [.., '以', '上' or '下' or '内']
            ? limit.Span
            : null;

    // 林小满等20人获评|履职先进个人; 12件提案被评为|优秀提案
    private TextSpan? Award(TextSpan number)
    {
        for (var i = number.End; i < Math.Min(_text.Length, number.End + AwardReach) && _text[i] is not ('，' or '。' or '；' or '、' or '：' or '\n'); i++)
        {
            if (context.MentionAt(i) is not { } mention)
            {
                continue;
            }

            if (mention.Type == EntityType.Honor && mention.Span.Start - number.End >= 1)
            {
                var verbEnd = _text[mention.Span.Start - 1] == '“' ? mention.Span.Start - 1 : mention.Span.Start;
                return HonorWords.Winning.MatchEnd(_text.AsSpan(number.End, verbEnd - number.End)) > 0 ? mention.Span : null;
            }

            if (mention.Type is EntityType.Quantity or EntityType.Money or EntityType.Percent or EntityType.Person)
            {
                return null;
            }

            i = mention.Span.End - 1;
        }

        return null;
    }

    // 在山里住了|十一个月; 跑了|五趟|县城: a length of time or a count of times belongs to its verb.
    private TextSpan? Spent(NumberReading reading, IndicatorZone zone)
    {
        var end = reading.Zone.End;
        if (reading.Zone.Length == 0 || zone.Arrives || zone.Change != NumberChange.None)
        {
            return null;
        }

        var lasts = _words.At(reading.Value.Unit, 0, reading.Value.Unit.Length, NumberWord.Lasting, out _) == reading.Value.Unit.Length;
        var aspect = _text[end - 1] is '了' or '过' or '過' or '着' ? 1 : 0;
        if (aspect == 0 || end - aspect <= reading.Zone.Start)
        {
            return null;
        }

        var verb = _words.Before(_text, reading.Zone.Start, end - aspect, NumberWord.Plain, out _);
        if (verb == 0 || (!lasts && reading.Mention.Type != EntityType.Money))
        {
            return null;
        }

        return new TextSpan(end - aspect - verb, end);
    }
}
