using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NewsExtract.Chinese.Segmentation;
using NewsExtract.Learning;
using NewsExtract.Learning.Models;
using NewsExtract.Onnx;
using NewsExtract.Onnx.Tests;

namespace NewsExtract.Tests.Readme;

/// <summary>The samples of README.md: its code blocks are the regions of this file, and this file runs.</summary>
public class Samples
{
    private const string Bulletin = "青禾县召开项目推进会\n\n本刊讯 2024年5月8日，青禾县召开项目推进会。县委书记江成出席并讲话，今年已签约项目12个，获得青禾杯银奖。（赵青）\n";

    [Fact]
    public void FirstFacts()
    {
        var text = Bulletin;

        #region first-facts
        var pipeline = new NewsPipelineBuilder().Build();
        var result = pipeline.ProcessText(text);
        foreach (var fact in result.ToRecords().SelectMany(record => record.Facts))
        {
            Console.WriteLine($"{fact.Type}: {fact.Evidence.Text}");
        }
        #endregion

        Assert.Contains(result.ToRecords()[0].Facts, fact => fact.Type == "project_count");
    }

    [Fact]
    public async Task Streaming()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"newsextract-samples-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "a.txt"), Bulletin);
        File.WriteAllText(Path.Combine(folder, "b.txt"), "");
        var pipeline = new NewsPipelineBuilder().Build();
        var cancellation = CancellationToken.None;
        using var output = new StringWriter();
        using var errors = new StringWriter();

        #region streaming
        var sources = Directory.EnumerateFiles(folder, "*.txt").Order()
            .Select(path => new DocumentSource(Path.GetFileName(path), File.ReadAllBytes(path)));
        await foreach (var result in pipeline.ProcessAsync(sources, cancellation: cancellation))
        {
            if (result.Status == ExtractionStatus.Failed)
            {
                errors.WriteLine($"{result.SourceName}: {result.Diagnostics[0].Message}");
            }

            output.Write(result.ToJsonLines());
        }
        #endregion

        Directory.Delete(folder, recursive: true);
        Assert.StartsWith("b.txt: ", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("a.txt", RecordJson.Deserialize(output.ToString().TrimEnd()).Source.File);
    }

    [Fact]
    public void Roles()
    {
        var result = new NewsPipelineBuilder().Build().ProcessText(Bulletin);
        using var output = new StringWriter();

        #region roles
        foreach (var article in result.Articles)
        {
            foreach (var fact in article.Facts.Where(fact => fact.Type == "position"))
            {
                var person = fact.Find("person")!;
                var places = article.Text.MapBack(person.Spans[0]);
                output.WriteLine($"{article.Text.Surface(person.Spans[0])} at {places[0]}, found by {fact.Producer}");
            }
        }
        #endregion

        var expected = Bulletin.IndexOf("江成", StringComparison.Ordinal);
        Assert.StartsWith($"江成 at [{expected}, {expected + 2}), found by rule:", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OwnNetwork()
    {
        var modelFolder = Path.Combine(Path.GetTempPath(), $"newsextract-network-{Environment.ProcessId}");
        new TinyModel { Labels = ["O", "B-FAC", "I-FAC"] }.Add("青", ("B-FAC", 9)).Add("禾", ("I-FAC", 9)).Write(modelFolder);

        #region own-network
        using var recognizer = new OnnxMentionRecognizer(modelFolder);
        var pipeline = new NewsPipelineBuilder().AddMentionRecognizer(recognizer).Build();
        #endregion

        var found = pipeline.ProcessText("要闻\n\n我们来看青禾。\n").ToRecords().SelectMany(record => record.Mentions);
        Directory.Delete(modelFolder, recursive: true);
        Assert.Contains(found, mention => mention.Text == "青禾" && mention.Type == "FAC");
    }

    [Fact]
    public void Dictionaries()
    {
        #region dictionaries
        var pipeline = new NewsPipelineBuilder()
            .AddLexicon(EntityType.Person, "江成", "欧阳青禾")
            .AddLexicon(EntityType.Honor, "青禾杯银奖")
            .AddUserDictionary(new UserDictionary([new UserWord("推进会", Tag: "n")]))
            .Build();
        #endregion

        Assert.Contains(pipeline.ProcessText(Bulletin).ToRecords()[0].Mentions, mention => mention is { Type: "HONOR", Text: "青禾杯银奖" });
    }

    [Fact]
    public void OwnModel()
    {
        MentionModel.LoadShipped().Save("my.model");

        #region own-model
        var model = MentionModel.Load("my.model");
        var pipeline = new NewsPipelineBuilder { MentionReviewer = new ModelMentionReviewer(model) }.Build();
        #endregion

        Assert.NotEmpty(pipeline.ProcessText(Bulletin).Articles);
    }

    [Fact]
    public void Services()
    {
        var services = new ServiceCollection();

        #region services
        services.AddNewsExtract(builder => builder
            .AddLexicon(EntityType.Organization, "青禾联社")
            .AddMentionRecognizer(new TelephoneRecognizer()));
        #endregion

        using var provider = services.BuildServiceProvider();
        Assert.NotEmpty(provider.GetRequiredService<NewsPipeline>().ProcessText(Bulletin).Articles);
    }

    [Fact]
    public void OwnTypes()
    {
        File.Copy(FactTypes.AcquisitionTests.PathOf(), "acquisition.facts.json", overwrite: true);
        const string Text = "远帆集团收购江川轴承有限公司\n\n远帆集团以3亿元收购江川轴承有限公司。\n";

        #region own-types
        var pipeline = new NewsPipelineBuilder().AddFactTypes("acquisition.facts.json").Build();
        #endregion

        Assert.Contains(pipeline.ProcessText(Text).ToRecords()[0].Facts, fact => fact.Type == "acquisition");

        #region own-types-check
        var examples = FactTypeFile.Load("acquisition.facts.json").RunExamples();
        foreach (var failure in examples.Failures)
        {
            Console.WriteLine($"{failure.Code}: {failure.Message}");
        }
        #endregion

        Assert.Empty(examples.Failures);
    }

    [Fact]
    public void OwnRules()
    {
        #region own-rules
        var pipeline = new NewsPipelineBuilder()
            .AddMentionRecognizer(new TelephoneRecognizer())
            .AddFactExtractor(new HotlineExtractor())
            .Build();
        #endregion

        var fact = Assert.Single(pipeline.ProcessText("青禾县开通热线\n\n青禾县开通热线12345。\n").ToRecords()[0].Facts, fact => fact.Type == "hotline");
        Assert.Equal("12345", Assert.IsType<ArgumentValue.Text>(fact.Roles["number"]).Value);
        Assert.Equal("热线12345", fact.Evidence.Text);
    }
}

#region own-recognizer
/// <summary>Finds telephone numbers of five digits: 12345.</summary>
internal sealed class TelephoneRecognizer : IMentionRecognizer
{
    private static readonly Producer s_producer = new("rule:telephone", "1");

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens) =>
    [
        .. tokens
            .Where(token => token.Span.Length == 5 && token.Span.Of(text.Text).IndexOfAnyExceptInRange('0', '9') < 0)
            .Select(token => new Mention(EntityType.Quantity, token.Span, s_producer)),
    ];
}
#endregion

#region own-extractor
/// <summary>热线12345 → a hotline fact.</summary>
internal sealed class HotlineExtractor : IFactExtractor
{
    public FactDefinition Definition { get; } = new("hotline", [new RoleDefinition("number", RoleKind.Text, Required: true)])
    {
        Description = "A telephone number that anyone may call.",
    };

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        foreach (var mention in context.Mentions)
        {
            var start = mention.Span.Start - "热线".Length;
            if (start >= 0 && context.Text.Text.AsSpan(start).StartsWith("热线"))
            {
                var number = new Argument("number", new ArgumentValue.Text(context.Text.Surface(mention.Span)), [mention.Span]);
                facts.Add(new Fact(Definition.Name, [number], new TextSpan(start, mention.Span.End), new Producer("rule:hotline", "1")));
            }
        }

        return facts;
    }
}
#endregion
