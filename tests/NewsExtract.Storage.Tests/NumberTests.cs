using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage.Tests;

/// <summary>Figures over time and facts that wait for a review, alike in both databases.</summary>
[Collection(StoreCollection.Name)]
public class NumberTests(StoreDatabases databases)
{
    private static readonly NumberKind s_statistic = NumberKind.All[0];
    private static readonly NumberKind s_investment = NumberKind.All[3];

    [Theory, OnSqlite, OnPostgreSql]
    public void Series_are_told_with_their_units_the_most_frequent_first(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        Fill(temporary.Store);

        Assert.Equal(["产值: 3, 元 美元", "企业: 1, 家"], temporary.Store.FindSeries(s_statistic).Select(static series => $"{series.Name}: {series.Facts}, {string.Join(' ', series.Units)}"));
        Assert.Equal(["项目: 2, CNY USD"], temporary.Store.FindSeries(s_investment).Select(static series => $"{series.Name}: {series.Facts}, {string.Join(' ', series.Units)}"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Points_stand_at_their_period_else_at_their_issue(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        Fill(temporary.Store);

        var points = temporary.Store.FindPoints(s_statistic, "产值", new NewsFilter());

        Assert.Equal(["2022-12-31 False 100 元", "2023-12-01 True 120 元", " False 5 美元"], points.Select(static point => FormattableString.Invariant($"{point.Day} {point.OfArticle} {point.Value} {point.Unit}")));
        Assert.Equal(["100"], temporary.Store.FindPoints(s_statistic, "产值", new NewsFilter { From = "2022-01-01", To = "2022-12-31" }).Select(static point => FormattableString.Invariant($"{point.Value}")));
        Assert.Equal(["CNY", "USD"], temporary.Store.FindPoints(s_investment, "项目", new NewsFilter()).Select(static point => point.Unit).Order(StringComparer.Ordinal));
        Assert.Empty(temporary.Store.FindPoints(s_statistic, "无", new NewsFilter()));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_something_rose_by_is_told_apart_from_its_level(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        temporary.Store.Save(Figures("a.txt", "2023-02-01", ("statistic", [("indicator", "产值"), ("unit", "元"), ("value", 100)]), ("statistic", [("indicator", "产值"), ("unit", "元"), ("value", 7), ("change", "up")])));

        Assert.Equal(["100 ", "7 up"], temporary.Store.FindPoints(s_statistic, "产值", new NewsFilter()).Select(static point => FormattableString.Invariant($"{point.Value} {point.Change}")));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Facts_are_found_by_their_places_in_the_order_that_is_asked_for(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        Fill(temporary.Store);
        var facts = temporary.Store.FindFacts(new NewsFilter());
        (long, int)[] places = [(facts[2].Article, facts[2].Number), (1, 0), (facts[0].Article, facts[0].Number)];

        var found = temporary.Store.FindFacts(places);

        Assert.Equal([facts[2].Id, facts[0].Id], found.Select(static fact => fact.Id));
        Assert.Equal(facts[2].Arguments.AsEnumerable(), found[0].Arguments);
        Assert.Equal(facts.Count, temporary.Store.FindOpenFacts().Count);
    }

    private static void Fill(NewsStore store)
    {
        store.Save(Figures("a.txt", "2023-02-01", ("statistic", [("indicator", "产值"), ("unit", "元"), ("value", 100), ("period", "2022")])));
        store.Save(Figures("b.txt", "2023-12-01", ("statistic", [("indicator", "产值"), ("unit", "元"), ("value", 120)]), ("statistic", [("indicator", "企业"), ("unit", "家"), ("value", 3)])));
        store.Save(Figures("c.txt", null, ("statistic", [("indicator", "产值"), ("unit", "美元"), ("value", 5)]), ("investment", [("target", "项目"), ("value", 7)]), ("investment", [("target", "项目"), ("value", 8), ("currency", "USD")])));
    }

    private static DocumentEntry Figures(string name, string? date, params (string Type, (string Role, object Value)[] Roles)[] facts)
    {
        var sample = Samples.Document(name, date: date);
        var record = sample.Articles[0];
        return sample with
        {
            Articles =
            [
                record with
                {
                    Facts =
                    [
                        .. facts.Select((fact, place) => record.Facts[0] with
                        {
                            Id = FormattableString.Invariant($"f{place + 1}"),
                            Type = fact.Type,
                            Roles = fact.Roles.ToDictionary(static role => role.Role, static role => role.Value is int number ? (ArgumentValue)new ArgumentValue.Number(number) : new ArgumentValue.Text((string)role.Value)),
                            RoleSpans = new Dictionary<string, System.Collections.Immutable.ImmutableArray<TextSpan>>(),
                        }),
                    ],
                },
            ],
        };
    }
}
