using System.Collections.Immutable;
using NewsExtract.Linking.Names;

namespace NewsExtract.Linking;

/// <summary>
/// By what names hang together: those that share no text, directly or through others, and of which none may be short for another, are linked
/// as if the others were not there; persons, as long as the bodies beside them stay the same.
/// </summary>
/// <param name="Text">A type and what a name stands for, or what it is called by elsewhere: <c>ORG 山西省商务厅</c>, <c>PER 陈志远</c>.</param>
/// <param name="Brand">Of firms, <c>full 云岭</c>, and of what may be short for one, <c>short 云岭</c>.</param>
public readonly record struct EntityKey(string Text, string? Brand)
{
    private const string Full = "full ";
    private const string Short = "short ";
    private static readonly string s_body = EntityType.Organization.Label() + " ";

    /// <summary>The brand of those that it may be short for, or that may be short for it.</summary>
    public string? Counterpart => Brand is null ? null : Brand.StartsWith(Full, StringComparison.Ordinal) ? Short + Brand[Full.Length..] : Full + Brand[Short.Length..];

    /// <summary>Whether one of the two may be short for the other.</summary>
    public bool MayBeShort(EntityKey other)
    {
        if (Counterpart is not { } counterpart || counterpart != other.Brand)
        {
            return false;
        }

        var (full, shorter) = counterpart.StartsWith(Short, StringComparison.Ordinal) ? (this, other) : (other, this);
        return Read(shorter) is { } name && Read(full) is { } firm && name.IsShortFor(firm);

        static FirmName? Read(EntityKey key) => FirmName.Read(key.Text[s_body.Length..], 0);
    }

    /// <summary>Of all names of articles, each once.</summary>
    /// <param name="articles">With their homes.</param>
    public static ImmutableArray<EntityKey> Of(IEnumerable<LinkArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var corpus = new LinkCorpus(articles);
        return Of(corpus, corpus.Nodes);
    }

    public static EntityKey OfPerson(string name) => new($"{EntityType.Person.Label()} {NameText.Fold(name)}", null);

    internal static ImmutableArray<EntityKey> Of(LinkCorpus corpus, IEnumerable<LinkNode> nodes)
    {
        var keys = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (node.Name.Type == EntityType.Person)
            {
                keys.TryAdd(OfPerson(node.Name.Name).Text, null);
            }
            else if (node is { Name.Type: not EntityType.Organization, Reading.Key: { } key })
            {
                keys.TryAdd($"{node.Name.Type.Label()} {key}", null);
            }
            else if (node.Reading.Key is { } body)
            {
                keys[s_body + body] = BrandOf(body);
                foreach (var alias in node.Name.Aliases)
                {
                    if (ShortNameLinks.KeyOf(alias, corpus.Articles[node.Article].Home) is { } other)
                    {
                        keys.TryAdd(s_body + other, null);
                    }
                }
            }
        }

        return [.. keys.Select(static key => new EntityKey(key.Key, key.Value))];
    }

    private static string? BrandOf(string key) => FirmName.Read(key, 0) is not { } name ? null
        : name.IsFull ? Full + name.Brand
        : name.MayBeShort ? Short + name.Brand
        : null;
}
