using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Extraction.Mentions.NameShapes;

namespace NewsExtract.Extraction.Mentions.Facilities;

/// <summary>Named buildings, venues, stations, roads, ports and plants.</summary>
internal sealed class FacilityRecognizer : IMentionRecognizer
{
    private const string File = "Mentions/Facilities/facilities.lex.txt";
    private static readonly SuffixLexicon s_suffixes = new(File, "venue", "transport", "plant", "nameless");
    private static readonly WordTrie s_nameless = new(
        LexiconFile.Read(typeof(FacilityRecognizer).Assembly, File)
            .Where(entry => entry.Section == "nameless")
            .Select(entry => KeyValuePair.Create(entry.Word, 0)));

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

            var crossing = Crossing.Ordinals | Crossing.InnerPlaces | Crossing.Zones | Crossing.Quotes
                | (kind == Kind.Transport ? Crossing.Routes | Crossing.Numbers : Crossing.Bodies);
            var walk = LeftWalk.From(words, suffix.Start, crossing);
            var start = NameShape.TrimStart(words, walk.Start, suffix.Start);
            var shape = NameShape.Of(words, start, suffix.Start);
            if (IsNamed(words, shape, suffix, kind))
            {
                mentions.Add(new Mention(EntityType.Facility, new TextSpan(start, End(words, suffix)), s_producer));
            }
        }

        return mentions;
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
        var whole = words.Text.AsSpan(shape.Start, suffix.End - shape.Start);
        if (shape.Length == 0 || s_nameless.TryGet(whole, out _) || whole.Length < 3)
        {
            return false;
        }

        var isOwn = shape.Has(WordTraits.Place | WordTraits.Unknown);
        if (length == 1)
        {
            // 杨高|路, 拉萨西|站, 钦州|港: one character needs a short name right before it and a word end after it.
            return isOwn && shape.Specific > 0 && shape.Length is >= 2 and <= 5 && !s_nameless.TryGet(words.Text.AsSpan(suffix.Start - 1, 2), out _)
                && !shape.Has(WordTraits.Generic | WordTraits.Number);
        }

        if (kind == Kind.Venue)
        {
            return (isOwn || shape.Has(WordTraits.Level)) && shape.Length >= 1 && (shape.Specific > 0 || shape.Has(WordTraits.Level));
        }

        return isOwn && shape.Specific > 0 && shape.Length >= 2;
    }
}
