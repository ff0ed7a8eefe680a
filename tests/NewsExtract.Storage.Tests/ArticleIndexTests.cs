using Dapper;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Storage.Search;

namespace NewsExtract.Storage.Tests;

/// <summary>A word is found where it stands, and nowhere else.</summary>
[Collection(StoreCollection.Name)]
public class ArticleIndexTests(StoreDatabases databases)
{
    private static readonly StoreOptions s_folding = new() { Fold = SearchFolding.Fold };

    // The texts read: 太原市市长李明出席会议。
    private static readonly (string Name, string Person, string Place)[] s_documents =
    [
        ("a.txt", "李明", "太原市"), ("b.txt", "李小明", "原太县"), ("c.txt", "吴一凡", "臺灣省"), ("d.txt", "王芳", "ＡB-1区"), ("e.txt", "李 明", "太原"),
    ];

    [Theory, OnSqlite, OnPostgreSql]
    public void Words_are_found_where_they_stand(StoreKind kind)
    {
        using var temporary = databases.Create(kind, s_folding);
        foreach (var (name, person, place) in s_documents)
        {
            temporary.Store.Save(Samples.Document(name, person, place));
        }

        // 李小明 holds 李 and 明, but no 李明; 太原市市长 holds the pairs of 市长太原 but for one.
        Assert.Equal(["a.txt", "e.txt"], Find(temporary, "李明"));
        Assert.Equal(["a.txt", "e.txt"], Find(temporary, "太原"));
        Assert.Equal(["a.txt"], Find(temporary, "太原市市长李明出席"));
        Assert.Equal(["b.txt"], Find(temporary, "原太"));
        Assert.Equal(["a.txt", "b.txt", "e.txt"], Find(temporary, "明"));
        Assert.Equal(["c.txt"], Find(temporary, "台湾"));
        Assert.Equal(["c.txt"], Find(temporary, "臺灣"));
        Assert.Equal(["d.txt"], Find(temporary, "ab-1"));
        Assert.Equal(["d.txt"], Find(temporary, "ＡＢ－１"));
        Assert.Empty(Find(temporary, "市长太原"));
        Assert.Empty(Find(temporary, "\" OR 李"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_word_of_repeated_characters_needs_all_of_them(StoreKind kind)
    {
        using var temporary = databases.Create(kind, s_folding);
        temporary.Store.Save(Samples.Document("a.txt", person: "天天"));

        Assert.Equal(["a.txt"], Find(temporary, "天天"));
        Assert.Empty(Find(temporary, "天天天"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_was_replaced_is_found_no_more(StoreKind kind)
    {
        using var temporary = databases.Create(kind, s_folding);
        var before = Samples.Document("a.txt", person: "李明");
        temporary.Store.Save(before);

        temporary.Store.Save(before with { Articles = Samples.Document("a.txt", person: "王芳").Articles });

        Assert.Empty(Find(temporary, "李明"));
        Assert.Equal(["a.txt"], Find(temporary, "王芳"));
    }

    private static List<string> Find(TemporaryStore temporary, string word)
    {
        using var database = temporary.CreateDatabase();
        using var connection = database.OpenReadOnly();
        var values = new Dictionary<string, object?>();
        var condition = database.Index.Condition(SearchText.WithoutBlanks(SearchFolding.Fold(word)), "word", values, "a.id");
        return connection.Query<string>($"SELECT d.name FROM articles a JOIN documents d ON d.id = a.document WHERE {condition} ORDER BY d.name", new DynamicParameters(values)).AsList();
    }
}
