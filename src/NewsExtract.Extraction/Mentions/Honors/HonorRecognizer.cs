using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Extraction.Mentions.NameShapes;

namespace NewsExtract.Extraction.Mentions.Honors;

/// <summary>Prizes, certified status and elected honours: 省科学技术奖一等奖, 国家高新技术企业, “…”称号.</summary>
internal sealed class HonorRecognizer : IMentionRecognizer
{
    private const Crossing Crossings = Crossing.Scopes | Crossing.Levels | Crossing.Quotes | Crossing.InnerPlaces | Crossing.Ordinals | Crossing.Numbers;
    private static readonly SuffixLexicon s_suffixes = new("Mentions/Honors/honors.lex.txt", "prize", "status", "academy", "verb", "end");
    private static readonly WordTrie s_verbs = new(s_suffixes.Section("verb"));
    private static readonly WordTrie s_ends = new(s_suffixes.Section("end"));
    private static readonly Producer s_name = new("rule:mention.honor-suffix", "1");
    private static readonly Producer s_awarded = new("rule:mention.honor-awarded", "1");
    private static readonly Producer s_quoted = new("rule:mention.honor-quoted", "1");

    private enum Kind
    {
        Prize,
        Status,
        Academy,
    }

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = NameWords.Of(text, tokens);
        var mentions = new List<Mention>();
        foreach (var suffix in s_suffixes.Find(words))
        {
            if (suffix.Kind > (int)Kind.Academy)
            {
                continue;
            }

            var kind = (Kind)suffix.Kind;
            var start = kind == Kind.Academy ? suffix.Start : TrimStart(words, LeftWalk.From(words, suffix.Start, Crossings).Start, suffix.Start);
            if (IsHonor(words, start, suffix, kind))
            {
                mentions.Add(new Mention(EntityType.Honor, new TextSpan(start, suffix.End), s_name));
            }
        }

        AddQuoted(words, mentions);
        AddAwarded(words, mentions);
        return mentions;
    }

    /// <summary>Begins at the last verb of honouring, and after counts and marks.</summary>
    private static int TrimStart(NameWords words, int start, int end)
    {
        for (var position = start; position < end; position = words.EndOfWord(position))
        {
            var word = words.WordAt(position);
            if (s_verbs.TryGet(words.Word(word), out _) || words.Word(word) is "首个" or "首家" or "首批" || (words.Has(word, WordTraits.Number) && words.Word(word)[^1] is '家' or '个' or '项' or '名') || words.Word(word).EndsWith("批", StringComparison.Ordinal) || words.Word(word) is "个" or "家" or "批" or "名" or "项" or "年度" or "企业" or "年"
                || words.Word(word).EndsWith("公司", StringComparison.Ordinal))
            {
                start = words.Span(word).End;
            }
        }

        // The tokenizer may hide a verb in a longer word: 获|省, 捧回|中国.
        for (var position = start; position < end; position++)
        {
            var length = s_verbs.Longest(words.Text.AsSpan(0, end), position, out _);
            if (length >= 2 || words.Text[position] is '获' or '领' or '颁')
            {
                start = position + Math.Max(1, length);
            }
        }

        while (start < end && words.Has(words.WordAt(start), WordTraits.Punctuation | WordTraits.Conjunction | WordTraits.Lead)
            && words.Text[start] is not ('“' or '「'))
        {
            start = words.EndOfWord(start);
        }

        // 全市|高新技术企业: where they are, unless it was awarded so.
        if (start < end && words.Has(words.WordAt(start), WordTraits.Scope) && !IsAfterVerb(words, start))
        {
            start = words.EndOfWord(start);
        }

        // “|2015年度先进单位”: the mark of a quotation that the name does not close.
        if (start < end && words.Text[start] is '“' or '「' && words.Text.AsSpan(start, end - start).IndexOfAny('”', '」') < 0)
        {
            start++;
        }

        return start;
    }

    private static bool IsHonor(NameWords words, int start, SuffixMatch suffix, Kind kind)
    {
        var text = words.Text;
        if (suffix.End < text.Length && text[suffix.End - 1] == '奖' && text[suffix.End] is '励' or '金' or '状' or '补' or '章' or '牌' or '项' or '学' or '品' or '惩' or '掖')
        {
            return false;
        }

        if (text[suffix.End - 1] == '强' && text.AsSpan(suffix.End).StartsWith("企业", StringComparison.Ordinal))
        {
            return false;
        }

        switch (kind)
        {
            case Kind.Academy:
                // 中国工程院院士|李某: beside a name it is a profession.
                return IsAfterVerb(words, start) || suffix.End == text.Length || text[suffix.End] is '，' or '。' or '、' or '名' or '\n' or '（' or '；'
                    || words.Has(words.WordAt(suffix.End), WordTraits.Number);
            case Kind.Prize:
                // 一等奖 by itself is a grade.
                return suffix.Start - start >= 2 || (suffix.End - start >= 3 && suffix.End - suffix.Start > 1 && text[suffix.End - 2] is not ('等' or '金' or '银' or '铜' or '大' or '秀' or '名' or '织'));
            default:
                var shape = NameShape.Of(words, start, suffix.Start);
                if (IsInstitute(text, suffix) && Specific(words, shape) > 0 && !IsCounted(words, suffix.End))
                {
                    return false;
                }

                return shape.Has(WordTraits.Place | WordTraits.Scope | WordTraits.National) || StartsWithLevel(text, start)
                    || (IsAfterVerb(words, start) && (suffix.End - start >= 6 || words.Text[start - 1] is '获' or '评' or '选' or '颁' || IsEnded(text, suffix.End))) || IsEnded(text, suffix.End) || IsCounted(words, suffix.End);
        }
    }

    /// <summary>冰雪装备|全国重点实验室 is a body; 省级重点实验室 is what a body may be.</summary>
    private static bool IsInstitute(string text, SuffixMatch suffix) =>
        text.AsSpan(suffix.Start, suffix.End - suffix.Start) is var name
        && (name.EndsWith("实验室", StringComparison.Ordinal) || name.EndsWith("研究中心", StringComparison.Ordinal) || name.EndsWith("创新中心", StringComparison.Ordinal));

    private static int Specific(NameWords words, NameShape shape)
    {
        var count = 0;
        for (var position = shape.Start; position < shape.End; position = words.EndOfWord(position))
        {
            var word = words.WordAt(position);
            count += words.Has(word, WordTraits.Place | WordTraits.National | WordTraits.Scope | WordTraits.Generic | WordTraits.Level | WordTraits.Punctuation | WordTraits.Lead)
                || words.Word(word) is "地方" ? 0 : 1;
        }

        return count;
    }

    private static bool StartsWithLevel(string text, int start)
    {
        var rest = text.AsSpan(start);
        return rest.StartsWith("国家", StringComparison.Ordinal) || rest.StartsWith("省级", StringComparison.Ordinal) || rest.StartsWith("市级", StringComparison.Ordinal)
            || rest.StartsWith("部级", StringComparison.Ordinal) || rest.StartsWith("世界级", StringComparison.Ordinal) || rest.StartsWith("自治区", StringComparison.Ordinal)
            || (rest[0] is '省' or '市' && rest.Length > 1);
    }

    private static bool IsAfterVerb(NameWords words, int start)
    {
        while (start > 0 && words.Text[start - 1] is '“' or '「' or '‘')
        {
            start--;
        }

        if (start > 0 && s_verbs.TryGet(words.Word(words.WordAt(start - 1)), out _))
        {
            return true;
        }

        for (var length = 2; length <= Math.Min(4, start); length++)
        {
            if (s_verbs.TryGet(words.Text.AsSpan(start - length, length), out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>高新技术企业|206户, 先进集体|（5个）.</summary>
    private static bool IsCounted(NameWords words, int end)
    {
        var text = words.Text;
        return end + 1 < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '（' or '由' && char.IsAsciiDigit(text[end + 1])));
    }

    private static bool IsEnded(string text, int end)
    {
        while (end < text.Length && text[end] is '”' or '」' or '’')
        {
            end++;
        }

        return end < text.Length && s_ends.Longest(text, end, out _) > 0;
    }

    /// <summary>获“…”称号, 授予…“…”称号, 被评为“…”: what stands between the marks.</summary>
    private static void AddQuoted(NameWords words, List<Mention> mentions)
    {
        var text = words.Text;
        for (var open = text.IndexOf('“'); open >= 0; open = text.IndexOf('“', open + 1))
        {
            var close = text.IndexOf('”', open + 1);
            if (close < 0)
            {
                return;
            }

            var inner = text.AsSpan(open + 1, close - open - 1);
            if (inner.Length is < 3 or > 24 || inner.IndexOfAny('，', '。', '“') >= 0)
            {
                continue;
            }

            if (IsEnded(text, close + 1) || (IsAwarded(words, open) && close + 1 < text.Length && text[close + 1] is '，' or '。' or '、' or '；'))
            {
                mentions.Add(new Mention(EntityType.Honor, new TextSpan(open + 1, close), s_quoted));
            }
        }
    }

    /// <summary>获评|广东省高水平高职院校|，: what a verb of honouring gives, when it opens with who honours and no verb follows.</summary>
    private static void AddAwarded(NameWords words, List<Mention> mentions)
    {
        var text = words.Text;
        for (var word = 0; word < words.Count; word++)
        {
            var span = words.Span(word);
            var isStrict = (words.Word(word) is "为" && word > 0 && words.Word(word - 1) is "表彰" or "命名" or "认定" or "评" or "确定") || words.Word(word) is "入选" or "获评" or "荣获" or "评为" or "授予" or "被评为" or "荣膺" or "获颁";
            if ((!isStrict && words.Word(word) is not ("获" or "获得")) || span.End >= text.Length)
            {
                continue;
            }

            // 入选|第三批|中国…, 2020年|全国….
            var first = word + 1;
            while (first < words.Count && words.Has(first, WordTraits.Ordinal | WordTraits.Time | WordTraits.Number))
            {
                first++;
            }

            if (first >= words.Count)
            {
                continue;
            }

            var start = words.Span(first).Start;
            var end = start;
            for (var next = first; next < words.Count; next++)
            {
                if (words.Has(next, WordTraits.Stop | WordTraits.Title | WordTraits.Punctuation | WordTraits.Number | WordTraits.Person) || IsEnded(text, end))
                {
                    break;
                }

                end = words.Span(next).End;
            }

            var opens = words.Has(first, WordTraits.Place | WordTraits.Scope | WordTraits.National) || StartsWithLevel(text, start);
            var closes = IsEnded(text, end) || (isStrict && (end == text.Length || text[end] is '，' or '。' or '、' or '；' or '\n'));
            if (opens && closes && end - start is >= 5 and <= 24 && !IsList(text.AsSpan(start, end - start)))
            {
                mentions.Add(new Mention(EntityType.Honor, new TextSpan(start, end), s_awarded));
            }
        }
    }

    private static bool IsList(ReadOnlySpan<char> phrase) =>
        phrase.EndsWith("名单", StringComparison.Ordinal) || phrase.EndsWith("项目", StringComparison.Ordinal) || phrase.EndsWith("计划", StringComparison.Ordinal)
        || phrase.EndsWith("目录", StringComparison.Ordinal) || phrase.EndsWith("行列", StringComparison.Ordinal) || phrase.EndsWith("试点", StringComparison.Ordinal)
        || phrase.EndsWith("前列", StringComparison.Ordinal) || phrase.EndsWith("委员会", StringComparison.Ordinal) || phrase.EndsWith("大会", StringComparison.Ordinal);

    private static bool IsAwarded(NameWords words, int open) =>
        open > 0 && words.Word(words.WordAt(open - 1)) is "获" or "荣获" or "获得" or "获评" or "评为" or "被评为" or "获颁" or "授予" or "荣膺" or "获选";
}
