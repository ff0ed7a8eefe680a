using NewsExtract.Storage.Migrations;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage.Tests;

/// <summary>Stores of every earlier version become present ones and lose nothing.</summary>
[Collection(StoreCollection.Name)]
public class MigratorTests(StoreDatabases databases)
{
    /// <summary>Rows of version 1, which later versions must still hold.</summary>
    private const string Rows = """
        INSERT INTO documents (id, sha256, name, bytes, status, characters, reading_key, extraction_key, version) VALUES (7, 'ab', 'a.txt', 12, 'complete', 4, 'r', 'x', '0.1.0');
        INSERT INTO inputs (path, document, status) VALUES ('/a.txt', 7, 'stored');
        INSERT INTO articles (id, document, number, headline, status, text) VALUES (8, 7, 0, '太原市', 'complete', '太原市市长李明');
        INSERT INTO facts (article, number, type, evidence, spans, producer) VALUES (8, 0, 'position', '太原市市长李明', '[[0,7]]', 'rule:fact.position@1');
        INSERT INTO arguments (article, fact, role, place, text, spans) VALUES (8, 0, 'person', 0, '李明', '[[5,7]]');
        """;

    private const string Kept = """
        SELECT d.name || '|' || i.path || '|' || a.headline || '|' || f.type || '|' || g.text
        FROM documents d JOIN inputs i ON i.document = d.id JOIN articles a ON a.document = d.id JOIN facts f ON f.article = a.id JOIN arguments g ON g.article = a.id
        """;

    [Theory, OnSqlite, OnPostgreSql]
    public void A_store_of_any_earlier_version_keeps_its_rows(StoreKind kind)
    {
        for (var version = 1; version < Migrator.Current; version++)
        {
            using var temporary = databases.CreateEmpty(kind);
            Migrate(temporary, version);
            Assert.InRange(temporary.Query<int>("SELECT version FROM store_version").Single(), 1, version);
            temporary.Execute(Rows);

            temporary.Store.Save(Samples.Document("b.txt"));

            Assert.Equal([Migrator.Current], temporary.Query<int>("SELECT version FROM store_version"));
            Assert.Contains("a.txt|/a.txt|太原市|position|李明", temporary.Query<string>(Kept));
            Assert.Equal(2, temporary.Query<long>("SELECT COUNT(*) FROM documents").Single());
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Facts_of_an_earlier_version_are_found_by_the_types_of_what_they_name(StoreKind kind)
    {
        using var temporary = databases.CreateEmpty(kind);
        Migrate(temporary, 5);
        temporary.Execute(Rows + """
            INSERT INTO article_entities (article, number, type, name, aliases) VALUES (8, 0, 'PER', '李明', '[]'), (8, 1, 'GPE', '太原市', '[]');
            INSERT INTO arguments (article, fact, role, place, text, spans, entity) VALUES (8, 0, 'organization', 0, '太原市', '[[0,3]]', 1);
            UPDATE arguments SET entity = 0 WHERE role = 'person';
            """);

        Assert.Equal(1, temporary.Store.CountFacts(new NewsFilter { EntityType = "PER" }));
        Assert.Equal(0, temporary.Store.CountFacts(new NewsFilter { EntityType = "ORG" }));
        Assert.Equal<Facet>([new Facet("GPE", 1), new Facet("PER", 1)], temporary.Store.CountFacets(new NewsFilter(), ofFacts: true).EntityType);
        Assert.Equal(["GPE PER"], temporary.Query<string>("SELECT entity_types FROM facts"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Figures_of_an_earlier_version_are_in_their_series(StoreKind kind)
    {
        using var temporary = databases.CreateEmpty(kind);
        Migrate(temporary, 12);
        temporary.Execute(Rows + """
            INSERT INTO facts (article, number, type, evidence, spans, producer) VALUES
                (8, 1, 'statistic', '产值100元', '[[0,3]]', 'r'), (8, 2, 'project_count', '签约9个', '[[0,3]]', 'r'), (8, 3, 'target', '产值200元', '[[0,3]]', 'r'), (8, 4, 'investment', '投资9美元', '[[0,3]]', 'r'), (8, 5, 'investment', '投资9元', '[[0,3]]', 'r');
            INSERT INTO arguments (article, fact, role, place, text, spans) VALUES
                (8, 1, 'indicator', 0, '产值', '[]'), (8, 1, 'unit', 0, '元', '[]'), (8, 2, 'stage', 0, 'signed', '[]'), (8, 3, 'indicator', 0, '产值', '[]'), (8, 3, 'unit', 0, '吨', '[]'),
                (8, 4, 'target', 0, '项目', '[]'), (8, 4, 'target', 1, '园区', '[]'), (8, 4, 'currency', 0, 'USD', '[]'), (8, 5, 'target', 0, '项目', '[]');
            """);

        var all = NumberKind.All.SelectMany(temporary.Store.FindSeries);

        Assert.Equal(["statistic 产值: 1, 元", "project_count signed: 1, ", "target 产值: 1, 吨", "investment 项目: 2, CNY USD"], all.Select(static series => $"{series.Kind} {series.Name}: {series.Facts}, {string.Join(' ', series.Units)}"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Opening_a_present_store_changes_nothing(StoreKind kind)
    {
        using var temporary = databases.CreateEmpty(kind);
        temporary.Store.Save(Samples.Document("a.txt"));

        using var again = NewsStore.Open(temporary.Location);

        Assert.NotNull(again.FindDocument(Samples.Document("a.txt").Sha256));
        Assert.Equal([Migrator.Current], temporary.Query<int>("SELECT version FROM store_version"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Programs_that_open_a_new_store_at_once_make_its_tables_once(StoreKind kind)
    {
        for (var round = 0; round < 3; round++)
        {
            using var temporary = databases.CreateEmpty(kind);
            using var start = new Barrier(4);
            var programs = Enumerable.Range(0, start.ParticipantCount).Select(number => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    using var store = NewsStore.Open(temporary.Location);
                    store.Save(Samples.Document($"{number}.txt"));
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default));

            await Task.WhenAll(programs);

            Assert.Equal([Migrator.Current], temporary.Query<int>("SELECT version FROM store_version"));
            Assert.Equal(start.ParticipantCount, temporary.Query<long>("SELECT COUNT(*) FROM documents").Single());
        }
    }

    private static void Migrate(TemporaryStore temporary, int version)
    {
        using var database = temporary.CreateDatabase();
        using var connection = database.Open();
        Migrator.Run(database, connection, version);
    }
}
