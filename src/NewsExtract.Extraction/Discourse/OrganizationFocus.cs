using System.Collections.Immutable;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Finds the organisation that a bare title or noun speaks of: 公司董事长, 校长.</summary>
internal sealed class OrganizationFocus(FactContext context, QuotationMap quotations)
{
    /// <summary>How many blocks back an organisation may stand.</summary>
    private const int Reach = 2;

    private readonly string _text = context.Text.Text;
    private readonly ImmutableArray<Mention> _mentions = context.Mentions;

    /// <summary>The noun for an organisation that ends at <paramref name="position"/>: 公司董事长.</summary>
    public TextSpan? NounBefore(int position)
    {
        var from = Math.Max(0, position - 4);
        var length = DiscourseLexicon.OrganizationNouns.MatchEnd(_text.AsSpan(from, position - from));
        return length > 0 ? new TextSpan(position - length, position) : null;
    }

    /// <summary>The nearest organisation before that the noun may stand for, or <c>null</c>.</summary>
    public int? Nearest(TextSpan noun) =>
        DiscourseLexicon.OrganizationNouns.TryGet(noun.Of(_text), out var kind) && kind is not null ? Find(noun.Start, kind, Reach) : null;

    /// <summary>The nearest organisation before whose kind has such a title, or <c>null</c>.</summary>
    public int? ForTitle(TextSpan title)
    {
        // 在某公司，高级工程师李明: the sentence sets the scene
        if (SceneOf(title.Start) is { } scene)
        {
            return scene;
        }

        return DiscourseLexicon.TitleKinds.MatchEnd(title.Of(_text), out var kind) > 0 && kind is not (null or "zone")
            ? Find(title.Start, kind, Reach)
            : null;
    }

    private int? SceneOf(int position)
    {
        var text = context.Text;
        var sentence = text.Sentences.IsEmpty ? default : text.Sentences[text.SentenceAt(position)].Span;
        var comma = position - 1;
        if (comma < sentence.Start || _text[comma] != '，')
        {
            return null;
        }

        for (var k = IndexBefore(comma); k >= 0 && _mentions[k].Span.Start >= sentence.Start; k--)
        {
            var mention = _mentions[k];
            if (_text.AsSpan(mention.Span.End, comma - mention.Span.End).Contains('，'))
            {
                return null;
            }

            var opener = mention.Span.Start - 1;
            if (mention.Type == EntityType.Organization && opener >= sentence.Start && (_text[opener] == '在' || EndsWith(opener + 1, "走进") || EndsWith(opener + 1, "来到")))
            {
                return k;
            }
        }

        return null;
    }

    private bool EndsWith(int end, string word) => end >= word.Length && _text.AsSpan(end - word.Length, word.Length).SequenceEqual(word);

    private int? Find(int position, string kind, int reach)
    {
        var block = context.Text.BlockAt(position);
        for (var k = IndexBefore(position); k >= 0; k--)
        {
            var mention = _mentions[k];
            if (context.Text.BlockAt(mention.Span.Start) < block - reach)
            {
                return null;
            }

            if (mention.Type is EntityType.Organization or EntityType.Zone
                && !quotations.IsQuoted(mention.Span.Start)
                && IsOfKind(mention.Span, kind))
            {
                return k;
            }
        }

        return null;
    }

    private bool IsOfKind(TextSpan organization, string kind) =>
        DiscourseLexicon.OrganizationKinds.MatchEnd(organization.Of(_text), out var own) > 0
        && (own == kind || (kind == "company" && own == "factory") || (kind == "factory" && own == "company"));

    private int IndexBefore(int position)
    {
        var k = -1;
        int low = 0, high = _mentions.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Span.End <= position)
            {
                k = middle;
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return k;
    }
}
