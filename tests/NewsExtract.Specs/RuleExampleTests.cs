using System.Reflection;
using System.Text.Json;

namespace NewsExtract.Specs;

/// <summary>Every rule of every <c>*.rules.json</c> fires on its example and not on its counter-example.</summary>
public class RuleExampleTests
{
    // An example of one line is a paragraph; one of several is a bulletin.
    private static readonly NewsPipeline s_paragraphs = new NewsPipelineBuilder { Splitter = new Training.LineSplitter(), MentionReviewer = null, FactScorer = null }.Build();
    private static readonly NewsPipeline s_bulletins = new NewsPipelineBuilder { MentionReviewer = null, FactScorer = null }.Build();

    public static TheoryData<string, string, string> Rules
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (id, example, counterExample) in Read())
            {
                data.Add(id, example, counterExample);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Example_fires_and_counter_example_does_not(string id, string example, string counterExample)
    {
        Assert.Contains(id, Producers(example));
        Assert.DoesNotContain(id, Producers(counterExample));
    }

    [Fact]
    public void Rule_ids_are_unique_in_the_product()
    {
        var ids = Read().Select(rule => rule.Id).ToList();

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    private static IEnumerable<(string Id, string Example, string CounterExample)> Read()
    {
        Assembly[] assemblies = [Assembly.Load("NewsExtract.Extraction"), Assembly.Load("NewsExtract.Chinese"), Assembly.Load("NewsExtract.Readers")];
        foreach (var assembly in assemblies)
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".rules.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                using var document = JsonDocument.Parse(assembly.GetManifestResourceStream(name)!);
                foreach (var rule in document.RootElement.EnumerateArray())
                {
                    yield return (rule.GetProperty("id").GetString()!, rule.GetProperty("example").GetString()!, rule.GetProperty("counterExample").GetString()!);
                }
            }
        }
    }

    /// <summary>The rules behind everything found; a producer is the rule's id, <c>rule:</c> before it or not.</summary>
    private static HashSet<string> Producers(string text)
    {
        var result = (text.Contains('\n', StringComparison.Ordinal) ? s_bulletins : s_paragraphs).ProcessText(text);
        return
        [
            .. result.Articles.SelectMany(article => article.Mentions).Select(mention => mention.Producer)
                .Concat(result.Articles.SelectMany(article => article.Facts).Select(fact => fact.Producer))
                .Select(producer => producer.Id.StartsWith("rule:", StringComparison.Ordinal) ? producer.Id["rule:".Length..] : producer.Id),
        ];
    }
}
