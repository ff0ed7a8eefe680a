using System.Runtime.CompilerServices;

namespace NewsExtract.Onnx.Tests;

public class OnnxMentionRecognizerTests
{
    private static readonly string[] s_labels = ["O", "B-PER", "I-PER", "B-GPE", "I-GPE", "B-GAME"];

    private static TinyModel Tiny(params string[] inputs) => new TinyModel { Labels = s_labels, Inputs = inputs.Length > 0 ? inputs : ["input_ids", "attention_mask", "token_type_ids"] }
        .Add("孟", ("B-PER", 6)).Add("河", ("I-PER", 6), ("I-GPE", 1)).Add("青", ("B-GPE", 6)).Add("县", ("I-GPE", 6)).Add("𠮷", ("I-PER", 6))
        .Add("an", ("B-PER", 6)).Add("##na", ("B-GPE", 6)).Add("棋", ("B-GAME", 6)).Add("，").Add("来").Add("(");

    [Theory]
    [InlineData("来孟河来青县。", "PER:孟河 GPE:青县")]
    [InlineData("孟𠮷河来", "PER:孟𠮷河")]
    [InlineData("😀来孟𠮷", "PER:孟𠮷")]
    [InlineData("来ANNA河，Anna", "PER:ANNA河 PER:Anna")]
    [InlineData("Änna来", "PER:Änna")]
    [InlineData("annax来", "")]
    [InlineData("河来", "")]
    [InlineData("青河县", "GPE:青河县")]
    [InlineData("棋来", "")]
    public void Spans_are_of_the_text(string text, string expected)
    {
        using var folder = new Folder();
        Tiny().Write(folder.Path);
        using var recognizer = new OnnxMentionRecognizer(folder.Path);

        Assert.Equal(expected, Find(recognizer, text));
        Assert.Equal("GAME", Assert.Single(recognizer.IgnoredLabels));
    }

    [Fact]
    public void Confidence_is_the_least_softmax_of_the_labels()
    {
        using var folder = new Folder();
        Tiny("input_ids").Write(folder.Path);
        using var recognizer = new OnnxMentionRecognizer(System.IO.Path.Combine(folder.Path, "model.onnx"), new OnnxModelOptions { Name = "own" });
        var mention = Assert.Single(recognizer.Recognize(View("孟河来"), []));

        Assert.Equal(Math.Exp(6) / (Math.Exp(6) + (2 * Math.E) + 3), mention.Confidence!.Value, 5);
        Assert.Equal(new Producer("model:own", "1"), mention.Producer);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(9)]
    public void A_long_sentence_is_read_in_parts(int tokens)
    {
        using var folder = new Folder();
        Tiny().Write(folder.Path);
        using var recognizer = new OnnxMentionRecognizer(folder.Path, new OnnxModelOptions { MaxTokens = tokens });
        var text = string.Concat(Enumerable.Repeat("来孟河，来来青县来", 20));

        Assert.Equal(string.Join(' ', Enumerable.Repeat("PER:孟河 GPE:青县", 20)), Find(recognizer, text));
    }

    [Fact]
    public void Types_of_labels_may_be_given()
    {
        using var folder = new Folder();
        Tiny().Write(folder.Path);
        var types = new Dictionary<string, EntityType?> { ["GPE"] = EntityType.Location, ["GAME"] = EntityType.Event, ["PER"] = null };
        using var recognizer = new OnnxMentionRecognizer(folder.Path, new OnnxModelOptions { LabelTypes = System.Collections.Immutable.ImmutableDictionary.CreateRange(types) });

        Assert.Equal("EVENT:棋 LOC:青县", Find(recognizer, "棋孟河青县"));
        Assert.Empty(recognizer.IgnoredLabels);
    }

    [Fact]
    public void Labels_of_BMES_follow_each_other_as_they_may()
    {
        using var folder = new Folder();
        new TinyModel { Labels = ["O", "B-PER", "M-PER", "E-PER", "S-PER"] }
            .Add("甲", ("B-PER", 4)).Add("乙", ("M-PER", 4)).Add("丙", ("E-PER", 4)).Add("丁", ("S-PER", 4)).Write(folder.Path);
        using var recognizer = new OnnxMentionRecognizer(folder.Path);

        Assert.Equal("PER:甲乙丙 PER:丁 PER:丁", Find(recognizer, "甲乙丙丁丁"));
        Assert.Equal("PER:甲丙", Find(recognizer, "来甲丙"));
        Assert.Equal("", Find(recognizer, "来来甲"));
    }

    [Theory]
    [InlineData("no-folder", "NX2012")]
    [InlineData("no-vocabulary", "NX2012")]
    [InlineData("no-labels", "NX2012")]
    [InlineData("no-model", "NX2013")]
    [InlineData("other-input", "NX2013")]
    [InlineData("long-vocabulary", "NX2014")]
    [InlineData("size-in-config", "NX2014")]
    [InlineData("no-unknown", "NX2014")]
    [InlineData("few-labels", "NX2015")]
    [InlineData("gap-in-config", "NX2015")]
    [InlineData("odd-label", "NX2016")]
    [InlineData("unknown-type", "NX2016")]
    public void What_does_not_fit_is_said(string fault, string code)
    {
        using var folder = new Folder(fault);
        Tiny(fault == "other-input" ? ["input_ids", "pixels"] : []).Write(folder.Path);
        var options = OnnxModelOptions.Default;
        switch (fault)
        {
            case "other-input": break;
            case "no-folder": folder.Dispose(); break;
            case "no-vocabulary": File.Delete(folder.At("vocab.txt")); break;
            case "no-labels": File.Delete(folder.At("labels.txt")); break;
            case "no-model": File.WriteAllText(folder.At("model.onnx"), "no model"); break;
            case "long-vocabulary": File.AppendAllText(folder.At("vocab.txt"), "多\n"); break;
            case "size-in-config": File.WriteAllText(folder.At("config.json"), """{"vocab_size": 99}"""); break;
            case "no-unknown": File.WriteAllText(folder.At("vocab.txt"), "来\n"); break;
            case "few-labels": File.WriteAllText(folder.At("labels.txt"), "O\nB-PER\n"); break;
            case "gap-in-config":
                File.Delete(folder.At("labels.txt"));
                File.WriteAllText(folder.At("config.json"), """{"id2label": {"0": "O", "2": "B-PER"}}""");
                break;
            case "odd-label": File.WriteAllLines(folder.At("labels.txt"), s_labels.Select(label => label == "B-GAME" ? "LABEL_5" : label)); break;
            default: options = options with { LabelTypes = options.LabelTypes.Add("PERSON", EntityType.Person) }; break;
        }

        var exception = Assert.Throws<OnnxModelException>(() => new OnnxMentionRecognizer(folder.Path, options));

        Assert.Equal(code, exception.Diagnostic.Code);
        Assert.StartsWith(folder.Path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_config_json_are_read_and_the_pipeline_keeps_what_is_found()
    {
        using var folder = new Folder();
        Tiny().Write(folder.Path);
        File.Delete(folder.At("labels.txt"));
        File.WriteAllText(folder.At("config.json"), "{\"id2label\": {" + string.Join(", ", s_labels.Select((label, i) => $"\"{i}\": \"{label}\"")) + "}}");
        using var recognizer = new OnnxMentionRecognizer(folder.Path, new OnnxModelOptions { Name = "own" });
        var result = new NewsPipelineBuilder().AddMentionRecognizer(recognizer).Build().ProcessText("要闻\n\n　　棋孟河来来。\n");

        var mention = Assert.Single(result.ToRecords().SelectMany(record => record.Mentions), mention => mention.Producer.StartsWith("model:own", StringComparison.Ordinal));
        Assert.Equal("孟河", mention.Text);
    }

    private static string Find(OnnxMentionRecognizer recognizer, string text) =>
        string.Join(' ', recognizer.Recognize(View(text), []).Select(mention => $"{mention.Type.Label()}:{mention.Span.Of(text)}"));

    private static ArticleText View(string text)
    {
        var span = new TextSpan(0, text.Length);
        var document = new NewsPipelineBuilder().Build().ProcessText(text).Document!;
        var article = new NewsPipelineBuilder().Splitter.Split(document)[0];
        return new ArticleText(document, article, text, [.. Enumerable.Range(0, text.Length)], [new BlockSpan(BlockKind.Body, span)], [new Sentence(span, 0)]);
    }

    private sealed class Folder : IDisposable
    {
        public Folder([CallerMemberName] string test = "")
        {
            Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"newsextract-onnx-{Environment.ProcessId}-{test}");
            Dispose();
        }

        public string Path { get; }

        public string At(string name) => System.IO.Path.Combine(Path, name);

        public void Dispose()
        {
            if (Directory.Exists(Path))
            {
                Directory.Delete(Path, recursive: true);
            }
        }
    }
}
