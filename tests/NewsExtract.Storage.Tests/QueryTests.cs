using System.Text.RegularExpressions;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage.Tests;

/// <summary>Questions are answered alike by both databases.</summary>
[Collection(StoreCollection.Name)]
public partial class QueryTests(StoreDatabases databases)
{
    [Theory, OnSqlite, OnPostgreSql]
    public void Conditions_of_facts_and_articles_all_hold(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        temporary.Store.Save(Samples.Document("a.txt", person: "李明", place: "太原市", date: "2023-12-01"));
        temporary.Store.Save(Samples.Document("b.txt", person: "王芳", place: "大同市", date: "2024-02"));

        Assert.Equal(["a.txt"], Sources(temporary, new NewsFilter { Words = ["李明"] }));
        Assert.Equal(["b.txt"], Sources(temporary, new NewsFilter { Roles = [new RoleCondition("organization", "大同", IsPart: true)] }));
        Assert.Empty(Sources(temporary, new NewsFilter { Roles = [new RoleCondition("organization", "大同", IsPart: false)] }));
        Assert.Equal(["a.txt"], Sources(temporary, new NewsFilter { Place = "太原" }));
        Assert.Equal(["b.txt"], Sources(temporary, new NewsFilter { Entity = "王芳" }));
        Assert.Equal(["b.txt"], Sources(temporary, new NewsFilter { From = "2024-01-01" }));
        Assert.Equal(["a.txt"], Sources(temporary, new NewsFilter { To = "2023-12-31", Types = ["position"] }));
        Assert.Equal(["a.txt", "b.txt"], Sources(temporary, new NewsFilter { Confidence = 0.9, Modality = NewsFilter.Stated }));
        Assert.Empty(Sources(temporary, new NewsFilter { Types = ["honor"] }));
        Assert.Empty(Sources(temporary, new NewsFilter { Source = "100%" }));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Records_are_read_by_the_types_of_fact_that_they_state(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        temporary.Store.Save(Samples.Document("a.txt"));

        Assert.Single(temporary.Store.ReadRecordTexts(new NewsFilter(), ["statistic", "position"]));
        Assert.Empty(temporary.Store.ReadRecordTexts(new NewsFilter(), ["statistic", "target"]));
    }

    [Theory, OnSqlite]
    public void A_word_of_very_many_articles_gives_the_same_page_as_a_rare_one(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        for (var i = 0; i < 2100; i++)
        {
            var name = $"{i:D4}.txt";
            temporary.Store.Save(Samples.Text(name, i % 700 == 0 ? "云川市重点项目开工" : "云川市项目开工", date: $"{2000 + (i % 20)}-0{1 + (i % 9)}-01"));
        }

        var all = temporary.Store.FindArticles(new NewsFilter { Words = ["项目"] });
        var page = temporary.Store.FindArticles(new NewsFilter { Words = ["项目"] }, limit: 5, offset: 3);
        var both = temporary.Store.FindArticles(new NewsFilter { Words = ["项目", "重点"] }, limit: 5);

        Assert.Equal(2100, all.Count);
        Assert.Equal(all.Skip(3).Take(5).Select(static article => article.Source), page.Select(static article => article.Source));
        Assert.Equal(3, both.Count);
        Assert.Equal("2019-09-01", all[0].Date);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_fact_comes_with_its_roles_and_place(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        temporary.Store.Save(Samples.Document("a.txt"));

        var fact = Assert.Single(temporary.Store.FindFacts(new NewsFilter()));

        Assert.Equal(("position", "太原市市长李明", "[[0,7]]"), (fact.Type, fact.Evidence, fact.Spans));
        Assert.Equal(["organization=太原市", "person=李明", "title=市长"], fact.Arguments.Select(static argument => $"{argument.Role}={argument.Text}"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_word_finds_the_facts_that_have_it_in_their_evidence_or_a_role_and_not_all_of_the_article(StoreKind kind)
    {
        using var temporary = databases.Create(kind, new StoreOptions { Fold = static text => text.Replace('長', '长') });
        var sample = Samples.Document("a.txt", person: "李 明");
        var record = sample.Articles[0];
        var fact = record.Facts[0];
        temporary.Store.Save(sample with
        {
            Articles =
            [
                record with
                {
                    Facts =
                    [
                        fact with { Evidence = new EvidenceRecord("太原市市長李 明", fact.Evidence.Spans) },
                        fact with { Id = "f2", Evidence = new EvidenceRecord("出席会议", [new TextSpan(8, 12)]), Roles = new Dictionary<string, ArgumentValue> { ["organization"] = new ArgumentValue.Text("太原市") }, RoleSpans = fact.RoleSpans },
                    ],
                },
            ],
        });

        Assert.Equal(["f1"], Numbers("李明"));
        Assert.Equal(["f1"], Numbers("市长"));
        Assert.Equal(["f1"], Numbers("市長"));
        Assert.Equal(["f2"], Numbers("会议"));
        Assert.Equal(["f1", "f2"], Numbers("太原市"));
        Assert.Equal(["f2"], Numbers("会议", "太原"));
        Assert.Empty(Numbers("会议", "李明"));
        Assert.Equal(1, temporary.Store.CountArticles(new NewsFilter { Words = ["会议", "李明"] }));

        IEnumerable<string> Numbers(params string[] words) => temporary.Store.FindFacts(new NewsFilter { Words = [.. words] }).Select(static fact => fact.Id[(fact.Id.IndexOf('/') + 1)..]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Words_are_found_where_they_stand_and_nowhere_else(StoreKind kind)
    {
        using var temporary = databases.Create(kind, new StoreOptions { Fold = static text => text.Replace('長', '长') });
        temporary.Store.Save(Samples.Document("a.txt", person: "李明"));
        temporary.Store.Save(Samples.Document("b.txt", person: "李 明"));
        temporary.Store.Save(Samples.Document("c.txt", person: "李和明"));

        var found = temporary.Store.FindArticles(new NewsFilter { Words = ["市長李明"] });

        Assert.Equal(["a.txt", "b.txt"], found.Select(static article => article.Source));
        Assert.Equal(new TextSpan(3, 7), Assert.Single(found[0].Hits));
        Assert.Equal(new TextSpan(3, 8), Assert.Single(found[1].Hits));
        Assert.Equal(3, temporary.Store.CountArticles(new NewsFilter { Words = ["明"] }));
        Assert.Equal(0, temporary.Store.CountArticles(new NewsFilter { Words = ["\"OR*"] }));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Months_without_an_issue_are_told_from_months_without_a_fact(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        temporary.Store.Save(Samples.Document("a.txt", date: "2023-11-05"));
        temporary.Store.Save(Samples.Document("b.txt", date: "2024-01"));
        temporary.Store.Save(Samples.Document("c.txt", date: "2024"));

        var all = temporary.Store.CountOverTime(new NewsFilter { Types = ["position"] }, Period.Month);
        var none = temporary.Store.CountOverTime(new NewsFilter { Types = ["honor"] }, Period.Month);

        Assert.Equal([new("2023-11", 1, 1, 0), new("2023-12", 0, 0, 0), new("2024-01", 1, 1, 0), new(null, 1, 1, 0)], all);
        Assert.Equal([0, 0, 0, 0], none.Select(static count => count.Facts));
        Assert.Equal(["2023-Q4", "2024-Q1", null], temporary.Store.CountOverTime(new NewsFilter(), Period.Quarter).Select(static count => count.Name));
        Assert.Equal(["2023", "2024"], temporary.Store.CountOverTime(new NewsFilter(), Period.Year).Select(static count => count.Name));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_question_in_SQL_cannot_write(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        temporary.Store.Save(Samples.Document("a.txt"));
        string[] questions = ["DELETE FROM facts", "PRAGMA query_only = OFF; DELETE FROM facts", "SET TRANSACTION READ WRITE; DELETE FROM facts", "COMMIT; DELETE FROM facts", "SELEC 1"];

        Assert.All(questions, sql => Assert.Equal("NX3007", Assert.Throws<StoreException>(() => temporary.Store.Ask(sql).Count()).Diagnostic.Code));
        Assert.Equal(1L, temporary.Store.Ask("SELECT COUNT(*) AS n FROM facts").Single()["n"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Every_name_of_two_characters_in_the_corpus_is_found_where_it_stands_literally(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in CorpusFiles())
        {
            var text = File.ReadAllText(path);
            var document = Samples.Text(Path.GetFileName(Path.GetDirectoryName(path)) + "/" + Path.GetFileName(path), text);
            texts.Add(document.Name, text);
            temporary.Store.Save(document);
            names.UnionWith(MarkedName().Matches(File.ReadAllText(Path.ChangeExtension(path, ".ann"))).Select(static match => match.Groups[1].Value));
        }

        Assert.True(names.Count > 100, $"{names.Count} names");
        foreach (var name in names)
        {
            var found = temporary.Store.FindArticles(new NewsFilter { Words = [name] }).ToDictionary(static article => article.Source, static article => article.Hits.Select(static hit => hit.Start));
            var expected = texts.Select(text => (text.Key, Places: Occurrences(text.Value, name))).Where(static text => text.Places.Count > 0).ToDictionary(static text => text.Key, static text => text.Places);

            Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
            Assert.All(expected, text => Assert.Equal(text.Value, found[text.Key]));
        }
    }

    // {PER|李明}
    [GeneratedRegex(@"\{PER\|(..)\}")]
    private static partial Regex MarkedName();

    // Written apart from the store's own search: over lines, blanks taken out and places kept.
    private static List<int> Occurrences(string text, string name)
    {
        var places = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var second = i + 1;
            while (second < text.Length && text[second] != '\n' && char.IsWhiteSpace(text[second]))
            {
                second++;
            }

            if (text[i] == name[0] && second < text.Length && text[second] == name[1])
            {
                places.Add(i);
            }
        }

        return places;
    }

    private static IEnumerable<string> CorpusFiles()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsExtract.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return new[] { "dev", "train" }.SelectMany(part => Directory.EnumerateFiles(Path.Combine(folder, "corpus", part), "*.txt")).Where(static path => File.Exists(Path.ChangeExtension(path, ".ann"))).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Sources(TemporaryStore temporary, NewsFilter filter) => temporary.Store.FindFacts(filter).Select(static fact => fact.Source);
}
