using System.Collections.Immutable;
using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Position;

/// <summary>Who holds which post: each person with each title, once an article.</summary>
internal sealed class PositionExtractor : IFactExtractor
{
    public FactDefinition Definition => PositionDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var discourse = ArticleDiscourse.Of(context);
        var facts = new List<Fact>();
        foreach (var reference in discourse.Persons)
        {
            foreach (var post in reference.Posts)
            {
                var title = context.Mentions[post.Title].Span;
                var organization = post.Organization is { } index ? context.Mentions[index].Span : (TextSpan?)null;
                var evidence = new TextSpan(Math.Min(post.EvidenceStart, Math.Min(title.Start, reference.Name.Start)), Math.Max(reference.Name.End, title.End));
                facts.Add(new FactBuilder(Definition, context.Text)
                    .Surface("person", reference.Name)
                    .Surface("title", title)
                    .Surface("organization", organization)
                    .Build(evidence, new Producer("rule:fact.position.title-name", "1")));
            }
        }

        return Distinct(facts);
    }

    private static List<Fact> Distinct(List<Fact> facts)
    {
        var kept = new List<Fact>();
        foreach (var fact in facts)
        {
            var same = kept.FindIndex(other => other.Find("person")!.Value.Equals(fact.Find("person")!.Value) && other.Find("title")!.Value.Equals(fact.Find("title")!.Value));
            if (same < 0)
            {
                kept.Add(fact);
            }
            else if (kept[same].Find("organization") is null && fact.Find("organization") is not null)
            {
                kept[same] = fact;
            }
        }

        return kept;
    }
}
