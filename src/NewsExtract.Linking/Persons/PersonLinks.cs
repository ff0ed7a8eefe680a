using NewsExtract.Linking.Graph;
using NewsExtract.Linking.Names;

namespace NewsExtract.Linking.Persons;

/// <summary>
/// Links persons of one name by what they share: a body, a post with its place, then a place, then who is named beside them. A name alone
/// links nobody, and what is less than a shared body gives way to posts in far places, or in two bodies, of one year.
/// </summary>
internal sealed class PersonLinks(LinkCorpus corpus)
{
    /// <summary>Evidence from here on needs no agreement of the careers.</summary>
    private const double Sure = 0.9;

    private const double Least = 0.65;
    private const double Body = 0.95;
    private const double Post = 0.93;
    private const double Paper = 0.9;
    private const double LocalPost = 0.78;
    private const double Place = 0.72;
    private const double NamedBody = 0.8;
    private const double NamedPlace = 0.7;

    /// <summary>Many people have the same name of two characters, so that a place alone does not tell them apart.</summary>
    private const double OfShortName = 0.9;

    private readonly Dictionary<int, Career> _careers = [];

    private readonly Dictionary<int, List<HeldPost>> _posts = [];
    private readonly HashSet<int> _credited = [];

    /// <summary>Whether two sets may become one by evidence of that confidence.</summary>
    public bool MayJoin(int one, int other, double confidence) =>
        confidence >= Sure || !_careers.TryGetValue(one, out var first) || !_careers.TryGetValue(other, out var second)
        || !(first.IsFarFrom(second) || (confidence < LocalPost && first.IsBusyElsewhere(second)));

    public void Joined(int whole, int part)
    {
        if (_careers.Remove(part, out var added))
        {
            if (_careers.TryGetValue(whole, out var career))
            {
                career.Add(added);
            }
            else
            {
                _careers.Add(whole, added);
            }
        }
    }

    public void Add(LinkGraph graph)
    {
        ReadArticles(graph);
        var blocks = Enumerable.Range(0, corpus.Nodes.Length)
            .Where(node => corpus.Nodes[node].Name.Type == EntityType.Person)
            .GroupBy(node => NameText.Fold(corpus.Nodes[node].Name.Name), StringComparer.Ordinal)
            .Select(static block => (Name: block.Key, Nodes: block.ToList()))
            .Where(static block => block.Nodes.Count > 1)
            .ToList();
        foreach (var (name, nodes) in blocks)
        {
            AddPosts(graph, name, nodes);
        }

        graph.Settle();
        foreach (var (name, nodes) in blocks)
        {
            AddPlaces(graph, name, nodes);
        }

        graph.Settle();
        var companions = new Companions(corpus, graph);
        foreach (var (name, nodes) in blocks)
        {
            AddCompanions(graph, companions, name, nodes);
        }

        graph.Settle();
    }

    private void ReadArticles(LinkGraph graph)
    {
        foreach (var article in corpus.Articles)
        {
            foreach (var number in article.Article.Credited)
            {
                if (article.NodeOf(number) is { } credited)
                {
                    _credited.Add(credited);
                }
            }

            foreach (var post in article.Article.Posts)
            {
                if (article.NodeOf(post.Person) is not { } person || corpus.Nodes[person].Name.Type != EntityType.Person)
                {
                    continue;
                }

                var held = Read(graph, article, post);
                Of(_posts, person).Add(held);
                Of(_careers, graph.Find(person)).Add(held);
            }
        }
    }

    private HeldPost Read(LinkGraph graph, OrderedArticle article, ArticlePost post)
    {
        var title = NameText.Fold(post.Title);
        if (post.Body is { } number && article.NodeOf(number) is { } body && corpus.Nodes[body] is { Name.Type: not EntityType.Person } node)
        {
            var name = NameText.Fold(node.Reading.FullName);
            var place = PlaceName.Read(name);
            var isOfPlace = node.Name.Type == EntityType.GeoPolitical || (place.Length > 0 && Governs(name[place.Length..]));
            return new HeldPost(article.Year, title, graph.Find(body), place.Length > 0 ? place.FullName : node.Name.Type == EntityType.GeoPolitical ? name : null, isOfPlace);
        }

        // 市长 without a city is the one of the paper's.
        var level = LevelName.Read(title);
        return new HeldPost(article.Year, title, null, level.Length > 0 ? level.Of(article.Home) : null, level.Length > 0);
    }

    private static bool Governs(string organ) => organ is "委" or "市委" or "省委" or "县委" or "区委" or "人民政府" or "政府" or "市政府" or "省政府" or "县政府" or "区政府";

    private void AddPosts(LinkGraph graph, string name, List<int> nodes)
    {
        var groups = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        var judged = new Dictionary<string, (string Reason, double Confidence)>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            foreach (var (key, reason, confidence) in Shared(node))
            {
                var group = Of(groups, key);
                if (group.Count == 0 || group[^1] != node)
                {
                    group.Add(node);
                }

                judged[key] = judged.TryGetValue(key, out var before) && before.Confidence < confidence ? before : (reason, Weigh(name, confidence));
            }
        }

        foreach (var (key, group) in groups)
        {
            var (reason, confidence) = judged[key];
            if (confidence >= Least)
            {
                graph.AddGroup(group, (_, _) => (reason, confidence));
            }
        }
    }

    /// <summary>What a person has that another of the same name may have too.</summary>
    private IEnumerable<(string Key, string Reason, double Confidence)> Shared(int node)
    {
        var article = corpus.Articles[corpus.Nodes[node].Article];
        if (_credited.Contains(node))
        {
            if (article.Paper is { } paper)
            {
                yield return ($"credit {paper}", LinkReasons.SameOrganisation, Paper);
            }
            else if (article.Home.Area is { } town)
            {
                yield return ($"credit in {town}", LinkReasons.SamePlace, Place);
            }
        }

        foreach (var post in _posts.GetValueOrDefault(node, []))
        {
            if (post.Body is { } body)
            {
                var isPlace = corpus.Nodes[body].Name.Type == EntityType.GeoPolitical;
                yield return isPlace
                    ? (FormattableString.Invariant($"post {post.Title} {body}"), LinkReasons.SamePost, Post)
                    : (FormattableString.Invariant($"body {body}"), LinkReasons.SameOrganisation, Body);
            }
            else if (post.Place is { } place)
            {
                yield return ($"place {post.Title} {place}", LinkReasons.SamePost, Math.Round(Post * article.Home.Confidence, 3));
            }
            else if (IsOfTheNation(post.Title))
            {
                yield return ($"title {post.Title}", LinkReasons.SamePost, Post);
            }
            else if (post.IsOffice && article.Home.Area is { } area)
            {
                yield return ($"local {post.Title} {area}", LinkReasons.SamePost, LocalPost);
            }
        }
    }

    private static bool IsOfTheNation(string title) =>
        title.StartsWith("国家", StringComparison.Ordinal) || title.StartsWith("国务", StringComparison.Ordinal) || title.StartsWith("全国", StringComparison.Ordinal)
        || title.StartsWith("中央", StringComparison.Ordinal) || title.StartsWith("中共中央", StringComparison.Ordinal);

    /// <summary>Offices of one city or county.</summary>
    private void AddPlaces(LinkGraph graph, string name, List<int> nodes)
    {
        var confidence = Weigh(name, Place);
        if (confidence < Least)
        {
            return;
        }

        var groups = new SortedDictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        foreach (var root in nodes.Select(graph.Find).Distinct())
        {
            foreach (var post in _careers.TryGetValue(root, out var career) ? career.Posts : [])
            {
                foreach (var place in post is { IsOffice: true, Place: { } given } ? PlaceName.TownsOf(given) : [])
                {
                    Of(groups, place).Add(root);
                }
            }
        }

        foreach (var group in groups.Values)
        {
            int[] roots = [.. group];
            for (var i = 0; i < roots.Length; i++)
            {
                for (var j = i + 1; j < roots.Length; j++)
                {
                    graph.Add(roots[i], roots[j], LinkReasons.SamePlace, confidence);
                }
            }
        }
    }

    /// <summary>Persons of whom no post is told: by the one of their name with a post in what their article names, else by what few articles name.</summary>
    private void AddCompanions(LinkGraph graph, Companions companions, string name, List<int> nodes)
    {
        var known = nodes.Select(graph.Find).Distinct().Where(_careers.ContainsKey).Select(root => (Root: root, _careers[root].Posts)).ToList();
        var left = new SortedDictionary<int, List<int>>();
        foreach (var node in nodes.Where(node => !_credited.Contains(node) && !_careers.ContainsKey(graph.Find(node))))
        {
            var article = corpus.Nodes[node].Article;
            var bodies = companions.BodiesOf(article);
            var places = companions.PlacesOf(article);
            var (reason, confidence) = (LinkReasons.NamedTogether, Weigh(name, NamedBody));
            var fitting = known.Where(one => one.Posts.Any(post => post.Body is { } body && bodies.Contains(body))).ToList();
            if (fitting.Count == 0)
            {
                confidence = Weigh(name, NamedPlace);
                fitting = [.. known.Where(one => one.Posts.Any(post => post.Place is { } place && places.Contains(place)))];
            }

            if (fitting is [var only] && confidence >= Least)
            {
                graph.Add(only.Root, node, reason, confidence);
                continue;
            }

            foreach (var body in fitting.Count > 0 ? [] : bodies.Where(companions.IsRare))
            {
                Of(left, body).Add(node);
            }
        }

        foreach (var group in left.Values)
        {
            graph.AddGroup(group, (_, _) => (LinkReasons.NamedTogether, Weigh(name, NamedPlace)));
        }
    }

    private static double Weigh(string name, double confidence) => name.Length > 2 ? confidence : Math.Round(confidence * OfShortName, 3);

    private static TValue Of<TKey, TValue>(IDictionary<TKey, TValue> values, TKey key)
        where TValue : new()
    {
        if (!values.TryGetValue(key, out var value))
        {
            values.Add(key, value = new TValue());
        }

        return value;
    }
}
