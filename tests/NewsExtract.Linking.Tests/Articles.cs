using System.Collections.Immutable;

namespace NewsExtract.Linking.Tests;

/// <summary>Small invented articles: what each names, and the posts it tells of.</summary>
internal sealed class Articles
{
    private readonly List<LinkArticle> _articles = [];

    public IReadOnlyList<LinkArticle> All => _articles;

    /// <param name="names">Types and names: "ORG 省商务厅", aliases behind a bar: "ORG 山西云岭药业股份有限公司|云岭药业".</param>
    /// <param name="posts">Person, post and body, "陈志远 局长 太原市商务局"; without a body where none is named.</param>
    public Articles Add(string date, string? source, string[] names, params string[] posts)
    {
        var parsed = names.Select(static (text, number) => Parse(text, number)).ToImmutableArray();
        _articles.Add(new LinkArticle(1000 + _articles.Count, _articles.Count, date, source, null)
        {
            Names = parsed,
            Posts = [.. posts.Select(post => ParsePost(post.Split(' '), parsed))],
        });
        return this;
    }

    public Articles WithDateline(string dateline)
    {
        _articles[^1] = _articles[^1] with { Dateline = dateline };
        return this;
    }

    /// <summary>The last article is one of an issue, and its first person wrote it.</summary>
    public Articles By(int person)
    {
        _articles[^1] = _articles[^1] with { Credited = [person] };
        return this;
    }

    public ImmutableArray<LinkedEntity> Link(params LinkDecision[] decisions) => EntityLinker.Link(_articles, decisions);

    /// <summary>Articles, by their place from 0, that a name is linked over: "0,2 1".</summary>
    public string Groups(string name, params LinkDecision[] decisions) => string.Join(' ', Link(decisions)
        .Where(entity => entity.Members.Any(member => member.Name == name))
        .Select(static entity => string.Join(',', entity.Members.Select(static member => member.Article - 1000))));

    public EntityAnchor Anchor(int article, string name) => new(1000 + article, _articles[article].Names.Single(item => item.Name == name).Type, name);

    private static ArticleName Parse(string text, int number)
    {
        var (label, rest) = (text[..text.IndexOf(' ', StringComparison.Ordinal)], text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('|'));
        Assert.True(EntityTypes.TryParse(label, out var type));
        return new ArticleName(number, type, rest[0], [.. rest.Skip(1)]);
    }

    private static ArticlePost ParsePost(string[] parts, ImmutableArray<ArticleName> names) =>
        new(names.Single(name => name.Name == parts[0]).Number, parts[1], parts.Length > 2 ? names.Single(name => name.Name == parts[2]).Number : null);
}
