using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Extraction.Mentions.NameShapes;

namespace NewsExtract.Extraction.Mentions.Facilities;

/// <summary>Named buildings, venues, stations, roads, ports and plants.</summary>
internal sealed class FacilityRecognizer : IMentionRecognizer
{
    private static readonly SuffixLexicon s_suffixes = new("Mentions/Facilities/facilities.lex.txt", "venue", "transport", "plant", "nameless");
    private static readonly WordTrie s_nameless = new(s_suffixes.Section("nameless"));

    private static readonly Producer s_alias = new("rule:mention.facility-alias", "1");
    private static readonly Producer s_producer = new("rule:mention.facility-suffix", "1");

    private enum Kind
    {
        Venue,
        Transport,
        Plant,
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

            var crossing = Crossing.Ordinals | Crossing.InnerPlaces | Crossing.Zones
                | (kind == Kind.Transport ? Crossing.Routes | Crossing.Numbers : Crossing.Bodies);
            var walk = LeftWalk.From(words, suffix.Start, crossing);
            var start = NameShape.SkipUnits(words, TrimStart(words, NameShape.TrimStart(words, walk.Start, suffix.Start), suffix.Start), suffix.Start);
            var shape = NameShape.Of(words, start, suffix.Start);
            if (IsNamed(words, shape, suffix, kind))
            {
                mentions.Add(new Mention(EntityType.Facility, new TextSpan(start, End(words, suffix)), s_producer));
            }
        }

        foreach (var alias in AliasFinder.Find(words, mentions, allowsBare: false))
        {
            mentions.Add(new Mention(EntityType.Facility, alias, s_alias));
        }

        return mentions;
    }

    /// <summary>控制性工程|某隧道, 中游|某水电站.</summary>
    private static int TrimStart(NameWords words, int start, int end)
    {
        for (var position = start; position < end; position = words.EndOfWord(position))
        {
            var word = words.WordAt(position);
            if ((words.Has(word, WordTraits.Number) && words.Word(word)[^1] is '座' or '条' or '个' or '处') || words.Word(word) is "座" or "条" or "处")
            {
                start = words.Span(word).End;
            }
            else if (words.Word(words.WordAt(position)) is "工程" or "项目" or "中游" or "上游" or "下游" or "境内" or "附近" or "集团")
            {
                start = words.EndOfWord(position);
            }
        }

        return start;
    }

    /// <summary>铁路|湛江段, 公路|黄山头镇段, 码头|三期: the section or phase belongs to the name.</summary>
    private static int End(NameWords words, SuffixMatch suffix)
    {
        var text = words.Text;
        for (var i = suffix.End; i < Math.Min(text.Length, suffix.End + 6); i++)
        {
            if (text[i] == '段' && i > suffix.End + 1 && words.Has(words.WordAt(suffix.End), WordTraits.Place))
            {
                return i + 1;
            }

            if (!char.IsLetter(text[i]))
            {
                break;
            }
        }

        return suffix.End;
    }

    private static bool IsNamed(NameWords words, NameShape shape, SuffixMatch suffix, Kind kind)
    {
        var length = suffix.End - suffix.Start;
        var before = words.Text.AsSpan(shape.Start, shape.Length);
        var whole = words.Text.AsSpan(shape.Start, suffix.End - shape.Start);
        if (shape.Length == 0 || s_nameless.TryGet(whole, out _) || whole.Length < 3)
        {
            return false;
        }

        var isOwn = shape.Has(WordTraits.Place | WordTraits.Unknown);
        var name = words.Text.AsSpan(suffix.Start, length);
        if (name is "通道" && !(shape.Has(WordTraits.Place) || shape.Length <= 3))
        {
            return false;
        }

        if (name is "泊位" && before.IndexOf('号') < 0)
        {
            return false;
        }

        if (length == 1)
        {
            if (words.Has(words.WordAt(suffix.Start), WordTraits.Place)
                || (name[0] == '站' && before[^1] is not ('东' or '西' or '南' or '北') && !shape.Has(WordTraits.Place))
                || (name[0] == '路' && suffix.End < words.Text.Length && words.Text[suffix.End] is not ('，' or '、' or '。' or '；' or '和' or '与' or '上' or '段' or '两' or '拓' or '等')))
            {
                return false;
            }

            // 杨高|路, 运城北|站, 钦州|港: one character needs a short name right before it and a word end after it.
            return isOwn && shape.Specific > 0 && shape.Length is >= 2 and <= 5 && !s_nameless.TryGet(words.Text.AsSpan(suffix.Start - 1, 2), out _)
                && !shape.Has(WordTraits.Generic | WordTraits.Number);
        }

        if (kind == Kind.Venue)
        {
            // A long word says enough of itself: 海棠|国际酒店, 县府|大礼堂, 第七|货柜中心.
            return ((isOwn || shape.Has(WordTraits.Level)) && (shape.Specific > 0 || shape.Has(WordTraits.Level)))
                || (length >= 3 && (shape.Specific > 0 || shape.Has(WordTraits.Ordinal)) && !shape.Has(WordTraits.Generic));
        }

        if (kind == Kind.Transport && shape.Has(WordTraits.Number) && !shape.Has(WordTraits.Place) && name is "高速" or "铁路" or "高铁" or "隧道" or "大桥")
        {
            return false;
        }

        if (isOwn)
        {
            return shape.Specific > 0 && shape.Length >= 2;
        }

        return shape.Specific > 0 && shape.Length is >= 2 and <= 4 && !shape.Has(WordTraits.Generic | WordTraits.Verb | WordTraits.Lead)
            && name is "高速公路" or "隧道" or "大桥" or "特大桥" or "船闸" or "二线船闸" or "水电站" or "抽水蓄能电站" or "水库" or "变电站" or "风电场";
    }
}
