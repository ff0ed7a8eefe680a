using System.Text.Json;

namespace NewsExtract.Cli.Tests;

/// <summary><c>corrections</c>, over a store that <c>ingest</c> filled.</summary>
public sealed class CorrectionCommandTests : IDisposable
{
    private const string Bulletin = "全市重点项目开工\n\n2023年12月1日，云川市市长李明出席活动。全市开工项目12个，总投资30亿元。\n";

    // Named: a field has no test to be named after, and other classes have such folders too.
    private readonly TemporaryFolder _folder = new("corrections");

    private string Store => _folder.At("news.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_rejected_edited_and_added_shows_in_answers_and_exports()
    {
        await Ingest();
        var (position, count) = (await FactId("position"), await FactId("project_count"));

        await Done("corrections", "reject", "--store", Store, "--fact", position, "--why", "名字有误");
        await Done("corrections", "edit", "--store", Store, "--fact", count, "--set", "count=21", "--by", "宋馆员");
        await Done("corrections", "add", "--store", Store, "--article", count.Split('/')[0], "--type", "position", "--evidence", "云川市市长李明", "--set", "person=李明", "--set", "title=市长");

        var facts = await Facts();
        Assert.Equal(["added", "edited"], facts.Where(static fact => fact.TryGetProperty("review", out _)).Select(static fact => fact.GetProperty("review").GetString()).Order());
        Assert.Contains("\"count\":21", await Query("--type", "project_count"), StringComparison.Ordinal);
        Assert.DoesNotContain(position, await Query("--type", "position"), StringComparison.Ordinal);
        Assert.Equal(["reject 名字有误", "edit ", "add "], Lines(await Done("corrections", "list", "--store", Store, "--format", "jsonl")).Select(static line => $"{line.GetProperty("action")} {(line.TryGetProperty("why", out var why) ? why : "")}"));
        Assert.Contains("\"review\":\"edited\"", await Export(), StringComparison.Ordinal);
        Assert.Equal((await CommandRun.Of("extract", _folder.At("a.txt"), "--model", "none", "--fact-model", "none")).Output, await Export("--as-extracted"));

        await Done("corrections", "undo", "1-3", "--store", Store);
        Assert.Equal(await Export("--as-extracted"), await Export());
    }

    [Fact]
    public async Task An_article_is_shown_with_the_ids_that_corrections_take()
    {
        await Ingest();
        var article = (await FactId("position")).Split('/')[0];

        var shown = await Done("corrections", "show", article, "--store", Store);

        Assert.Matches("(?m)^f[0-9]+\tproject_count\t", shown);
        var mention = shown.Split('\n').First(static line => line.StartsWith('m') && line.Contains("\tPER\t李明", StringComparison.Ordinal)).Split('\t');
        await Done("corrections", "edit", "--store", Store, "--mention", $"{article}/{mention[0]}", "--type", "TITLE");
        Assert.Contains($"{mention[0]}\tTITLE\t李明\t{mention[3]}\t[edited]", await Done("corrections", "show", article, "--store", Store), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reviewed_article_becomes_gold_to_measure_and_train_with()
    {
        await Ingest();
        var (position, count) = (await FactId("position"), await FactId("project_count"));
        var gold = _folder.At("gold");
        Assert.StartsWith("error NX3219: ", Assert.Single((await CommandRun.Of("corrections", "export", "--gold", gold, "--store", Store)).ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(gold));
        await Done("corrections", "reject", "--store", Store, "--fact", position);
        await Done("corrections", "edit", "--store", Store, "--fact", count, "--set", "count=21");
        await Done("corrections", "accept", "--store", Store, "--article", count.Split('/')[0], "--all");

        await Done("corrections", "export", "--gold", gold, "--store", Store);

        var (text, marks, json) = (Read("*.txt"), Read("*.ann"), Read("*.json"));
        Assert.Equal(Bulletin, text);
        Assert.Contains("{GPE|云川市}{TITLE|市长}{PER|李明}", marks, StringComparison.Ordinal);
        var article = JsonDocument.Parse(json).RootElement.GetProperty("articles")[0];
        Assert.Equal("全市重点项目开工", article.GetProperty("headline").GetString());
        Assert.DoesNotContain(article.GetProperty("facts").EnumerateArray(), static fact => fact.GetProperty("type").GetString() == "position");
        Assert.Equal(21, article.GetProperty("facts").EnumerateArray().Single(static fact => fact.GetProperty("type").GetString() == "project_count").GetProperty("count").GetInt32());
        Assert.Contains("mention.PER", await Done("eval", gold, "--model", "none"), StringComparison.Ordinal);
        await Done("model", "train", _folder.At("own.model"), gold, "--without-lac");
        Assert.StartsWith("error NX2007: ", Assert.Single((await CommandRun.Of("corrections", "export", "--gold", gold, "--store", Store)).ErrorLines), StringComparison.Ordinal);

        string Read(string pattern) => File.ReadAllText(Assert.Single(Directory.GetFiles(gold, pattern)));
    }

    [Fact]
    public async Task Many_come_from_a_file_all_or_none_and_move_to_another_store()
    {
        await Ingest();
        var (position, count) = (await FactId("position"), await FactId("project_count"));
        var right = $$"""
            {"action": "reject", "fact": "{{position}}", "why": "名字有误"}
            {"action": "edit", "fact": "{{count}}", "set": {"count": 21}, "modality": "planned"}
            {"action": "add", "article": "{{count.Split('/')[0]}}", "type": "PER", "text": "云川", "at": {"text": [21, 23]} }
            """;
        var wrong = _folder.Write("wrong.jsonl", right + $"\n\n{{\"action\": \"edit\", \"fact\": \"{count}\", \"set\": {{\"scope\": \"全县\"}}}}\n");

        var refused = await CommandRun.Of("corrections", "import", "--input", wrong, "--store", Store);
        Assert.StartsWith($"error NX3212: {wrong}:5: '全县'", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(await Done("corrections", "export", "--store", Store));
        await Done("corrections", "import", "--input", _folder.Write("right.jsonl", right), "--store", Store, "--by", "宋馆员");
        var exported = await Done("corrections", "export", "--store", Store);

        var other = _folder.At("other.db");
        await Done("ingest", _folder.At("a.txt"), "--store", other, "--model", "none", "--fact-model", "none");
        await Done("corrections", "import", "--input", _folder.Write("moved.jsonl", exported), "--store", other);

        Assert.Equal(3, exported.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(exported, await Done("corrections", "export", "--store", other));
        Assert.Equal(await Query(), (await CommandRun.Of("query", "--show", "facts", "--store", other, "--format", "jsonl")).Output);
    }

    [Theory]
    [InlineData("NX3211", "reject", "--fact", "12/f1")]
    [InlineData("NX3211", "undo", "7")]
    [InlineData("NX3211", "show", "12")]
    [InlineData("NX2000", "reject")]
    [InlineData("NX2000", "accept", "--article", "12")]
    [InlineData("NX2000", "undo", "seven")]
    [InlineData("NX2000", "edit", "--fact", "12/f1", "--set", "person")]
    [InlineData("NX2000", "edit", "--fact", "12/f1", "--at", "person=12")]
    [InlineData("NX2001", "import", "--input", "/no/such/file.jsonl")]
    public async Task What_makes_no_sense_gets_one_line(string code, params string[] args)
    {
        await Ingest();

        var run = await CommandRun.Of(["corrections", args[0], "--store", Store, .. args[1..]]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.StartsWith($"error {code}: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"action\": \"reject\"}")]
    [InlineData("{\"action\": \"forget\", \"fact\": \"12/f1\"}")]
    [InlineData("{\"action\": \"reject\", \"fact\": \"12/f1\", \"colour\": \"red\"}")]
    [InlineData("{\"document\": \"ab\", \"article\": 0}")]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task A_broken_line_is_named(string line)
    {
        await Ingest();

        var run = await CommandRun.Of("corrections", "import", "--store", Store, "--input", _folder.Write("broken.jsonl", line));

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"error NX3214: {_folder.At("broken.jsonl")}", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private async Task Ingest()
    {
        _folder.Write("a.txt", Bulletin);
        await Done("ingest", _folder.At("a.txt"), "--store", Store, "--model", "none", "--fact-model", "none");
    }

    private static async Task<string> Done(params string[] args)
    {
        var run = await CommandRun.Of(args);
        Assert.True(run.ExitCode == 0, string.Join('\n', run.ErrorLines));
        return run.Output;
    }

    private Task<string> Query(params string[] args) => Done(["query", "--show", "facts", "--store", Store, "--format", "jsonl", .. args]);

    private async Task<string> Export(params string[] args)
    {
        await Done(["export", "--store", Store, "--format", "jsonl", "--output", _folder.At("out.jsonl"), .. args]);
        return await File.ReadAllTextAsync(_folder.At("out.jsonl"));
    }

    private async Task<List<JsonElement>> Facts() => Lines(await Query());

    private async Task<string> FactId(string type) => (await Facts()).Single(fact => fact.GetProperty("type").GetString() == type).GetProperty("id").GetString()!;

    private static List<JsonElement> Lines(string output) => [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];
}
