using System.Collections.Immutable;
using NewsExtract.Extraction.Discourse;
using NewsExtract.Extraction.Rules;

namespace NewsExtract.Extraction.FactTypes.Position;

/// <summary>Who holds which post: each person with each title.</summary>
internal sealed class PositionExtractor : IFactExtractor
{
    private static readonly Lazy<ImmutableDictionary<string, PositionRule>> s_rules = new(() =>
        RuleFile.Load("FactTypes/Position/position.rules.json", PositionRuleContext.Default.ImmutableArrayPositionRule).ToImmutableDictionary(rule => rule.Id));

    public FactDefinition Definition => PositionDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var discourse = ArticleDiscourse.Of(context);
        var facts = new List<Fact>();
        var held = new HashSet<TextSpan>();
        foreach (var reference in discourse.Persons)
        {
            foreach (var post in reference.Posts)
            {
                var title = context.Mentions[post.Title].Span;
                held.Add(title);
                var organization = post.Organization is { } index ? context.Mentions[index].Span : (TextSpan?)null;
                var evidence = new TextSpan(Math.Min(post.EvidenceStart, Math.Min(title.Start, reference.Name.Start)), Math.Max(reference.Name.End, title.End));
                var rule = reference.Inherited ? "shared-title" : title.Start > reference.Name.Start ? "name-title" : "title-name";
                facts.Add(Build(context, Rule(rule), reference.Name, title, organization, evidence));
            }
        }

        foreach (var (person, title, organization, evidence) in new CareerReader(discourse, Rule("career")).Read())
        {
            held.Add(title.Span);
            facts.Add(Build(context, Rule("career"), person, title.Span, organization?.Span, evidence));
        }

        if (context.Trace is { } trace)
        {
            foreach (var title in context.Mentions.Where(mention => mention.Type == EntityType.Title && !held.Contains(mention.Span)))
            {
                trace.Missing(Definition.Name, title.Span, "person");
            }
        }

        return facts;
    }

    private static PositionRule Rule(string name) => s_rules.Value["fact.position." + name];

    private Fact Build(FactContext context, PositionRule rule, TextSpan person, TextSpan title, TextSpan? organization, TextSpan evidence) =>
        new FactBuilder(Definition, context.Text)
            .Surface("person", person)
            .Surface("title", title)
            .Surface("organization", organization)
            .Trigger(title)
            .Build(evidence, new Producer("rule:" + rule.Id, "1"));
}
