using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Extraction.Mentions.NameShapes;

namespace NewsExtract.Extraction.Mentions.Zones;

/// <summary>Named development zones, and 经开区, 高新区, 新区 where they stand for one.</summary>
internal sealed class ZoneRecognizer : IMentionRecognizer
{
    private const string File = "Mentions/Zones/zones.lex.txt";
    private const int Part = 1;
    private const int Bare = 2;
    private static readonly SuffixLexicon s_suffixes = new(File, "zone", "part", "bare", "bare-if-named");
    private static readonly WordTrie s_bare = new(
        LexiconFile.Read(typeof(ZoneRecognizer).Assembly, File)
            .Where(entry => entry.Section.StartsWith("bare", StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(entry.Word, entry.Section == "bare" ? 0 : 1)));

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
            var start = NameShape.TrimStart(words, walk.Start, suffix.Start);
            var shape = NameShape.Of(words, start, suffix.Start);
            if (shape.Length == 0)
            {
                bare.Add(new TextSpan(suffix.Start, suffix.End));
            }
            else if (IsNamed(words, shape, suffix))
            {
                mentions.Add(new Mention(EntityType.Zone, new TextSpan(start, suffix.End), s_suffix));
            }
        }

        AddBare(words, bare, mentions);
        return mentions;
    }

    private static bool IsNamed(NameWords words, NameShape shape, SuffixMatch suffix)
    {
        // 国家级经开区, 省级园区: a class of zones.
        if (shape.Length < 2 || shape.Specific == 0 || (words.Has(words.WordAt(shape.Start), WordTraits.Generic) && words.Word(words.WordAt(shape.Start)).EndsWith("级", StringComparison.Ordinal)))
        {
            return false;
        }

        var name = words.Text.AsSpan(suffix.Start, suffix.End - suffix.Start);
        if (suffix.Kind == Part && name is not "园区")
        {
            return shape.Has(WordTraits.Place) || HoldsZone(words, shape) || (name is "示范区" && shape.Has(WordTraits.Unknown) && shape.Length <= 6);
        }

        // 市工业园区 names none; 市 + own name does.
        return shape.Has(WordTraits.Place | WordTraits.Unknown) || name is "高新区" or "经开区" or "综保区" or "新区" or "新片区" or "科学城" or "保税区" or "开发区";
    }

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
