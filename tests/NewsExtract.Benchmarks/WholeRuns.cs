using System.Text;
using NewsExtract.Chinese.Segmentation;

namespace NewsExtract.Benchmarks;

/// <summary>Runs of a whole process, timed from outside or stage by stage.</summary>
internal static class WholeRuns
{
    public static void Segment(ITokenizer tokenizer, string path)
    {
        long bytes = 0, tokens = 0;
        foreach (var file in DevTexts.Files(path))
        {
            var content = File.ReadAllBytes(file);
            bytes += content.Length;
            tokens += tokenizer.Tokenize(Encoding.UTF8.GetString(content)).Length;
        }

        Console.WriteLine($"{bytes} bytes, {tokens} tokens");
    }

    /// <summary>The best of several passes for each stage, after one pass to warm up.</summary>
    public static void Stages(string path, int repeats)
    {
        var texts = DevTexts.Read(path);
        var megabytes = texts.Sum(text => (double)text.Bytes.Length) / 1e6;
        var builder = new NewsPipelineBuilder();
        var clock = new StageClock();
        builder.Reader = new TimedReader(builder.Reader, clock);
        builder.Splitter = new TimedSplitter(builder.Splitter, clock);
        builder.TextBuilder = new TimedTextBuilder(builder.TextBuilder, clock);
        builder.Tokenizer = new TimedTokenizer(builder.Tokenizer ?? new SpanTokenizer(), clock);
        builder.MentionReviewer = builder.MentionReviewer is { } reviewer ? new TimedReviewer(reviewer, clock) : null;
        builder.FactScorer = builder.FactScorer is { } scorer ? new TimedScorer(scorer, clock) : null;
        builder.EntityResolver = new TimedResolver(builder.EntityResolver, clock);
        Wrap(builder.MentionRecognizers, recognizer => new TimedRecognizer(recognizer, clock));
        Wrap(builder.FactExtractors, extractor => new TimedExtractor(extractor, clock));
        var pipeline = builder.Build();
        var generator = new GeneratorRecord("newsextract", "0.0.0");
        var articles = 0;
        for (var pass = 0; pass <= repeats; pass++)
        {
            clock.StartPass();
            var start = StageClock.Nanoseconds();
            articles = 0;
            foreach (var (name, bytes) in texts)
            {
                foreach (var article in pipeline.Process(new DocumentSource(name, bytes)).Articles)
                {
                    articles++;
                    clock.Measure("record", () => RecordJson.Serialize(RecordBuilder.Build(article, generator)));
                }
            }

            clock.Add("all", StageClock.Nanoseconds() - start);
            clock.EndPass(keep: pass > 0);
        }

        Console.WriteLine($"{texts.Count} texts, {articles} articles, {megabytes:F2} MB; best of {repeats} passes");
        Console.WriteLine($"collections {GC.CollectionCount(0)} / {GC.CollectionCount(1)} / {GC.CollectionCount(2)}, paused for {GC.GetTotalPauseDuration().TotalMilliseconds:F0} ms of all passes");
        Console.WriteLine($"{"stage",-44} {"ms",9} {"MB/s",8} {"KB",9}");
        double mentions = 0, facts = 0;
        foreach (var (stage, milliseconds, allocated) in clock.Best())
        {
            mentions += stage == "segment" || stage.StartsWith("mentions:", StringComparison.Ordinal) ? milliseconds : 0;
            facts += stage == "entities" || stage.StartsWith("facts:", StringComparison.Ordinal) ? milliseconds : 0;
            Console.WriteLine($"{stage,-44} {milliseconds,9:F2} {megabytes / milliseconds * 1000,8:F1} {allocated / 1000,9}");
        }

        Console.WriteLine($"mentions (words, recognizers, model) {mentions:F2} ms; facts (entities, extractors, model) {facts:F2} ms, {facts / mentions:P0} of the former");
    }

    private static void Wrap<T>(IList<T> stages, Func<T, T> wrap)
    {
        for (var i = 0; i < stages.Count; i++)
        {
            stages[i] = wrap(stages[i]);
        }
    }
}
