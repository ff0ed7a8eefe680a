using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Tells numbers that only describe something else and make no fact: 500米长钢轨, 两市, 10亿元以上项目.</summary>
internal sealed class DescriptiveNumbers(FactContext context, TokenIndex tokens, IndicatorFinder indicators)
{
    private readonly string _text = context.Text.Text;
    private readonly NumberWords _words = NumberWords.Instance;

    // 500米|长钢轨; 一名|68岁患者; 12岁以上
    public bool IsDescription(Mention mention, TextSpan zone)
    {
        if (mention.Type != EntityType.Quantity)
        {
            return false;
        }

        var surface = mention.Span.Of(_text);
        if (_words.At(_text, mention.Span.Start, mention.Span.End, NumberWord.One, out _) == mention.Span.Length && indicators.Read(zone).Core.IsEmpty)
        {
            return true;
        }

        var before = zone.Of(_text).TrimEnd();
        // 这三家企业, 居前两位, 每十股, 分三次
        if ((_words.Before(_text, zone.Start, zone.Start + before.Length, NumberWord.Pointing, out _) is > 0 and var pointing && (pointing > 1 || tokens.StartsAt(zone.Start + before.Length - 1)))
            || (before.EndsWith('分') && surface[^1] is '次' or '批' or '期' or '步'))
        {
            return true;
        }

        // 太原、临汾|两市; 五部委
        if (surface[0] is not (>= '0' and <= '9') && surface.Length >= 2 && _words.At(_text, mention.Span.Start + 1, mention.Span.End, NumberWord.Appositive, out _) == surface.Length - 1
            && !_words.At(_text, mention.Span.Start, mention.Span.End, NumberWord.Classifier, out _).Equals(surface.Length))
        {
            return true;
        }

        // 两年|平均增长7%
        if (surface[^1] is '年' or '月' && _words.At(_text, mention.Span.End, Math.Min(_text.Length, mention.Span.End + 4), NumberWord.SpanTail, out _) > 0)
        {
            return true;
        }

        // 5000吨级|泊位
        if (surface.EndsWith("吨级", StringComparison.Ordinal) && !indicators.NounAfter(mention.Span.End).IsEmpty && FollowedByCount(mention.Span.End))
        {
            return true;
        }

        return (surface.Contains('岁') && (surface[^1] is '上' or '下' or '内' || before.EndsWith("一名", StringComparison.Ordinal) || before.EndsWith("一位", StringComparison.Ordinal)))
            || before.EndsWith("一组", StringComparison.Ordinal)
            || before.EndsWith("为期", StringComparison.Ordinal)
            || (_words.At(_text, mention.Span.End, Math.Min(_text.Length, mention.Span.End + 2), NumberWord.Dimension, out _) is > 0 and var size && (size > 1 || (IsCut(mention.Span.End) && !indicators.NounAfter(mention.Span.End + size).IsEmpty)));
    }

    private bool FollowedByCount(int position) =>
        indicators.NounAfter(position) is var noun && context.MentionAt(noun.End) is { Type: EntityType.Quantity };

    // 长|钢轨 or, with the tokens cut otherwise, 米长|钢轨; not 深度.
    private bool IsCut(int position) => tokens[tokens.At(position)] is var token && (token.Span.End == position + 1 || (token.Tag is null && token.Span.Start == position));

    // 10亿元以上|项目4个: the amount only says which projects are counted.
    public bool IsModifier(Mention mention)
    {
        // 300立方米以下|高炉6座
        if (mention.Type == EntityType.Quantity && mention.Span.Of(_text) is [.., '以', '上' or '下' or '内'] && FollowedByCount(mention.Span.End))
        {
            return true;
        }

        var length = mention.Type == EntityType.Money ? AmountWords.Modified.MatchAt(_text, mention.Span.End) : 0;
        return length > 0 && context.MentionAt(mention.Span.End + length) is { Type: EntityType.Quantity };
    }
}
