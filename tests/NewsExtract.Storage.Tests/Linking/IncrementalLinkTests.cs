using System.Globalization;
using NewsExtract.Batch.Steps;

namespace NewsExtract.Storage.Tests.Linking;

/// <summary>Linking what has changed gives the rows that linking all gives, whatever came, went and was decided in which order.</summary>
[Collection(StoreCollection.Name)]
public class IncrementalLinkTests(StoreDatabases databases)
{
    private const int Worlds = 12;

    private static readonly string[] s_rows =
    [
        "SELECT id || '|' || type || '|' || name || '|' || members || '|' || COALESCE(first_date, '') || '|' || COALESCE(last_date, '') || '|' || bodies FROM entities ORDER BY 1",
        "SELECT name || '|' || entity FROM entity_names ORDER BY 1",
        "SELECT article || '|' || number || '|' || entity || '|' || place || '|' || COALESCE(reason, '') || '|' || COALESCE(confidence, 0) || '|' || COALESCE(partner_article, 0) || '|' || COALESCE(partner_number, 0) FROM entity_members ORDER BY 1",
        "SELECT text || '|' || entity || '|' || COALESCE(brand, '') FROM entity_keys ORDER BY 1",
        "SELECT article || '|' || document || '|' || COALESCE(date, '') || '|' || COALESCE(province, '') || '|' || COALESCE(city, '') || '|' || COALESCE(county, '') || '|' || confidence || '|' || COALESCE(paper, '') FROM article_homes ORDER BY 1",
    ];

    public static TheoryData<StoreKind, int, bool> Histories => new()
    {
        { StoreKind.Sqlite, 1, false },
        { StoreKind.Sqlite, 2, true },
    };

    [Theory, MemberData(nameof(Histories))]
    public void Whatever_comes_goes_and_is_decided_the_rows_are_those_of_linking_all(StoreKind kind, int seed, bool decides) => Run(kind, seed, decides, steps: 25);

    [Theory, OnPostgreSql]
    public void On_a_server_too_the_rows_are_those_of_linking_all(StoreKind kind) => Run(kind, seed: 3, decides: true, steps: 8);

    [Theory, OnSqlite, OnPostgreSql]
    public void Persons_of_other_articles_are_one_once_their_bodies_are(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = temporary.Store;
        store.Save(Of("a.txt", "陈志远", "晋机"));
        store.Save(Of("b.txt", "陈志远", "太原云岭机械有限公司"));
        foreach (var place in (string[])["成都市", "南京市", "济南市", "长沙市", "武汉市", "杭州市", "福州市", "昆明市"])
        {
            store.Save(Samples.Document($"{place}.txt", person: "王" + place[..2], place: place));
        }

        Link(temporary);
        Assert.Equal(2, store.FindEntities("陈志远").Count);

        store.Save(Of("c.txt", "李秀兰", "太原云岭机械有限公司", "晋机"));

        Assert.DoesNotContain("all names", Link(temporary), StringComparison.Ordinal);
        Assert.Single(store.FindEntities("陈志远"));
    }

    private static DocumentEntry Of(string name, string person, string body, params string[] aliases)
    {
        var document = Samples.Document(name, person: person, place: body);
        var record = document.Articles[0];
        return document with { Articles = [record with { Entities = [record.Entities[0] with { Type = "ORG", Aliases = [.. aliases] }, .. record.Entities.Skip(1)] }] };
    }

    private void Run(StoreKind kind, int seed, bool decides, int steps)
    {
        var random = new Random(seed);
        using var one = databases.Create(kind);
        using var other = databases.Create(kind);
        var history = new StoreHistory(random, Worlds, decides);
        var parts = 0;
        for (var step = 0; step < steps; step++)
        {
            history.Go([one.Store, other.Store], step == 0 ? 60 : 1 + random.Next(6), isFirst: step == 0);
            var line = Link(one);
            parts += line.Contains("all names", StringComparison.Ordinal) ? 0 : 1;
            LinkAll(other);
            AssertEqual(other, one, string.Create(CultureInfo.InvariantCulture, $"seed {seed}, step {step}: {string.Join("; ", history.Last)}"));
        }

        // Most steps must have been what is tested here.
        Assert.InRange(parts, steps / 2, steps);
        using var fresh = databases.Create(kind);
        history.Replay(fresh.Store, one.Store);
        LinkAll(fresh);
        AssertEqual(fresh, one, "all at once");
    }

    private static string Link(TemporaryStore store) => new EntityStep().Run(store.Store, CancellationToken.None) ?? "nothing";

    private static void LinkAll(TemporaryStore store)
    {
        store.Execute("DELETE FROM derivations WHERE name = 'entities'");
        Assert.Contains("all names", Link(store), StringComparison.Ordinal);
    }

    private static void AssertEqual(TemporaryStore expected, TemporaryStore actual, string what)
    {
        foreach (var sql in s_rows)
        {
            var (wanted, found) = (expected.Query<string>(sql).Order(StringComparer.Ordinal).ToList(), actual.Query<string>(sql).Order(StringComparer.Ordinal).ToList());
            if (!wanted.SequenceEqual(found))
            {
                Assert.Fail($"{what}\nmissing:\n{string.Join('\n', wanted.Except(found).Take(20))}\nwrong:\n{string.Join('\n', found.Except(wanted).Take(20))}");
            }
        }
    }
}
