namespace NewsExtract.Corpus.Tests;

/// <summary>A bulletin set in Traditional characters, one for one, states the same facts at the same places.</summary>
public class TraditionalFactTests
{
    private static readonly NewsPipeline s_pipeline = new NewsPipelineBuilder().Build();
    private static readonly Dictionary<char, char> s_traditional = ReadTable();

    public static TheoryData<string> Bulletins => [.. Directory.EnumerateFiles(Path.Combine(Repository.Corpus, "dev"), "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Bulletins))]
    public void Traditional_characters_give_the_same_facts(string bulletin)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Corpus, "dev", bulletin));
        var converted = string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = s_traditional.GetValueOrDefault(source[i], source[i]);
            }
        });

        Assert.NotEqual(text, converted);
        Assert.Equal(Facts(text), Facts(converted));
    }

    // Values are the source's characters and differ; where they stand, and all that the program decides, must not.
    private static List<string> Facts(string text) =>
    [
        .. s_pipeline.ProcessText(text).ToRecords().SelectMany(record => record.Facts.Select(fact =>
            $"{record.Article.Index} {fact.Type} {fact.Modality} {fact.Producer} [{string.Join(", ", fact.Evidence.Spans)}] "
            + string.Join("; ", fact.RoleSpans.OrderBy(role => role.Key, StringComparer.Ordinal).Select(role => $"{role.Key}: {string.Join(", ", role.Value)}")))),
    ];

    // The project's own table the other way round: of several Traditional characters for one Simplified, the first.
    private static Dictionary<char, char> ReadTable()
    {
        var table = new Dictionary<char, char>();
        var lines = File.ReadLines(Path.Combine(Repository.Root, "src", "NewsExtract.Chinese", "Normalization", "character-folds.txt"));
        foreach (var pair in lines.SkipWhile(line => line != "[traditional]").Skip(1).TakeWhile(line => line[0] != '[').Where(line => line[0] != '#').SelectMany(line => line.Split(' ')))
        {
            if (pair.Length == 2)
            {
                table.TryAdd(pair[1], pair[0]);
            }
        }

        return table;
    }
}
