using System.Collections.Immutable;
using NewsExtract.Extraction.Mentions.NameShapes;

namespace NewsExtract.Extraction.Mentions.Events;

/// <summary>Named events and campaigns with their number or year: 第七届进博会, 全市2025年第三次“百日攻坚”活动.</summary>
internal sealed class EventRecognizer : IMentionRecognizer
{
    private const Crossing Crossings = Crossing.Numbers | Crossing.Ordinals | Crossing.Times | Crossing.Quotes | Crossing.AnyConjunction
        | Crossing.Routes | Crossing.Levels | Crossing.InnerPlaces | Crossing.Bodies | Crossing.Zones | Crossing.Scopes;

    private static readonly SuffixLexicon s_suffixes = new("Mentions/Events/events.lex.txt", "event", "numbered", "famous");
    private static readonly Producer s_alias = new("rule:mention.event-alias", "1");
    private static readonly Producer s_producer = new("rule:mention.event-suffix", "1");

    private enum Kind
    {
        Event,
        Numbered,
        Famous,
    }

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = NameWords.Of(text, tokens);
        var mentions = new List<Mention>();
        foreach (var suffix in s_suffixes.Find(words))
        {
            var kind = (Kind)suffix.Kind;
            var walk = LeftWalk.From(words, suffix.Start, Crossings);
            var start = TrimStart(words, walk.Start, suffix.Start);
            if (IsNamed(words, start, suffix, kind))
            {
                mentions.Add(new Mention(EntityType.Event, new TextSpan(start, End(words.Text, suffix.End)), s_producer));
            }
        }

        foreach (var alias in AliasFinder.Find(words, mentions, allowsBare: false))
        {
            mentions.Add(new Mention(EntityType.Event, alias, s_alias));
        }

        return mentions;
    }

    /// <summary>新闻发布会|（第三场）: a number in brackets belongs to the name.</summary>
    private static int End(string text, int end)
    {
        if (end + 3 < text.Length && text[end] == '（' && text[end + 1] == '第')
        {
            var close = text.IndexOf('）', end);
            return close > 0 && close - end <= 6 ? close + 1 : end;
        }

        return end;
    }

    /// <summary>Cuts off a day (2013年4月26日|…) and counts that stand before the name.</summary>
    private static int TrimStart(NameWords words, int start, int end)
    {
        for (var position = start; position < end; position = words.EndOfWord(position))
        {
            var word = words.WordAt(position);
            if (words.Word(word) is "日" or "号" or "个" or "场" or "次" or "名" or "家" or "天" or "月份" or "小时" && !IsCounted(words, word)
                || (words.Has(word, WordTraits.Time) && !IsPartOfName(words.Word(word))))
            {
                start = words.Span(word).End;
            }
        }

        while (start < end && (words.Has(words.WordAt(start), WordTraits.Lead | WordTraits.Conjunction)
            || (words.Has(words.WordAt(start), WordTraits.Punctuation) && words.Text[start] is not ('“' or '「' or '《'))))
        {
            start = words.EndOfWord(start);
        }

        return start;
    }

    /// <summary>第四|次: the number makes it part of the name.</summary>
    private static bool IsCounted(NameWords words, int word) => word > 0 && words.Has(word - 1, WordTraits.Ordinal);

    private static bool IsPartOfName(ReadOnlySpan<char> word) =>
        word.EndsWith("年", StringComparison.Ordinal) || word.EndsWith("年度", StringComparison.Ordinal) || word.EndsWith("季度", StringComparison.Ordinal)
        || word.EndsWith("季", StringComparison.Ordinal) || word.EndsWith("节", StringComparison.Ordinal) || word is "未来" or "现代" or "青年" or "年度";

    private static bool IsNamed(NameWords words, int start, SuffixMatch suffix, Kind kind)
    {
        if (kind == Kind.Famous)
        {
            return true;
        }

        var shape = NameShape.Of(words, start, suffix.Start);
        if (shape.Length < 2)
        {
            return false;
        }

        var name = words.Text.AsSpan(suffix.Start, suffix.End - suffix.Start);
        var isNumbered = (shape.Has(WordTraits.Ordinal) && (shape.Specific > 0 || kind == Kind.Event && name is not "全体会议")) || (shape.Specific > 0 && IsCountedByTerm(words.Text, start, suffix.Start)) || HasYear(words, start, suffix.Start) || words.Text.AsSpan(start, shape.Length).IndexOfAny('“', '「') >= 0;
        if (isNumbered)
        {
            return shape.Length >= 3;
        }

        if (kind != Kind.Event)
        {
            return false;
        }

        // 某省科学技术|奖励大会: what it is for is said by the suffix too.
        var isTelling = name.Length >= 3;
        return shape.Has(WordTraits.Place | WordTraits.Scope | WordTraits.National)
            ? shape.Specific >= (isTelling ? 2 : 3)
            : isTelling && shape.Specific >= 3 && IsHeld(words, start);
    }

    /// <summary>四届人大二次|会议, 80周年|校庆.</summary>
    private static bool IsCountedByTerm(string text, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if ((text[i] == '届' || (text[i] == '周' && i + 1 < end && text[i + 1] == '年')) && NameWordLexicon.IsNumeral(text[i - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHeld(NameWords words, int start) =>
        start > 0 && words.Word(words.WordAt(start - 1)) is "召开" or "举行" or "举办" or "主办" or "参加" or "出席";

    private static bool HasYear(NameWords words, int start, int end)
    {
        var text = words.Text.AsSpan(start, end - start);
        for (var i = 0; i + 4 <= text.Length; i++)
        {
            if (text[i] is '1' or '2' && text[i + 1] is '9' or '0' && (i == 0 || !char.IsAsciiDigit(text[i - 1])) && (i + 4 == text.Length || text[i + 4] is '年' or '-' || (char.IsLetter(text[i + 4]) && text[i + 4] is not '吨' and not '千' and not '万'))
                && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]))
            {
                return true;
            }
        }

        return text.StartsWith("一九", StringComparison.Ordinal) || text.StartsWith("二〇", StringComparison.Ordinal);
    }
}
