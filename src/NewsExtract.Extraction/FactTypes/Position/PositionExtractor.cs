using System.Collections.Immutable;
using NewsExtract.Extraction.Discourse;
using NewsExtract.Extraction.FactTypes.Appointment;
using NewsExtract.Extraction.Rules;

namespace NewsExtract.Extraction.FactTypes.Position;

/// <summary>Who holds which post: each person with each title, once an article.</summary>
internal sealed class PositionExtractor : IFactExtractor
{
    private static readonly Lazy<ImmutableDictionary<string, PositionRule>> s_rules = new(() =>
        RuleFile.Load("FactTypes/Position/position.rules.json", PositionRuleContext.Default.ImmutableArrayPositionRule).ToImmutableDictionary(rule => rule.Id));

    public FactDefinition Definition => PositionDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var discourse = ArticleDiscourse.Of(context);
        var facts = new List<Fact>();
        var given = GivenPosts(discourse);
        var held = new HashSet<TextSpan>();
        var known = new Dictionary<(string Person, string Title), List<int>>();
        foreach (var reference in discourse.Persons)
        {
            foreach (var post in reference.Posts)
            {
                var title = context.Mentions[post.Title].Span;
                if (given.Contains((reference.Name.Of(context.Text.Text).ToString(), title.Of(context.Text.Text).ToString())))
                {
                    context.Trace?.Reject(Definition.Name, title, RejectionReason.OtherType);
                    continue;
                }

                held.Add(title);
                var organization = post.Organization is { } index ? context.Mentions[index].Span : (TextSpan?)null;
                var evidence = new TextSpan(Math.Min(post.EvidenceStart, Math.Min(title.Start, reference.Name.Start)), Math.Max(reference.Name.End, title.End));
                var rule = reference.Inherited ? "shared-title" : title.Start > reference.Name.Start ? "name-title" : "title-name";
                Add(facts, known, context, Rule(rule), reference.Name, title, organization, evidence);
            }
        }

        foreach (var (person, title, organization, evidence) in new CareerReader(discourse, Rule("career")).Read())
        {
            held.Add(title.Span);
            Add(facts, known, context, Rule("career"), person, title.Span, organization?.Span, evidence);
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

    // A newly given post is an appointment alone, also where the story goes on with 新当选的主席李明.
    private static HashSet<(string Person, string Title)> GivenPosts(ArticleDiscourse discourse)
    {
        var text = discourse.Context.Text.Text;
        return
        [
            .. new AppointmentReader(discourse).Read()
                .Where(static draft => draft.Rule.Action != "removed")
                .Select(draft => (draft.Person.Of(text).ToString(), draft.Title.Of(text).ToString())),
        ];
    }

    private static PositionRule Rule(string name) => s_rules.Value["fact.position." + name];

    // A later mention of the same post adds the organisation that the first left out.
    private void Add(List<Fact> facts, Dictionary<(string Person, string Title), List<int>> known, FactContext context, PositionRule rule, TextSpan person, TextSpan title, TextSpan? organization, TextSpan evidence)
    {
        var fact = new FactBuilder(Definition, context.Text)
            .Surface("person", person)
            .Surface("title", title)
            .Surface("organization", organization)
            .Trigger(title)
            .Build(evidence, new Producer("rule:" + rule.Id, "1"));
        var text = context.Text.Text;
        var key = (person.Of(text).ToString(), title.Of(text).ToString());
        if (!known.TryGetValue(key, out var earlier))
        {
            known.Add(key, earlier = []);
        }

        var same = earlier.FindIndex(index => IsSameBody(facts[index].Find("organization")?.Spans[0], organization, text));
        same = same < 0 ? -1 : earlier[same];
        if (same < 0)
        {
            earlier.Add(facts.Count);
            facts.Add(fact);
        }
        else if (facts[same].Find("organization") is null && organization is not null)
        {
            facts[same] = fact;
        }
    }

    // An unnamed body may be any; a short name keeps characters of the long one in their order: 江川城投 of 江川市城市建设投资集团.
    private static bool IsSameBody(TextSpan? left, TextSpan? right, string text)
    {
        if (left is not { } first || right is not { } second)
        {
            return true;
        }

        var shorter = (first.Length <= second.Length ? first : second).Of(text);
        var longer = (first.Length <= second.Length ? second : first).Of(text);
        var at = 0;
        foreach (var character in longer)
        {
            at += at < shorter.Length && shorter[at] == character ? 1 : 0;
        }

        return at == shorter.Length;
    }
}
