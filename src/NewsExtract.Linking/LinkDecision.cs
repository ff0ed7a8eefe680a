using System.Collections.Immutable;

namespace NewsExtract.Linking;

/// <summary>What a person decided about links.</summary>
public enum LinkDecisionKind
{
    /// <summary>Both sides are one thing.</summary>
    Merge,

    /// <summary>The first side is one thing, the second another.</summary>
    Split,
}

/// <summary>A person's decision. Of two that contradict each other the later one, with the greater id, holds.</summary>
public sealed record LinkDecision(long Id, LinkDecisionKind Kind, ImmutableArray<EntityAnchor> First, ImmutableArray<EntityAnchor> Second);

/// <summary>An article's entity by what it is called: found again after the article was extracted with other rules.</summary>
public sealed record EntityAnchor(long Article, EntityType Type, string Name)
{
    /// <summary>The place among the article's names of the one that is meant: by its name, or by another name of it where it is called otherwise now.</summary>
    /// <returns><c>null</c> when the article has no such name.</returns>
    public int? FindIn(LinkArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        int? byAlias = null;
        for (var i = 0; i < article.Names.Length; i++)
        {
            var name = article.Names[i];
            if (name.Type != Type)
            {
                continue;
            }

            if (name.Name == Name)
            {
                return i;
            }

            if (name.Aliases.Contains(Name))
            {
                byAlias ??= i;
            }
        }

        return byAlias;
    }
}
