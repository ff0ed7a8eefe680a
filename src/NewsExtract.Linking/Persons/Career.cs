using NewsExtract.Linking.Names;

namespace NewsExtract.Linking.Persons;

/// <summary>A post as far as it tells one person from another of the same name.</summary>
/// <param name="Year">Of the article; <c>null</c> when no date is known.</param>
/// <param name="Body">The least node of the body that it is in; <c>null</c> when the article names none.</param>
/// <param name="Place">Of the body, in full.</param>
/// <param name="IsOfPlace">The body is the place itself, or what governs it.</param>
internal readonly record struct HeldPost(int? Year, string Title, int? Body, string? Place, bool IsOfPlace)
{
    // 局长, 书记, 主任: who has such a post goes on to others of the same place. Teachers and workers do not.
    private static readonly string[] s_offices = ["长", "书记", "主任", "主席", "常委", "委员", "专员", "巡视员", "调研员"];

    public bool IsOffice
    {
        get
        {
            var title = Title;
            return Array.Exists(s_offices, office => title.EndsWith(office, StringComparison.Ordinal));
        }
    }
}

/// <summary>The posts of all that has been joined so far.</summary>
internal sealed class Career
{
    private readonly HashSet<HeldPost> _posts = [];

    public IReadOnlyCollection<HeldPost> Posts => _posts;

    public void Add(HeldPost post) => _posts.Add(post);

    public void Add(Career other) => _posts.UnionWith(other._posts);

    /// <summary>Whether in one year the two have posts in places of which neither lies in the other, and none that do.</summary>
    public bool IsFarFrom(Career other)
    {
        var hasYear = false;
        foreach (var (one, another) in SameYear(other))
        {
            if (one.Place is null || another.Place is null)
            {
                continue;
            }

            if (PlaceName.LiesIn(one.Place, another.Place) || PlaceName.LiesIn(another.Place, one.Place))
            {
                return false;
            }

            hasYear = true;
        }

        return hasYear;
    }

    /// <summary>Whether in one year the two have posts in different bodies, neither of which governs their place.</summary>
    public bool IsBusyElsewhere(Career other) =>
        SameYear(other).Any(static pair => pair.One is { Body: not null, IsOfPlace: false } && pair.Other is { Body: not null, IsOfPlace: false } && pair.One.Body != pair.Other.Body);

    private IEnumerable<(HeldPost One, HeldPost Other)> SameYear(Career other) =>
        from one in _posts
        from another in other._posts
        where one.Year is not null && one.Year == another.Year
        select (one, another);
}
