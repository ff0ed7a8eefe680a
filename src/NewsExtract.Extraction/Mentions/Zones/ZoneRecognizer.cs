using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Extraction.Mentions.NameShapes;

namespace NewsExtract.Extraction.Mentions.Zones;

/// <summary>Named development zones, and 经开区, 高新区, 新区 where they stand for one.</summary>
internal sealed class ZoneRecognizer : IMentionRecognizer
{
    private const int Part = 1;
    private const int Bare = 2;
    private static readonly SuffixLexicon s_suffixes = new("Mentions/Zones/zones.lex.txt", "zone", "part", "bare", "bare-if-named");
    private static readonly WordTrie s_bare = new(s_suffixes.Section("bare").Concat(s_suffixes.Section("bare-if-named", 1)));

    private static readonly Producer s_suffix = new("rule:mention.zone-suffix", "1");
    private static readonly Producer s_short = new("rule:mention.zone-bare", "1");

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = NameWords.Of(text, tokens);
        var mentions = new List<Mention>();
        var bare = new List<TextSpan>();
        foreach (var suffix in s_suffixes.Find(words))
        {
            var walk = LeftWalk.From(words, suffix.Start, Crossing.InnerPlaces | Crossing.Ordinals | Crossing.Quotes | Crossing.Levels | Crossing.Routes | Crossing.Zones);
            var start = NameShape.SkipUnits(words, NameShape.TrimStart(words, AfterBuilding(words, walk.Start, suffix.Start), suffix.Start), suffix.Start);
            var shape = NameShape.Of(words, start, suffix.Start);
            if (shape.Length == 0)
            {
                // 全省|综保区, 3家|高新区: zones at large.
                if (suffix.Start > 0 && words.Has(words.WordAt(suffix.Start - 1), WordTraits.Scope | WordTraits.Number))
                {
                    continue;
                }

                bare.Add(new TextSpan(suffix.Start, suffix.End));
            }
            else if (IsNamed(words, shape, suffix))
            {
                mentions.Add(new Mention(EntityType.Zone, new TextSpan(start, suffix.End), s_suffix));
            }
        }

        AddBare(words, bare, mentions);
        foreach (var alias in AliasFinder.Find(words, mentions, allowsBare: false))
        {
            mentions.Add(new Mention(EntityType.Zone, alias, s_short));
        }

        return mentions;
    }

    /// <summary>某站|建设|冷链物流园: what is being built begins after the verb.</summary>
    private static int AfterBuilding(NameWords words, int start, int end)
    {
        for (var position = start; position < end; position = words.EndOfWord(position))
        {
            if (words.Word(words.WordAt(position)) is "建设" or "兴建" or "新建" or "打造" or "建成")
            {
                start = words.EndOfWord(position);
            }
        }

        return start;
    }

    private static bool IsNamed(NameWords words, NameShape shape, SuffixMatch suffix)
    {
        // 国家级经开区, 省级园区: a class of zones.
        var before = words.Text.AsSpan(shape.Start, shape.Length);
        if (shape.Length < 2 || shape.Specific == 0 || before.IndexOf("级", StringComparison.Ordinal) > 0)
        {
            return false;
        }

        var name = words.Text.AsSpan(suffix.Start, suffix.End - suffix.Start);
        if (name is "园区")
        {
            return HoldsZone(words, shape) || (shape.Has(WordTraits.Place) && shape.Length <= 4);
        }

        if (suffix.Kind == Part)
        {
            return shape.Has(WordTraits.Place) || HoldsZone(words, shape) || (name is "示范区" && shape.Has(WordTraits.Unknown) && shape.Length <= 6);
        }

        // 市工业园区 names none; 市 + own name does.
        return shape.Has(WordTraits.Place | WordTraits.Unknown) || name is "高新区" or "经开区" or "综保区" or "新区" or "新片区" or "科学城" or "保税区" or "开发区" or "自由贸易港区" or "综改示范区" or "科学园区" or "科学园"
            || (shape.Length <= 3 && name is "工业园" or "工业园区" or "产业园" or "工业区" && IsAtLineStart(words, shape.Start));
    }

    private static bool IsAtLineStart(NameWords words, int start) => start == 0 || words.Text[start - 1] is '\n' or '。' or '：' or '；';

    private static bool HoldsZone(NameWords words, NameShape shape)
    {
        for (var position = shape.Start; position < shape.End; position = words.EndOfWord(position))
        {
            if (ZoneWords.EndsZone(words.Word(words.WordAt(position))))
            {
                return true;
            }
        }

        return false;
    }

    private static void AddBare(NameWords words, List<TextSpan> bare, List<Mention> mentions)
    {
        var named = mentions.Count;
        if (named == 0)
        {
            return;
        }

        foreach (var span in bare)
        {
            var word = words.Text.AsSpan(span.Start, span.Length);
            if (!s_bare.TryGet(word, out var needsName))
            {
                continue;
            }

            if (needsName == 0 || mentions.Exists(mention => EndsWith(words, mention.Span, span)))
            {
                mentions.Add(new Mention(EntityType.Zone, span, s_short));
            }
        }
    }

    private static bool EndsWith(NameWords words, TextSpan name, TextSpan end) =>
        name.Length > end.Length && words.Text.AsSpan(name.Start, name.Length).EndsWith(words.Text.AsSpan(end.Start, end.Length), StringComparison.Ordinal);
}
