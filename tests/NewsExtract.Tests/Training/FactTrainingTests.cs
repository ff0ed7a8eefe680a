using System.Text;
using NewsExtract.Learning;
using NewsExtract.Learning.Models;
using NewsExtract.Training;

namespace NewsExtract.Tests.Training;

public sealed class FactTrainingTests : IDisposable
{
    private const string Bulletin = "要闻\n\n5月8日，市商务局局长孟晓河出席全市项目推进会。\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-facts").FullName;
    private readonly string[] _marked;

    public FactTrainingTests() => _marked = MarkedPositions.Write(_folder, 60);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_data_gives_the_same_bytes()
    {
        Train().Save(Path.Combine(_folder, "1.model"));
        Train().Save(Path.Combine(_folder, "2.model"));

        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "1.model")), File.ReadAllBytes(Path.Combine(_folder, "2.model")));
    }

    [Fact]
    public void A_model_of_ones_own_tells_right_from_wrong_and_leaves_the_unlikely_out()
    {
        var path = Path.Combine(_folder, "own.model");
        FactTraining.Calibrate(Train(), _marked).Save(path);
        var builder = new NewsPipelineBuilder { FactScorer = new ModelFactScorer(FactModel.Load(path)), Traces = true };

        var article = builder.Build().ProcessText(Bulletin).Articles[0];

        var fact = Assert.Single(article.Facts);
        Assert.Equal("position", fact.Type);
        Assert.InRange(fact.Confidence!.Value, 0.9, 1);
        var left = Assert.Single(article.Rejections, rejection => rejection.Reason == RejectionReason.Model);
        Assert.Equal(("participation", "出席"), (left.Type, article.Text.Surface(left.Span)));
        Assert.StartsWith("rule:fact.participation.", left.Producer!.Value.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void Held_out_facts_are_scored_once_each()
    {
        var training = new FactTraining();
        training.AddBulletins("own", "ours", _marked);

        var scored = training.HoldOut(10);

        Assert.Equal(120, scored.Count);
        Assert.Equal(60, scored.Count(fact => fact.IsRight));
        Assert.All(scored, fact => Assert.Equal(fact.IsRight, fact.Probability > 0.5));
    }

    [Fact]
    public void A_model_that_was_not_calibrated_gives_no_confidence()
    {
        var result = new NewsPipelineBuilder { FactScorer = new ModelFactScorer(Train()) }.Build().ProcessText(Bulletin);

        Assert.Null(Assert.Single(result.Articles[0].Facts).Confidence);
    }

    [Fact]
    public void Too_few_facts_are_refused()
    {
        var training = new FactTraining();
        training.AddBulletins("own", "ours", _marked[..9]);

        Assert.Contains("18 facts of these bulletins, 9 of them right", Assert.Throws<InvalidDataException>(() => training.Train("own", "1")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no zip at all")]
    [InlineData("")]
    public void A_file_that_is_no_model_is_refused(string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        Assert.StartsWith("x.model is no model", Assert.Throws<ModelFileException>(() => FactModel.Load(stream, "x.model")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_model_one_of_another_version_and_one_of_another_kind_are_refused()
    {
        var model = Train();
        Assert.Contains("damaged", Refusal(model.Manifest with { TreesSha256 = new string('0', 64) }, model), StringComparison.Ordinal);
        Assert.Contains("another version", Refusal(model.Manifest with { Format = 99 }, model), StringComparison.Ordinal);
        Assert.Contains("a model of mentions, not of facts", Refusal(model.Manifest with { Kind = "mentions" }, model), StringComparison.Ordinal);

        model.Save(Path.Combine(_folder, "facts.model"));
        Assert.Contains("a model of facts, not of mentions", Assert.Throws<ModelFileException>(() => MentionModel.Load(Path.Combine(_folder, "facts.model"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_model_is_read_and_says_on_what_it_was_trained()
    {
        var manifest = FactModel.LoadShipped().Manifest;

        Assert.All(manifest.Data, data => Assert.NotEqual("not given", data.Licence));
        Assert.InRange(manifest.Calibration!.Slope, 0.01, 10);
        Assert.Equal(ModelMentionReviewer.Shipped.Producer.ToString(), manifest.Mentions);
        Assert.Equal(new NewsPipelineBuilder().FactDefinitions.Select(definition => definition.Name).Order(StringComparer.Ordinal), manifest.Vocabulary.Types);
    }

    [Fact]
    public void The_curve_is_that_by_which_right_and_wrong_were_drawn()
    {
        // Half as sure as the model says, in log odds.
        var judged = Enumerable.Range(1, 19).SelectMany(step =>
        {
            var probability = step / 20.0;
            var odds = 0.5 * Math.Log(probability / (1 - probability));
            var right = (int)Math.Round(1000 / (1 + Math.Exp(-odds)));
            return Enumerable.Range(0, 1000).Select(index => (probability, index < right));
        }).ToList();

        var curve = LogisticFit.Fit(judged);

        Assert.InRange(curve.Slope, 0.49, 0.51);
        Assert.InRange(curve.Offset, -0.01, 0.01);
        Assert.Equal(0.5, curve.Of(0.5));
    }

    private FactModel Train()
    {
        var training = new FactTraining();
        training.AddBulletins("own", "ours", _marked);
        return training.Train("own", "7");
    }

    private string Refusal(FactModelManifest manifest, FactModel model)
    {
        var path = Path.Combine(_folder, "bad.model");
        new FactModel(manifest, model.Trees).Save(path);
        return Assert.Throws<ModelFileException>(() => FactModel.Load(path)).Message;
    }
}
