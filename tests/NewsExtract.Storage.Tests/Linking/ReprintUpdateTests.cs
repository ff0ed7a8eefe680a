using System.Globalization;
using NewsExtract.Batch.Steps;
using NewsExtract.Linking.Reprints;

namespace NewsExtract.Storage.Tests.Linking;

/// <summary>Looking at what has changed gives the pairs and first printings that looking at all gives, whatever came, changed and went in which order and groups.</summary>
[Collection(StoreCollection.Name)]
public class ReprintUpdateTests(StoreDatabases databases)
{
    private static readonly string[] s_rows =
    [
        "SELECT article || '|' || letters || '|' || text_hash || '|' || story FROM article_signatures",
        "SELECT first || '|' || second || '|' || kind || '|' || similarity FROM article_links",
        "SELECT band || '|' || text_hash FROM text_bands",
    ];

    [Theory, InlineData(1), InlineData(2)]
    public void Whatever_comes_and_goes_the_rows_are_those_of_looking_at_all(int seed) => Run(StoreKind.Sqlite, seed, reports: 20, steps: 25);

    [Theory, OnPostgreSql]
    public void On_a_server_too_the_rows_are_those_of_looking_at_all(StoreKind kind) => Run(kind, seed: 4, reports: 20, steps: 8);

    [Theory, OnSqlite, OnPostgreSql]
    public void Bands_that_grow_too_large_and_shrink_again_keep_the_rows(StoreKind kind) => Run(kind, seed: 5, ReprintFinder.LargestBand + 40, steps: kind == StoreKind.Sqlite ? 20 : 5);

    [Theory, OnSqlite, OnPostgreSql]
    public void What_has_not_changed_is_not_looked_at(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var history = new History(new Random(6), reports: 40);
        history.Begin([temporary.Store]);
        Assert.EndsWith("looked at all texts", Find(temporary), StringComparison.Ordinal);
        Assert.Null(new ReprintStep().Run(temporary.Store, CancellationToken.None));

        History.Save(temporary.Store, "/one.txt", Samples.Text("one.txt", InventedReport.Story(new Random(7))));

        Assert.EndsWith("looked at 1 texts", Find(temporary), StringComparison.Ordinal);
    }

    private void Run(StoreKind kind, int seed, int reports, int steps)
    {
        var random = new Random(seed);
        using var one = databases.Create(kind);
        using var other = databases.Create(kind);
        var history = new History(random, reports);
        history.Begin([one.Store, other.Store]);
        Find(one);
        for (var step = 0; step < steps; step++)
        {
            history.Go([one.Store, other.Store], 1 + random.Next(6));
            Assert.DoesNotContain("all texts", Find(one), StringComparison.Ordinal);
            FindAll(other);
            AssertEqual(other, one, string.Create(CultureInfo.InvariantCulture, $"seed {seed}, step {step}: {string.Join("; ", history.Last)}"));
        }

        using var fresh = databases.Create(kind);
        history.Replay(fresh.Store);
        FindAll(fresh);
        Assert.Equal(fresh.Query<string>(s_rows[1]).Order(StringComparer.Ordinal), one.Query<string>(s_rows[1]).Order(StringComparer.Ordinal));
    }

    private static string Find(TemporaryStore store) => new ReprintStep().Run(store.Store, CancellationToken.None) ?? "nothing";

    private static void FindAll(TemporaryStore store)
    {
        store.Execute("DELETE FROM reprint_changes");
        store.Execute("INSERT INTO reprint_changes SELECT id FROM documents");
        Assert.EndsWith("looked at all texts", Find(store), StringComparison.Ordinal);
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

    /// <summary>Issues come, take the place of others, come back, and are extracted anew.</summary>
    private sealed class History(Random random, int reports)
    {
        private readonly Dictionary<string, DocumentEntry> _paths = new(StringComparer.Ordinal);
        private readonly List<DocumentEntry> _former = [];
        private int _count;

        /// <summary>What was done last, for a test that fails.</summary>
        public List<string> Last { get; } = [];

        /// <summary>Reports in the same words, and as many other articles as make some of them share their text.</summary>
        public void Begin(NewsStore[] stores)
        {
            for (var i = 0; i < reports + 30; i++)
            {
                Put(stores, NewPath(), New(i < reports ? InventedReport.Weather(random) : InventedReport.Story(random)));
            }
        }

        public void Go(NewsStore[] stores, int actions)
        {
            Last.Clear();
            for (var i = 0; i < actions; i++)
            {
                switch (random.Next(6))
                {
                    case 0 or 1:
                        Put(stores, NewPath(), New(Text()));
                        break;
                    case 2:
                        Put(stores, Pick(_paths.Keys), New(Text()));
                        break;
                    case 3 when _former.Count > 0:
                        Put(stores, Pick(_paths.Keys), Pick(_former));
                        break;
                    case 4:
                        Extract(stores);
                        break;
                    default:
                        Put(stores, NewPath(), New(Pick(_paths.Values).Articles[0].Paragraphs[0].Text));
                        break;
                }
            }
        }

        public void Replay(NewsStore store)
        {
            string[] paths = [.. _paths.Keys];
            random.Shuffle(paths);
            foreach (var path in paths)
            {
                Save(store, path, _paths[path]);
            }
        }

        public static void Save(NewsStore store, string path, DocumentEntry document)
        {
            var run = store.BeginRun("0.1.0", "", "");
            store.Save(new InputEntry(path, InputStatus.Stored, document.Sha256, 1, 1), document, new RunEntry(run, 0, path, RunOutcome.Stored, 0, 1, 1));
        }

        private void Put(NewsStore[] stores, string path, DocumentEntry document)
        {
            if (_paths.Remove(path, out var before))
            {
                _former.Add(before);
            }

            // Of equal bytes the first path alone is stored.
            if (_paths.Values.Any(present => present.Sha256 == document.Sha256))
            {
                document = New(Text());
            }

            _paths.Add(path, document);
            Last.Add($"{document.Name} at {path}");
            foreach (var store in stores)
            {
                Save(store, path, document);
            }
        }

        private void Extract(NewsStore[] stores)
        {
            var (path, document) = Pick(_paths.ToList());
            var again = document with { Articles = Samples.Text(document.Name, random.Next(3) == 0 ? document.Articles[0].Paragraphs[0].Text : Text(), Date()).Articles, ExtractionKey = string.Create(CultureInfo.InvariantCulture, $"rules={_count++}") };
            _paths[path] = again;
            _former.RemoveAll(other => other.Sha256 == document.Sha256);
            Last.Add($"{document.Name} extracted anew");
            foreach (var store in stores)
            {
                Save(store, path, again);
            }
        }

        private string Text() => random.Next(3) switch
        {
            0 => InventedReport.Weather(random),
            1 => InventedReport.Story(random),
            _ => InventedReport.Alter(random, Pick(_paths.Values).Articles[0].Paragraphs[0].Text),
        };

        private DocumentEntry New(string text) => Samples.Text(string.Create(CultureInfo.InvariantCulture, $"issue{_count++}.txt"), text, Date());

        private string Date() => string.Create(CultureInfo.InvariantCulture, $"202{random.Next(4)}-0{1 + random.Next(9)}-01");

        private string NewPath() => string.Create(CultureInfo.InvariantCulture, $"/{_count}.txt");

        private T Pick<T>(IEnumerable<T> items)
        {
            var list = items.ToList();
            return list[random.Next(list.Count)];
        }
    }
}
