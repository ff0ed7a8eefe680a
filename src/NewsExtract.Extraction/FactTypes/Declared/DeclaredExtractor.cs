using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Declared;

/// <summary>Finds the facts of a type that a file declares: a trigger, and what stands around it for each role.</summary>
internal sealed class DeclaredExtractor(DeclaredFactType type) : IFactExtractor
{
    private readonly TriggerFinder _triggers = new(type.Triggers);

    public FactDefinition Definition => type.Definition;

    /// <summary>When two of its facts say the same; <c>null</c> where each stands for itself.</summary>
    public FactIdentity? Identity => type.Identity;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        var roles = new RoleFinder(context);
        for (var i = 0; i < context.Text.Sentences.Length; i++)
        {
            if (context.Text.Blocks[context.Text.Sentences[i].Block].Kind is BlockKind.Body or BlockKind.Headline)
            {
                foreach (var match in _triggers.Find(context, context.Text.Sentences[i].Span))
                {
                    if (Read(context, roles, roles.SettingOf(match, i)) is { } fact)
                    {
                        facts.Add(fact);
                    }
                }
            }
        }

        return facts;
    }

    private Fact? Read(FactContext context, RoleFinder finder, RoleFinder.Setting setting)
    {
        var (trigger, span) = (setting.Match.Trigger, setting.Match.Span);
        if (finder.EndsWithAny(span.Start, trigger.NotLed) || finder.StartsWithAny(span.End, trigger.NotFollowed) || finder.HoldsAny(setting, trigger.BlockedBy))
        {
            context.Trace?.Reject(Definition.Name, span, RejectionReason.NotPredicate);
            return null;
        }

        var modality = ArticleDiscourse.Of(context).Modality.Before(span.Start);
        if (modality == Modality.Negated)
        {
            context.Trace?.Reject(Definition.Name, span, RejectionReason.Denied);
            return null;
        }

        var builder = new FactBuilder(Definition, context.Text).Trigger(span, modality);
        var taken = new HashSet<Mention>();
        var evidence = span;
        foreach (var role in type.Roles)
        {
            if (!Fill(builder, finder, role, setting, taken, ref evidence) && role.Definition.Required)
            {
                context.Trace?.Missing(Definition.Name, span, role.Definition.Name);
                return null;
            }
        }

        return builder.Build(evidence, new Producer(type.ProducerOf(trigger), type.Version));
    }

    /// <returns>False when nothing fills the role.</returns>
    private static bool Fill(FactBuilder builder, RoleFinder finder, DeclaredRole role, RoleFinder.Setting setting, HashSet<Mention> taken, ref TextSpan evidence)
    {
        var name = role.Definition.Name;
        foreach (var (set, value) in setting.Match.Trigger.Sets)
        {
            if (set == name)
            {
                builder.Text(name, value, setting.Match.Span);
                return true;
            }
        }

        if (role.Definition.EntityTypes.IsEmpty)
        {
            foreach (var (group, span) in setting.Match.Groups)
            {
                if (group == name)
                {
                    builder.Surface(name, span);
                    return true;
                }
            }

            return false;
        }

        var found = finder.Find(role, setting, taken);
        if (found.Count == 0)
        {
            return false;
        }

        taken.UnionWith(found);
        foreach (var mention in found.Where(mention => setting.Bounds.Contains(mention.Span.Start)))
        {
            evidence = evidence.Cover(mention.Span);
        }

        switch (role.Definition.Kind)
        {
            case RoleKind.List:
                builder.Surfaces(name, [.. found.Select(static mention => mention.Span)]);
                break;
            case RoleKind.Number:
                builder.Number(name, ((NumberValue)found[0].Value!).Value, found[0].Span);
                break;
            case RoleKind.Date:
                builder.Text(name, Occasion.IsoDateOf(found[0]), found[0].Span);
                break;
            default:
                builder.Surface(name, found[0].Span);
                break;
        }

        return true;
    }
}
