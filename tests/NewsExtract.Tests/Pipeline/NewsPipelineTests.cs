using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsExtract.Readers.Tests.Pdf;

namespace NewsExtract.Tests.Pipeline;

public class NewsPipelineTests
{
    private const string Bulletin = "青禾县召开项目推进会\n\n本刊讯 5月8日，青禾县召开项目推进会。县委书记江成与大家座谈，今年已签约项目12个。（赵青）\n";

    private static readonly NewsPipeline s_pipeline = new NewsPipelineBuilder().Build();

    [Fact]
    public void A_source_that_cannot_be_read_gives_a_failed_result_with_its_diagnostic()
    {
        var result = s_pipeline.Process(new DocumentSource("empty.txt", ReadOnlyMemory<byte>.Empty));

        Assert.Equal(ExtractionStatus.Failed, result.Status);
        Assert.Null(result.Document);
        Assert.Equal("NX1001", Assert.Single(result.Diagnostics).Code);
        Assert.Empty(result.ToRecords());
    }

    [Fact]
    public async Task Results_come_in_the_order_of_the_sources_whatever_fails()
    {
        var sources = Enumerable.Range(0, 60).Select(i => i % 7 == 3
            ? new DocumentSource($"{i}", ReadOnlyMemory<byte>.Empty)
            : Source($"{i}", string.Concat(Enumerable.Repeat(Bulletin, 1 + (i % 5)))));

        var results = await s_pipeline.ProcessAsync(sources, new ProcessingOptions { MaxConcurrency = 4 }).ToListAsync();

        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"{i}"), results.Select(result => result.SourceName));
        Assert.All(results, (result, i) => Assert.Equal(i % 7 == 3, result.Status == ExtractionStatus.Failed));
    }

    [Fact]
    public async Task Sources_are_asked_for_as_they_are_needed()
    {
        var asked = 0;
        var sources = Enumerable.Range(0, 1000).Select(i =>
        {
            Interlocked.Increment(ref asked);
            return Source($"{i}", Bulletin);
        });

        await foreach (var result in s_pipeline.ProcessAsync(sources, new ProcessingOptions { MaxConcurrency = 2 }))
        {
            break;
        }

        Assert.InRange(asked, 1, 20);
    }

    [Fact]
    public async Task Cancellation_stops_the_stream()
    {
        using var cancellation = new CancellationTokenSource();
        var seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in s_pipeline.ProcessAsync(Enumerable.Repeat(Source("a", Bulletin), 1000), cancellation: cancellation.Token))
            {
                if (++seen == 3)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.Equal(3, seen);
    }

    [Fact]
    public async Task One_thread_and_many_give_the_same_bytes()
    {
        var sources = Enumerable.Range(0, 40).Select(i => Source($"{i}.txt", Bulletin.Replace("12", $"{i + 2}", StringComparison.Ordinal))).ToList();

        var one = await Lines(sources, 1);
        var many = await Lines(sources, 8);
        var again = await Lines(sources, 8);

        Assert.Equal(one, many);
        Assert.Equal(many, again);
    }

    [Fact]
    public void Listed_names_win_over_rules_and_stand_as_words_only()
    {
        var pipeline = new NewsPipelineBuilder().AddLexicon(EntityType.Person, "江成").Build();

        var record = Assert.Single(pipeline.ProcessText(Bulletin + "\n长江成为航道。\n").ToRecords().Take(1));

        var person = Assert.Single(record.Mentions, mention => mention.Producer == "lexicon:user@1");
        Assert.Equal("江成", person.Text);
        Assert.Equal("PER", person.Type);
    }

    [Fact]
    public void Listed_names_are_found_in_either_script()
    {
        var pipeline = new NewsPipelineBuilder().AddLexicon(EntityType.Organization, "青禾聯社").Build();

        var record = pipeline.ProcessText("青禾联社昨日揭牌\n\n青禾联社昨日揭牌。\n").ToRecords()[0];

        Assert.Contains(record.Mentions, mention => mention is { Type: "ORG", Text: "青禾联社" });
    }

    [Fact]
    public void A_user_dictionary_needs_the_default_tokenizer()
    {
        var builder = new NewsPipelineBuilder { Tokenizer = new Chinese.Segmentation.SpanTokenizer() }
            .AddUserDictionary(new Chinese.Segmentation.UserDictionary([new("青禾聯社")]));

        Assert.Throws<InvalidOperationException>(builder.Build);
    }

    [Fact]
    public void A_fact_type_cannot_have_two_extractors()
    {
        var builder = new NewsPipelineBuilder();
        builder.AddFactExtractor(builder.FactExtractors[0]);

        Assert.Throws<InvalidOperationException>(builder.Build);
    }

    [Fact]
    public void Every_fact_says_how_sure_it_is_unless_the_scorer_is_left_out()
    {
        var facts = s_pipeline.ProcessText(Bulletin).Articles[0].Facts;
        var plain = new NewsPipelineBuilder { FactScorer = null }.Build().ProcessText(Bulletin).Articles[0].Facts;

        Assert.NotEmpty(facts);
        Assert.All(facts, fact => Assert.InRange(Assert.NotNull(fact.Confidence), 0, 1));
        Assert.All(plain, fact => Assert.Null(fact.Confidence));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.25)]
    public void Facts_of_ones_own_extractor_keep_what_it_says_of_them(double? confidence)
    {
        var result = new NewsPipelineBuilder { FactScorer = new KeepsNothing() }.AddFactExtractor(new HeadlineExtractor(confidence)).Build().ProcessText(Bulletin);

        Assert.Equal(confidence, Assert.Single(result.Articles[0].Facts).Confidence);
    }

    [Fact]
    public void An_extractor_of_the_library_that_is_wrapped_is_judged_as_before()
    {
        var builder = new NewsPipelineBuilder();
        for (var i = 0; i < builder.FactExtractors.Count; i++)
        {
            builder.FactExtractors[i] = new Wrapped(builder.FactExtractors[i]);
        }

        Assert.Equal(
            s_pipeline.ProcessText(Bulletin).ToJsonLines(),
            builder.Build().ProcessText(Bulletin).ToJsonLines());
    }

    [Fact]
    public void What_a_scorer_leaves_out_is_told_in_the_trace()
    {
        var facts = s_pipeline.ProcessText(Bulletin).Articles[0].Facts;
        var result = new NewsPipelineBuilder { FactScorer = new KeepsNothing(), Traces = true }.Build().ProcessText(Bulletin).Articles[0];

        Assert.Empty(result.Facts);
        Assert.All(facts, fact => Assert.Contains(result.Rejections, rejection =>
            rejection.Reason == RejectionReason.Model && rejection.Type == fact.Type && rejection.Span == (fact.Trigger ?? fact.Evidence) && rejection.Producer == fact.Producer));
    }

    [Fact]
    public void Services_share_one_pipeline()
    {
        var services = new ServiceCollection().AddNewsExtract(builder => builder.AddLexicon(EntityType.Person, "江成"));
        using var provider = services.BuildServiceProvider();

        var pipeline = provider.GetRequiredService<NewsPipeline>();

        Assert.Same(pipeline, provider.GetRequiredService<NewsPipeline>());
        Assert.Contains(pipeline.ProcessText(Bulletin).ToRecords()[0].Mentions, mention => mention.Text == "江成");
    }

    [Theory]
    [InlineData("page.html")]
    [InlineData("print.pdf")]
    public async Task A_file_of_any_format_is_extracted_under_its_name(string name)
    {
        var path = Path.Combine(Path.GetTempPath(), $"newsextract-{Environment.ProcessId}-{name}");
        await File.WriteAllBytesAsync(path, name.EndsWith("html", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes("<html><body><h1>青禾县召开项目推进会</h1><p>5月8日，县委书记江成主持会议。</p></body></html>") : PdfBytes.Write(PdfBytes.ChineseFont("GBK-EUC-H"), [PdfBytes.Show("青禾县召开项目推进会", 60, 760) + PdfBytes.Show("5月8日，县委书记江成主持会议。", 60, 712)]));
        try
        {
            var result = await s_pipeline.ProcessFileAsync(path);

            Assert.Equal(ExtractionStatus.Complete, result.Status);
            Assert.Equal(Path.GetFileName(path), result.SourceName);
            var record = Assert.Single(result.ToRecords());
            Assert.Equal("青禾县召开项目推进会", record.Article.Headline);
            Assert.Contains(record.Facts, fact => fact.Type == "position");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_the_callers_error() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => s_pipeline.ProcessFileAsync(Path.Combine(Path.GetTempPath(), "newsextract-is-not-here.html")));

    [Fact]
    public void A_text_in_memory_is_no_page()
    {
        const string Text = "<html><body><p>县委书记江成主持会议。</p></body></html>";

        Assert.Equal(Text, s_pipeline.ProcessText(Text).Document!.Text);
    }

    private static DocumentSource Source(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private static async Task<string> Lines(IEnumerable<DocumentSource> sources, int concurrency)
    {
        var builder = new StringBuilder();
        await foreach (var result in s_pipeline.ProcessAsync(sources, new ProcessingOptions { MaxConcurrency = concurrency }))
        {
            builder.Append(result.ToJsonLines());
        }

        return builder.ToString();
    }

    private sealed class KeepsNothing : IFactScorer
    {
        public ImmutableArray<FactScore> Score(FactContext context, ImmutableArray<Fact> facts) => [.. facts.Select(_ => new FactScore(0, IsKept: false))];
    }

    private sealed class Wrapped(IFactExtractor inner) : IFactExtractor
    {
        public FactDefinition Definition => inner.Definition;

        public IReadOnlyList<Fact> Extract(FactContext context) => inner.Extract(context);
    }

    private sealed class HeadlineExtractor(double? confidence) : IFactExtractor
    {
        public FactDefinition Definition { get; } = new("headline", []);

        public IReadOnlyList<Fact> Extract(FactContext context) => [new Fact("headline", [], context.Text.Blocks[0].Span, new Producer("own", "1")) { Confidence = confidence }];
    }
}
