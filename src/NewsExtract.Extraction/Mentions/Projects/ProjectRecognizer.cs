using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Extraction.Mentions.NameShapes;

namespace NewsExtract.Extraction.Mentions.Projects;

/// <summary>Named projects and works: 年产8万吨石英砂项目, 大同至天津特高压直流输电工程.</summary>
internal sealed class ProjectRecognizer : IMentionRecognizer
{
    private const Crossing Crossings = Crossing.Numbers | Crossing.InnerPlaces | Crossing.Routes | Crossing.Zones | Crossing.AnyConjunction | Crossing.Quotes;
    private static readonly SuffixLexicon s_suffixes = new("Mentions/Projects/projects.lex.txt", "project", "works", "works-kind", "base", "phase", "nameless");
    private static readonly WordTrie s_nameless = new(s_suffixes.Section("nameless"));

    private static readonly Producer s_sized = new("rule:mention.project-sized", "1");
    private static readonly Producer s_producer = new("rule:mention.project-suffix", "1");

    private enum Kind
    {
        Project,
        Works,
        WorksKind,
        Base,
        Phase,
        Nameless,
    }

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = NameWords.Of(text, tokens);
        var mentions = new List<Mention>();
        foreach (var suffix in s_suffixes.Find(words))
        {
            var kind = (Kind)suffix.Kind;
            if (kind == Kind.Nameless)
            {
                continue;
            }

            var walk = LeftWalk.From(words, suffix.Start, Crossings);
            var start = TrimStart(words, walk.Start, suffix.Start);
            if (start < suffix.Start && IsNamed(words, start, suffix, kind))
            {
                mentions.Add(new Mention(EntityType.Project, new TextSpan(start, End(words, suffix)), s_producer));
            }
        }

        foreach (var span in SizedProjects.Find(text.Text))
        {
            mentions.Add(new Mention(EntityType.Project, span, s_sized));
        }

        return mentions;
    }

    /// <summary>输电工程|甘肃段: the section of a line belongs to its name.</summary>
    private static int End(NameWords words, SuffixMatch suffix)
    {
        if (suffix.End < words.Text.Length && words.Has(words.WordAt(suffix.End), WordTraits.Place))
        {
            var end = words.EndOfWord(suffix.End);
            if (end < words.Text.Length && words.Text[end] == '段')
            {
                return end + 1;
            }
        }

        return suffix.End;
    }

    /// <summary>Cuts off amounts of money (9.2亿元|建设…), counts (12个|…) and verbs before the name.</summary>
    private static int TrimStart(NameWords words, int start, int end)
    {
        for (var position = start; position < end; position = words.EndOfWord(position))
        {
            var word = words.Word(words.WordAt(position));
            var next = words.EndOfWord(position);
            var isNumbering = position == start && words.Has(words.WordAt(position), WordTraits.Number) && next + 1 < end
                && words.Text[next] is '．' or '.' or '、' && !char.IsAsciiDigit(words.Text[next + 1]);
            if (isNumbering)
            {
                start = next + 1;
            }
            else if (words.Has(words.WordAt(position), WordTraits.Lead) && end - next >= 5 && IsAfterName(words, position, start))
            {
                start = next;
            }
            else if (word is "项目" or "工程" || word.EndsWith("个", StringComparison.Ordinal) || word.EndsWith("元", StringComparison.Ordinal) || word is "美元" or "欧元" or "日元" or "个" or "项" or "家" or "批" or "条" or "名" or "类" or "以上" or "集团")
            {
                start = words.EndOfWord(position);
            }
        }

        while (start < end)
        {
            var word = words.WordAt(start);
            if (!words.Has(word, WordTraits.Lead | WordTraits.Conjunction)
                && !(words.Has(word, WordTraits.Punctuation) && words.Text[start] is not ('“' or '「' or '±'))
                && !s_nameless.TryGet(words.Word(word), out _))
            {
                break;
            }

            start = words.Span(word).End;
        }

        return start;
    }

    /// <summary>“拿地即开工”|保障|项目: what follows the quotation is no name.</summary>
    private static bool HoldsName(NameWords words, int start, int end)
    {
        for (var position = start; position < end; position = words.EndOfWord(position))
        {
            if (!s_nameless.TryGet(words.Word(words.WordAt(position)), out _))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCounted(NameWords words, int position)
    {
        var text = words.Text;
        var end = position;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || NameWordLexicon.IsNumeral(text[end]) || text[end] is '.' or '多' or '余'))
        {
            end++;
        }

        return end > position && end < text.Length && text[end] is '个' or '项' or '家' or '宗' or '批';
    }

    /// <summary>洋山保税港区|建设|…: a verb after the name of the place where something is built.</summary>
    private static bool IsAfterName(NameWords words, int verb, int start)
    {
        if (verb == start || words.Word(words.WordAt(verb)) is not ("建设" or "投资" or "新建" or "兴建" or "建成" or "开发" or "实施" or "推进" or "启动"))
        {
            return false;
        }

        var before = words.WordAt(verb) - 1;
        return words.Has(before, WordTraits.Place) || words.Text[words.Span(before).End - 1] is '区' or '园' or '市' or '县' or '省' || ZoneWords.EndsZone(words.Word(before)) || NamePrefixes.IsBodySuffix(words.Word(before));
    }

    private static bool IsNamed(NameWords words, int start, SuffixMatch suffix, Kind kind)
    {
        int known = 0, length = suffix.Start - start;
        var traits = WordTraits.None;
        for (var position = start; position < suffix.Start; position = words.EndOfWord(position))
        {
            var word = words.WordAt(position);
            traits |= words.Traits(word);
            if (!s_nameless.TryGet(words.Word(word), out _) && !ZoneWords.EndsZone(words.Word(word)) && !words.Has(word, WordTraits.Generic | WordTraits.Conjunction | WordTraits.Punctuation | WordTraits.Number))
            {
                known++;
            }
        }

        // 项目12个 counts projects; “三个一批”项目 and 2023年项目 are kinds of them.
        if (kind == Kind.Project && (IsCounted(words, suffix.End) || words.Text[suffix.Start - 1] is '”' or '年' or '」'))
        {
            return false;
        }

        var closing = words.Text.AsSpan(start, length).LastIndexOfAny('”', '」');
        if (words.Text[start] is '“' or '「' && closing > 0 && !HoldsName(words, start + closing + 1, suffix.Start))
        {
            return false;
        }

        if (kind == Kind.Works && suffix.End - suffix.Start > 2)
        {
            kind = Kind.Project;
        }

        var isSized = (traits & WordTraits.Number) != 0 && length >= 4;
        return kind switch
        {
            Kind.Project => known >= 2 && length >= 4 || (isSized && known >= 1),
            Kind.Works => (isSized || (traits & WordTraits.Place) != 0) && known >= 2 && length >= 4,
            Kind.WorksKind => known >= 1 && length >= 2,
            Kind.Base => known >= 1 && length >= 2 && (isSized || (traits & (WordTraits.Place | WordTraits.Unknown)) != 0 || length >= 4),
            _ => known >= 1 && length >= 4 && (traits & (WordTraits.Place | WordTraits.Unknown)) != 0,
        };
    }
}
