using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Extraction.Mentions.NameShapes;

namespace NewsExtract.Extraction.Mentions.Organizations;

/// <summary>
/// Names of bodies: found by their suffix (有限公司, 商务厅, 大学), their left edge by <see cref="LeftWalk"/>, and then
/// their short forms elsewhere in the article.
/// </summary>
internal sealed class OrganizationRecognizer : IMentionRecognizer
{
    private static readonly SuffixLexicon s_suffixes = new(
        OrganizationSuffixes.Assembly, OrganizationSuffixes.Resource, "firm", "trade", "part", "organ", "institute", "media", "body");

    private static readonly Producer s_suffix = new("rule:mention.organization-suffix", "1");
    private static readonly Producer s_head = new("rule:mention.organization-running-head", "1");
    private static readonly Producer s_listed = new("rule:mention.organization-listed", "1");
    private static readonly Producer s_short = new("rule:mention.organization-short", "1");

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = NameWords.Of(text, tokens);
        var mentions = new List<Mention>();
        var firms = new List<TextSpan>();
        foreach (var suffix in s_suffixes.Find(words))
        {
            // 生产部|部长 is one title: the department is no end of a name.
            if (words.EndOfWord(suffix.End - 1) > suffix.End && words.Has(words.WordAt(suffix.End - 1), WordTraits.Title))
            {
                continue;
            }

            for (var kind = OrganizationKind.Firm; kind <= OrganizationKind.Body; kind++)
            {
                if ((suffix.Kinds & (1 << (int)kind)) == 0 || Name(words, suffix, kind) is not { } span)
                {
                    continue;
                }

                mentions.Add(new Mention(EntityType.Organization, span, s_suffix));
                if (kind == OrganizationKind.Firm && IsCompany(words, suffix))
                {
                    firms.Add(span);
                }
            }
        }

        foreach (var span in BareHeads.Find(words, mentions))
        {
            mentions.Add(new Mention(EntityType.Organization, span, s_short));
        }

        foreach (var span in RunningHeads.Find(text))
        {
            mentions.Add(new Mention(EntityType.Organization, span, s_head));
        }

        foreach (var span in ListedFirms.Find(words))
        {
            mentions.Add(new Mention(EntityType.Organization, span, s_listed));
        }

        foreach (var span in AliasFinder.Find(words, mentions, allowsBare: true))
        {
            mentions.Add(new Mention(EntityType.Organization, span, s_short));
        }

        foreach (var span in FirmShortNames.Find(words, firms))
        {
            mentions.Add(new Mention(EntityType.Organization, span, s_short));
        }

        return mentions;
    }

    private static bool IsCompany(NameWords words, SuffixMatch suffix)
    {
        var name = words.Text.AsSpan(suffix.Start, suffix.End - suffix.Start);
        return name.EndsWith("公司", StringComparison.Ordinal) || name.EndsWith("集团", StringComparison.Ordinal) || name is "株式会社" or "厂" or "总厂" or "实业";
    }

    /// <summary>母基金 of a zone: a fund may be called after a zone or a body.</summary>
    private static bool IsFund(NameWords words, SuffixMatch suffix) =>
        words.Text.AsSpan(suffix.Start, suffix.End - suffix.Start) is var name
        && (name.EndsWith("基金", StringComparison.Ordinal) || name.EndsWith("资金", StringComparison.Ordinal) || name.EndsWith("学金", StringComparison.Ordinal));

    private static TextSpan? Name(NameWords words, SuffixMatch suffix, OrganizationKind kind)
    {
        if (kind == OrganizationKind.Body)
        {
            return words.StartsWord(suffix.Start) ? new TextSpan(suffix.Start, suffix.End) : null;
        }

        var crossing = kind switch
        {
            OrganizationKind.Firm or OrganizationKind.Trade when !IsFund(words, suffix) => Crossing.Ordinals | Crossing.Persons,
            _ => Crossing.Ordinals | Crossing.Bodies | Crossing.Zones | (kind is OrganizationKind.Firm ? Crossing.Persons : Crossing.None),
        };
        var walk = LeftWalk.From(words, suffix.Start, crossing);
        var start = OrganizationShape.TrimStart(words, walk.Start, suffix.Start);
        var shape = OrganizationShape.Of(words, start, suffix);
        return shape.Accepts(kind) ? new TextSpan(start, suffix.End) : null;
    }
}
