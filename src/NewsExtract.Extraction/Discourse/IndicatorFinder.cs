using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>What stands before a number, taken apart.</summary>
/// <param name="Core">What is counted; empty when nothing but verbs and particles stand there.</param>
/// <param name="Verb">The light verb that brings the number in; empty when there is none.</param>
/// <param name="Owner">A name or a word like 全区 at the head; <c>null</c> when there is none.</param>
/// <param name="Arrives">The number is where a change arrives: 增至.</param>
/// <param name="Compared">What is before is measured against something: 比…高, 占.</param>
internal readonly record struct IndicatorZone(TextSpan Core, TextSpan Verb, TextSpan? Owner, NumberChange Change, bool Arrives, bool Compared);

/// <summary>Finds what a number counts in the text before it, and the noun that follows it.</summary>
internal sealed class IndicatorFinder(FactContext context, TokenIndex tokens)
{
    private const int LongestNoun = 16;

    private readonly NumberWords _words = NumberWords.Instance;
    private readonly string _text = context.Text.Text;

    /// <summary>Takes the text before a number apart; 全区已累计完成|固定资产投资|达.</summary>
    public IndicatorZone Read(TextSpan zone)
    {
        var change = NumberChange.None;
        bool arrives = false, compared = false;
        // 李明、王芳等|5人; 代表团一行|18人
        var raw = zone.Of(_text).TrimEnd();
        if (raw.EndsWith("等", StringComparison.Ordinal) || raw.EndsWith("等地", StringComparison.Ordinal))
        {
            return new IndicatorZone(new TextSpan(zone.End, zone.End), default, null, change, false, false);
        }

        if (raw.EndsWith("一行", StringComparison.Ordinal))
        {
            return new IndicatorZone(new TextSpan(zone.Start + raw.Length - 2, zone.Start + raw.Length), default, null, change, false, false);
        }

        var end = StripEnd(zone, ref change, ref arrives);
        var measured = end;
        end = CutComparison(zone.Start, end, change, ref compared);
        change = compared && change == NumberChange.None ? Since(end, measured) : change;
        TextSpan? owner = null;
        TextSpan verb = default;
        var start = StripStart(zone.Start, end, ref owner, ref verb);
        start = start < end && _text[start] == '占' ? start : CutAtNames(start, end, ref owner, ref verb);
        if (end - start == 1 && !verb.IsEmpty && verb.End == start)
        {
            // 设志三十二篇: one character is too little.
            start = verb.Start;
        }

        if (_words.Before(_text, start, end, NumberWord.Link, out _) is > 0 and var length && start + length == end)
        {
            start = end;
        }

        return new IndicatorZone(WithoutBrackets(Trim(start, end)), verb, owner, change, arrives, compared);
    }

    /// <summary>The noun right after a number, with or without 的: 6条|全自动生产线|昼夜运转. Empty when a verb or a mark follows.</summary>
    public TextSpan NounAfter(int position)
    {
        var start = position;
        while (start < _text.Length && (_text[start] is '的' or ' '))
        {
            start++;
        }

        if (start >= _text.Length || IsMark(_text[start]))
        {
            return new TextSpan(position, position);
        }

        // 2个|15万吨级|泊位
        if (start == position && context.MentionAt(start) is { Type: EntityType.Quantity } other && other.Span.Start == start)
        {
            return NounAfter(other.Span.End);
        }

        // 由170人|发展到2300人
        if (_words.At(_text, start, Math.Min(_text.Length, start + 6), NumberWord.To, out _) > 0)
        {
            return new TextSpan(position, position);
        }

        // 17个省: the tokens may cut the unit off otherwise than the mention does.
        if (tokens[tokens.At(start)] is { Span: var cut } && cut.Start < start && cut.End > start && cut.End - start <= 2 && cut.End < _text.Length && _text[cut.End] is '（' or '的')
        {
            return new TextSpan(start, cut.End);
        }

        if (context.MentionAt(start) is { Type: EntityType.Honor or EntityType.Project } name && name.Span.Start == start)
        {
            return name.Span;
        }

        var end = start;
        var hasNoun = false;
        for (var i = tokens.At(start); i < tokens.Count && end - start < LongestNoun; i++)
        {
            var token = tokens[i];
            if (token.Span.Start < start)
            {
                // 500|米长|钢轨: what the tokens join to the unit goes with the noun.
                if (token.Tag is null or ['n', ..])
                {
                    end = token.Span.End;
                    continue;
                }

                return new TextSpan(position, position);
            }

            if (IsMark(_text[token.Span.Start]) || context.MentionAt(token.Span.Start) is { Type: EntityType.Date or EntityType.Money or EntityType.Percent or EntityType.Quantity or EntityType.Person })
            {
                break;
            }

            if (hasNoun && _words.At(_text, token.Span.Start, token.Span.End, NumberWord.Aside, out _) == token.Span.Length)
            {
                break;
            }

            // 四个国家|建过化工厂
            if (token.Tag is null && token.Span.Length > 1 && _text[token.Span.End - 1] is '了' or '过' or '着')
            {
                break;
            }

            if (IsNoun(token) || _text[token.Span.Start] is '“' or '”')
            {
                hasNoun |= token.Tag is ['n', ..] or "vn" or "l" or "j" or null;
                end = token.Span.End;
            }
            else if (token.Tag is null or "x" or "un" or "d" && token.Span.Length > 1 && i + 1 < tokens.Count && _text[tokens[i + 1].Span.Start] != '“' && (IsNoun(tokens[i + 1]) || (tokens[i + 1].Tag is null && i + 2 < tokens.Count && IsNoun(tokens[i + 2]))))
            {
                hasNoun |= token.Tag is null;
                end = token.Span.End;
            }
            else if (i + 1 < tokens.Count && IsNoun(tokens[i + 1]) && tokens[i + 1].Tag is not "f" && Joins(token, hasNoun))
            {
                end = token.Span.End;
            }
            else if (end == start && i > 0 && token.Tag is null && token.Span.Length > 1 && tokens[i - 1].Tag is not null)
            {
                // 十四个|湖洲: a word that the tokens do not know
                hasNoun = true;
                end = token.Span.End;
            }
            else
            {
                break;
            }
        }

        return hasNoun ? new TextSpan(start, end) : new TextSpan(position, position);
    }

    /// <summary>What follows a number up to the next mark, without leading particles: 3人|当选.</summary>
    public TextSpan PhraseAfter(int position)
    {
        var start = position;
        while (start < _text.Length && !IsMark(_text[start]) && _words.At(_text, start, Math.Min(_text.Length, start + 6), NumberWord.PhraseLead, out _) is > 0 and var length && (length > 1 || tokens.IsWord(start)))
        {
            start += length;
        }

        while (start < _text.Length && _text[start] is '“' or ' ')
        {
            start++;
        }

        var end = start;
        while (end < _text.Length && !IsMark(_text[end]) && _text[end] != '”' && end - start < LongestNoun && context.MentionAt(end) is not { Type: EntityType.Money or EntityType.Percent or EntityType.Quantity or EntityType.Date })
        {
            end++;
        }

        // 支行|签订了责任书: a noun before a verb with 了 or 过 is enough.
        for (var i = start + 3; i < end; i++)
        {
            if (_text[i] is '了' or '过' && tokens[tokens.At(start)].Tag is not (['d', ..] or ['p', ..] or ['a', ..] or ['r', ..]) && tokens[tokens.At(i - 1)].Span.Start is var verb && verb - start >= 2)
            {
                end = verb;
                break;
            }
        }

        if (start + 1 < _text.Length && _text[start] is '和' or '与' or '至' && context.MentionAt(start + 1) is { Type: EntityType.Money or EntityType.Percent or EntityType.Quantity })
        {
            return new TextSpan(position, position);
        }

        return new TextSpan(start, end);
    }

    private static bool IsMark(char value) => value is '，' or '。' or '；' or '：' or '、' or '！' or '？' or '\n' or '（' or '）' or ',' or ';' or ':' or '(' or ')' or '　' or '」' or '「';

    private static bool IsNoun(Token token) => token.Tag is ['n', ..] or "vn" or "an" or "b" or "a" or "j" or "l" or "i" or "s" or "eng" or "ns" or "z" or "g";

    private bool Joins(Token token, bool hasNoun) =>
        (token.Tag is ['v', ..] && !hasNoun && token.Span.Length > 1) || (hasNoun && _text[token.Span.Start] is '和' or '与' or '及' or '或');

    private int StripEnd(TextSpan zone, ref NumberChange change, ref bool arrives)
    {
        var end = zone.End;
        while (end > zone.Start)
        {
            if (_text[end - 1] is ' ' or '　' or '、' or '”' or '：')
            {
                if (_text[end - 1] == '”' && _text.AsSpan(zone.Start, end - zone.Start).Contains('“'))
                {
                    break;
                }

                end--;
                continue;
            }

            // 从2018年的|26万只
            if (end < zone.End && context.MentionAt(end - 1) is { Type: EntityType.Date } date && date.Span.Start > zone.Start)
            {
                end = date.Span.Start;
                continue;
            }

            var length = _words.Before(_text, zone.Start, end, NumberWord.Link | NumberWord.Up | NumberWord.Down | NumberWord.To, out var found);
            if (length == 0 || (length == 1 && !tokens.IsWord(end - 1) && !IsReach(zone.Start, end)) || context.MentionAt(end - 1) is { Type: not EntityType.Date } name && name.Span.Start < end - length)
            {
                break;
            }

            if ((found & NumberWord.To) != 0)
            {
                arrives = true;
            }
            else if ((found & (NumberWord.Up | NumberWord.Down)) != 0)
            {
                change = arrives || change != NumberChange.None ? change : (found & NumberWord.Up) != 0 ? NumberChange.Up : NumberChange.Down;
            }

            end -= length;
        }

        return end;
    }

    // 增长面|达: the tokens may hide it; not 到达, 发达.
    private bool IsReach(int start, int end) =>
        _text[end - 1] is '达' or '逾' && end - start > 2 && _text[end - 2] is not ('到' or '发' or '抵' or '直' or '传' or '送' or '表' or '转' or '下' or '通');

    // 增幅|比全市平均水平高; 增速|高于全省; 加工转化率|比2017年
    private int CutComparison(int start, int end, NumberChange known, ref bool compared)
    {
        var excess = known == NumberChange.None ? _words.Before(_text, start, end, NumberWord.Excess, out _) : 0;
        for (var i = start; i < end; i++)
        {
            if (_words.At(_text, i, end, NumberWord.CompareKeep, out _) is > 0 and var keep)
            {
                i += keep - 1;
                continue;
            }

            var length = _words.At(_text, i, end, NumberWord.Compare, out _);
            if (length == 0 || (length == 1 && ((known == NumberChange.None && excess == 0) || !tokens.IsWord(i))) || context.MentionAt(i) is { Type: not EntityType.Date })
            {
                continue;
            }

            if (length == 1 && _text[i] is '与' or '居' or '是')
            {
                continue;
            }

            compared = true;
            return i;
        }

        return end;
    }

    // 产量比上年|多35吨 is a change, 增速比全市高2个百分点 is none.
    private NumberChange Since(int start, int end)
    {
        var excess = _words.Before(_text, start, end, NumberWord.Excess, out _);
        if (excess == 0 || context.MentionAt(start + 1) is not { Type: EntityType.Date })
        {
            return NumberChange.None;
        }

        return _text[end - excess] is '多' ? NumberChange.Up : _text[end - excess] is '少' ? NumberChange.Down : NumberChange.None;
    }

    private int StripStart(int start, int end, ref TextSpan? owner, ref TextSpan verb)
    {
        while (start < end)
        {
            if (_text[start] is ' ' or '　' or '、' or '”' or '）' or '」' || (_text[start] == '“' && !_text.AsSpan(start, end - start).Contains('”')))
            {
                start++;
                continue;
            }

            if (context.MentionAt(start) is { } mention && mention.Span.Start == start && mention.Span.End <= end && mention.Type is not (EntityType.Honor or EntityType.Work or EntityType.Event))
            {
                owner = IsOwner(mention.Type) ? mention.Span : owner;
                start = mention.Span.End;
                continue;
            }

            if (_words.At(_text, start, end, NumberWord.Keep, out _) > 0)
            {
                break;
            }

            // 从开工到产品下线|仅用150天
            if (_text[start] == '从' && _text.AsSpan(start, end - start).Contains('到'))
            {
                break;
            }

            var length = _words.At(_text, start, end, NumberWord.Lead | NumberWord.Light | NumberWord.Scope, out var found);
            if (length == 0 || (length == 1 && !tokens.IsWord(start)))
            {
                break;
            }

            if ((found & NumberWord.Scope) != 0)
            {
                owner = verb.IsEmpty ? new TextSpan(start, start + length) : owner;
            }
            else if ((found & NumberWord.Light) != 0)
            {
                verb = new TextSpan(start, start + length);
            }

            start += length;
        }

        return start;
    }

    // 吸纳|北京、天津|技术合同成交额; a name in the middle is not counted, what follows it is.
    private int CutAtNames(int start, int end, ref TextSpan? owner, ref TextSpan verb)
    {
        var cut = start;
        foreach (var mention in context.MentionsIn(new TextSpan(start, Math.Max(start, end))))
        {
            if (mention.Type == EntityType.Quantity)
            {
                cut = Math.Max(cut, mention.Span.End);
            }
            else if (mention.Type == EntityType.Honor)
            {
                // 评选出|企业科技进步奖: what is counted begins with the honour itself.
                cut = Math.Max(cut, mention.Span.Start);
            }
            else if ((mention.Span.End < end - 1 || (mention.Span.End == end - 1 && _text[end - 1] is '长' or '宽' or '高' or '深')) && mention.Type is not (EntityType.Work or EntityType.Event))
            {
                if (end - mention.Span.End == 2 && mention.Span.Start - start is >= 1 and <= 6 && _words.At(_text, mention.Span.End, end, NumberWord.Up | NumberWord.Down | NumberWord.Link | NumberWord.Light, out _) == 0)
                {
                    // 对|东盟|航线: too little is left without the name.
                    continue;
                }

                cut = mention.Span.End;
                owner = owner is null && IsOwner(mention.Type) ? mention.Span : owner;
            }
        }

        return cut == start ? start : StripStart(cut, end, ref owner, ref verb);
    }

    private TextSpan WithoutBrackets(TextSpan core)
    {
        var text = core.Of(_text);
        var close = text.LastIndexOfAny('）', ')');
        var open = text.LastIndexOfAny('（', '(');
        return close >= 0 ? Trim(core.Start + close + 1, core.End) : open >= 0 ? Trim(core.Start, core.Start + open) : core;
    }

    private TextSpan Trim(int start, int end)
    {
        while (start < end && _text[start] is ' ' or '　' or '、' or '”' or '）')
        {
            start++;
        }

        while (end > start && _text[end - 1] is ' ' or '　' or '、' or '“' or '（')
        {
            end--;
        }

        return new TextSpan(Math.Min(start, end), end);
    }

    private static bool IsOwner(EntityType type) =>
        type is EntityType.Organization or EntityType.Zone or EntityType.GeoPolitical or EntityType.Facility or EntityType.Project or EntityType.Location or EntityType.Person;
}
