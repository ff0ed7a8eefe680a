using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NewsExtract.Tests.FactTypes;

/// <summary>The type that docs/add-a-fact-type.md shows, by what anyone may call.</summary>
public class AcquisitionTests
{
    [Fact]
    public void Its_examples_give_the_facts_that_they_name()
    {
        var run = FactTypeFile.Load(PathOf()).RunExamples();

        Assert.Empty(run.Failures.Select(failure => failure.Message));
        Assert.True(run.Examples >= 24, $"{run.Examples} were run");
    }

    [Fact]
    public void It_has_twelve_examples_and_six_counter_examples()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf()), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var stating = document.RootElement.GetProperty("examples").EnumerateArray().Select(example => example.TryGetProperty("facts", out _)).ToList();

        Assert.True(stating.Count(states => states) >= 12);
        Assert.True(stating.Count(states => !states) >= 6);
    }

    [Fact]
    public void A_bulletin_without_marks_gives_its_fact_with_evidence_and_places()
    {
        const string Bulletin = "远帆集团收购江川轴承有限公司\n\n本报讯 2023年5月8日，远帆集团宣布，以3亿元收购江川轴承有限公司51%股权。（赵青）\n";
        var result = new NewsPipelineBuilder().AddFactTypes(PathOf()).Build().ProcessText(Bulletin);

        var fact = Assert.Single(result.ToRecords()[0].Facts, fact => fact.Type == "acquisition");
        Assert.Equal("2023年5月8日，远帆集团宣布，以3亿元收购江川轴承有限公司51%", fact.Evidence.Text);
        Assert.Equal(51m, Assert.IsType<ArgumentValue.Number>(fact.Roles["share"]).Value);
        Assert.StartsWith("rule:fact.acquisition.bought@", fact.Producer, StringComparison.Ordinal);
        Assert.Equal(Bulletin.IndexOf("3亿元", StringComparison.Ordinal), fact.RoleSpans["money"][0].Start);
        Assert.Equal(fact, RecordJson.Deserialize(RecordJson.Serialize(result.ToRecords()[0])).Facts.Single(other => other.Type == "acquisition"), Same);
    }

    // Records hold dictionaries, which compare by reference.
    private static bool Same(FactRecord left, FactRecord right) => left.Roles.SequenceEqual(right.Roles) && left.Evidence.Text == right.Evidence.Text;

    internal static string PathOf([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "docs", "examples", "acquisition.facts.json");
}
