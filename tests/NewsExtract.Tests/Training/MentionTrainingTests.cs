using System.Text;
using NewsExtract.Learning;
using NewsExtract.Learning.Models;
using NewsExtract.Learning.Sequences;
using NewsExtract.Training;

namespace NewsExtract.Tests.Training;

public sealed class MentionTrainingTests : IDisposable
{
    // Invented, and nothing that rules know: a sculpture park's short name, time and again in the same surroundings.
    private const string Marked = """
        园区新闻

        {FAC|云杉坞}昨日迎来参观者。{PER|孟晓河}在{FAC|云杉坞}种下一棵树。记者走进{FAC|云杉坞}，看见花开。
        {DATE|2022年5月6日}，{DATE|2022年5月7日}，{DATE|2022年6月8日}，傍晚，{PER|孟晓河}离开{FAC|云杉坞}回家。市民常在{FAC|云杉坞}散步，{FAC|云杉坞}的路很平。
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-training").FullName;

    public MentionTrainingTests() => File.WriteAllText(Path.Combine(_folder, "a.ann"), Marked);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_data_gives_the_same_bytes()
    {
        Train().Save(Path.Combine(_folder, "1.model"));
        Train().Save(Path.Combine(_folder, "2.model"));

        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "1.model")), File.ReadAllBytes(Path.Combine(_folder, "2.model")));
    }

    [Fact]
    public void A_model_of_ones_own_is_loaded_in_two_lines()
    {
        Train().Save(Path.Combine(_folder, "own.model"));

        var builder = new NewsPipelineBuilder { MentionReviewer = new ModelMentionReviewer(MentionModel.Load(Path.Combine(_folder, "own.model"))) };
        var result = builder.Build().ProcessText("园区新闻\n\n记者走进云杉坞，看见花开。\n");

        var mention = Assert.Single(result.Articles[0].Mentions, mention => mention.Type == EntityType.Facility);
        Assert.Equal("云杉坞", result.Articles[0].Text.Surface(mention.Span));
        Assert.Equal("model:own@7", mention.Producer.ToString());
    }

    [Fact]
    public void What_rules_found_keeps_its_rule_and_value()
    {
        var pipeline = new NewsPipelineBuilder { MentionReviewer = new ModelMentionReviewer(MentionTraining.Calibrate(Train(), [Path.Combine(_folder, "a.ann")])) }.Build();
        var result = pipeline.ProcessText("园区新闻\n\n2023年12月1日，记者走进云杉坞，看见花开。\n");

        var date = Assert.Single(result.Articles[0].Mentions, mention => mention.Type == EntityType.Date);
        Assert.StartsWith("rule:", date.Producer.Id, StringComparison.Ordinal);
        Assert.Equal("2023-12-01", Assert.IsType<DateValue>(date.Value).Edtf);
        Assert.All(result.Articles[0].Mentions, mention => Assert.InRange(mention.Confidence!.Value, 0, 1));
    }

    [Fact]
    public void The_shipped_model_is_read_and_says_on_what_it_was_trained()
    {
        var manifest = MentionModel.LoadShipped().Manifest;

        Assert.NotEmpty(manifest.Data);
        Assert.All(manifest.Data, data => Assert.NotEqual("not given", data.Licence));
        Assert.NotEmpty(manifest.Calibration);
    }

    [Theory]
    [InlineData("no zip at all")]
    [InlineData("")]
    public void A_file_that_is_no_model_is_refused(string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var exception = Assert.Throws<ModelFileException>(() => MentionModel.Load(stream, "x.model"));
        Assert.StartsWith("x.model is no model", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_model_and_one_of_another_version_are_refused()
    {
        var model = Train();
        Assert.Contains("damaged", Refusal(model.Manifest with { WeightsSha256 = new string('0', 64) }, model), StringComparison.Ordinal);
        Assert.Contains("another version", Refusal(model.Manifest with { Format = 99 }, model), StringComparison.Ordinal);
        Assert.Contains("other mention types", Refusal(model.Manifest with { Types = ["PER"] }, model), StringComparison.Ordinal);
        Assert.Contains("needs the tags of lac@9", Refusal(model.Manifest with { CharacterTags = "lac@9" }, model), StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_of_other_corpora_are_read_in_each_of_their_forms()
    {
        var path = Path.Combine(_folder, "s.txt");
        File.WriteAllText(path, "# text = 孟晓河到江州\n1\t孟晓河\tB-PER\n2\t到\tO\n3\t江州\tB-LOC\n\n孟 B-NAME\n晓 M-NAME\n河 E-NAME\n说 O\n");

        var sentences = LabelledSentences.Read(path).ToList();

        Assert.Equal("孟晓河到江州", sentences[0].Text);
        Assert.Equal(("PER", new TextSpan(0, 3)), sentences[0].Marks[0]);
        Assert.Equal(("LOC", new TextSpan(4, 6)), sentences[0].Marks[1]);
        Assert.Equal(("NAME", new TextSpan(0, 3)), Assert.Single(sentences[1].Marks));
    }

    [Theory]
    [InlineData("说 O\n孟 I-PER\n", "(2): the tag I-PER of “孟” can't stand after O")]
    [InlineData("孟 I-PER\n", "(1): the tag I-PER of “孟” can't stand first in a sentence")]
    [InlineData("孟 B-PER\n\n晓 I-PER\n", "(3): the tag I-PER of “晓” can't stand first in a sentence")]
    [InlineData("江 B-LOC\n州 I-ORG\n", "(2): the tag I-ORG of “州” can't stand after B-LOC")]
    [InlineData("孟 B-NAME\n河 E-NAME\n说 M-NAME\n", "(3): the tag M-NAME of “说” can't stand after E-NAME")]
    [InlineData("孟 B-NAME\n晓 M-NAME\n说 O\n", "(3): the tag O of “说” can't stand after M-NAME")]
    [InlineData("孟 B-NAME\n晓 M-NAME\n", "(3): the sentence ends after M-NAME, in the middle of a mention")]
    [InlineData("孟 PER\n", "(1): the tag PER of “孟” can't stand first in a sentence")]
    [InlineData("孟 B-\n", "(1): the tag B- of “孟” can't stand first in a sentence")]
    public void Tags_that_contradict_one_another_are_refused(string lines, string message)
    {
        var path = Path.Combine(_folder, "s.txt");
        File.WriteAllText(path, lines);
        var told = new List<string>();

        Assert.Equal(path + message, Assert.Throws<InvalidDataException>(() => LabelledSentences.Read(path).ToList()).Message);

        File.AppendAllText(path, "\n说 O\n");
        Assert.Equal("说", LabelledSentences.Read(path, told.Add).Last().Text);
        Assert.Equal([path + message], told);
    }

    [Fact]
    public void Mentions_may_stand_side_by_side_and_end_with_the_sentence()
    {
        var path = Path.Combine(_folder, "s.txt");
        File.WriteAllText(path, "孟 B-PER\n河 I-PER\n江 B-LOC\n汪 S-PER\n秋 B-PER\n\n说 O\n");

        (string, TextSpan)[] marks = [("PER", new TextSpan(0, 2)), ("LOC", new TextSpan(2, 3)), ("PER", new TextSpan(3, 4)), ("PER", new TextSpan(4, 5))];
        Assert.Equal(marks, LabelledSentences.Read(path).First().Marks.ToArray());
    }

    [Fact]
    public void A_corpus_that_marks_no_facilities_does_not_teach_that_there_are_none()
    {
        var path = Path.Combine(_folder, "s.txt");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("记 O\n者 O\n走 O\n进 O\n云 O\n杉 O\n坞 O\n， O\n看 O\n见 O\n花 O\n开 O\n。 O\n\n", 20)));
        var training = new MentionTraining();
        training.AddBulletins("own", "ours", [Path.Combine(_folder, "a.ann")]);
        training.AddSentences("foreign", "theirs", [.. LabelledSentences.Read(path)]);
        var model = training.Train("own", "7", SequenceTraining.Default with { LeastCount = 1, Epochs = 8 });

        var result = new NewsPipelineBuilder { MentionReviewer = new ModelMentionReviewer(model) }.Build().ProcessText("园区新闻\n\n记者走进云杉坞，看见花开。\n");

        Assert.Single(result.Articles[0].Mentions, mention => mention.Type == EntityType.Facility);
    }

    [Fact]
    public void Sentences_whose_marks_overlap_are_refused()
    {
        var sentence = new LabelledSentence("江州大学校长", [("LOC", new TextSpan(0, 2)), ("ORG", new TextSpan(0, 4))]);

        var exception = Assert.Throws<InvalidDataException>(() => new MentionTraining().AddSentences("foreign", "theirs", [sentence]));

        Assert.Equal("a mark ORG of “江州大学” overlaps the mark before it: marks must not", exception.Message);
    }

    [Fact]
    public void A_mark_that_reaches_over_the_end_of_a_paragraph_is_refused()
    {
        var path = Path.Combine(_folder, "over.ann");
        File.WriteAllText(path, "园区新闻\n\n记者昨日走进{FAC|云杉坞。\n    市民}常在这里散步，看见花开。\n");

        var exception = Assert.Throws<InvalidDataException>(() => new MentionTraining().AddBulletins("own", "ours", [path]));

        Assert.StartsWith($"{path}: the marks at “", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reliability_curve_never_falls()
    {
        var judged = Enumerable.Range(0, 1000).Select(i => (i / 1000.0, (i * 7919) % 1000 < i)).ToList();
        var curve = ReliabilityCurve.Fit(judged);

        Assert.True(curve.Length > 3);
        Assert.Equal(curve.Select(point => point.Right).Order(), curve.Select(point => point.Right));
        Assert.All(curve, point => Assert.InRange(Math.Abs(point.Raw - point.Right), 0, 0.1));
    }

    [Theory]
    [InlineData(true, "lac-small@1")]
    [InlineData(false, null)]
    public void A_model_says_whether_it_was_trained_with_the_tags_of_lac(bool usesCharacterTags, string? tags)
    {
        var model = Train(usesCharacterTags);

        Assert.Equal(tags, model.Manifest.CharacterTags);
        Assert.NotEmpty(new NewsPipelineBuilder { MentionReviewer = new ModelMentionReviewer(model) }.Build().ProcessText("园区新闻\n\n记者走进云杉坞，看见花开。\n").Articles[0].Mentions);
    }

    [Fact]
    public void A_model_learns_from_misread_bulletins_and_says_so()
    {
        var plain = Train();
        var noisy = Train(noise: 1);

        Assert.Null(plain.Manifest.Noise);
        Assert.DoesNotContain("noise", plain.Manifest.ToJson(), StringComparison.Ordinal);
        Assert.Equal(1, noisy.Manifest.Noise);
        Assert.NotEqual(plain.Manifest.WeightsSha256, noisy.Manifest.WeightsSha256);
        Assert.Equal(noisy.Manifest.WeightsSha256, Train(noise: 1).Manifest.WeightsSha256);
    }

    private MentionModel Train(bool usesCharacterTags = true, double noise = 0)
    {
        var training = new MentionTraining(usesCharacterTags, noise);
        training.AddBulletins("own", "ours", [Path.Combine(_folder, "a.ann")]);
        return training.Train("own", "7", SequenceTraining.Default with { LeastCount = 1, Epochs = 8 });
    }

    private string Refusal(ModelManifest manifest, MentionModel model)
    {
        var path = Path.Combine(_folder, "bad.model");
        new MentionModel(manifest, model.Weights, model.Spans).Save(path);
        return Assert.Throws<ModelFileException>(() => MentionModel.Load(path)).Message;
    }
}
