using System.Text;

namespace NewsExtract.Cli.Tests;

public class ExplainCommandTests
{
    private const string Bulletin = "青禾县召开项目推进会\n\n本刊讯 2024年5月8日，青禾县召开项目推进会。县委书记江成出席会议并讲话。阳泉市与江川师范大学签署合作协议。当日还签署了备忘录。云岭重工有限公司拟设立产业发展基金。大家觉得天气不错。\n";

    [Fact]
    public async Task A_fact_is_told_with_its_rule_trigger_and_the_mentions_it_is_made_of()
    {
        var lines = (await Explain("--type", "agreement")).Output.Split('\n');

        var at = Array.FindIndex(lines, line => line.StartsWith("fact 事实 agreement: 阳泉市与江川师范大学签署合作协议 ", StringComparison.Ordinal));
        Assert.True(at >= 0);
        Assert.Equal("  rule 规则: rule:fact.agreement.signing@1", lines[at + 1]);
        Assert.StartsWith("  trigger 触发词: 签署 [", lines[at + 2], StringComparison.Ordinal);
        Assert.Matches(@"^  confidence 置信度: (0\.\d\d|1\.00)$", lines[at + 3]);
        Assert.StartsWith("  parties = 阳泉市、江川师范大学 ← GPE 阳泉市 [", lines[at + 4], StringComparison.Ordinal);
        Assert.Contains("agreement = 合作协议", lines[at + 5], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("签署了备忘录", "none 未成立 agreement “签署了” ", "nothing fills parties")]
    [InlineData("拟设立", "none 未成立 establishment “设立” ", "yet to come 原文说尚未发生")]
    [InlineData("天气不错", "nothing 无结果: ", "no word here is a trigger")]
    [InlineData("江川師範大學", "fact 事实 agreement: ", "阳泉市与江川师范大学签署合作协议")]
    public async Task A_selection_says_what_was_made_of_it_or_why_nothing_was(string words, string opening, string reason)
    {
        var run = await Explain("--select", words);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Output.Split('\n'), line => line.StartsWith(opening, StringComparison.Ordinal) && line.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("会议任命李建国为总联络人。", "任命", "none 未成立 appointment “任命” ", "nothing fills title")]
    [InlineData("会议要求，任命程序要依法公开。", "任命", "none 未成立 appointment “任命” ", "nothing fills title")]
    [InlineData("会议任命副市长，李建国参加会议。", "任命", "none 未成立 appointment “任命” ", "nothing fills person")]
    [InlineData("群众说：“上级任命李建国为财政局局长。”", "任命", "none 未成立 appointment “任命” ", "the word states nothing here")]
    [InlineData("会议未任命李建国为财政局局长。", "任命", "none 未成立 appointment “任命李建国为财政局局长” ", "the text denies it")]
    [InlineData("李建国任财政局局长。会上宣布，李建国任财政局局长。", "宣布，李建国任", "none 未成立 appointment ", "told already")]
    [InlineData("馆长李建国告诉记者，观众很多。", "记者", "none 未成立 credit “记者” ", "nothing fills person")]
    [InlineData("李建国爱好摄影和书法。", "摄影", "none 未成立 credit “摄影” ", "the word states nothing here")]
    [InlineData("首日迎来观众3000人次（李建国统计）。", "李建国统计", "none 未成立 credit “李建国” ", "no trigger word beside it")]
    [InlineData("（记者 李建国）观众很多。（记者 李建国）", "很多。（记者 李建国", "none 未成立 credit “记者 李建国” ", "told already")]
    public async Task Why_a_word_of_office_or_credit_made_nothing_is_told(string story, string words, string opening, string reason)
    {
        var text = $"青禾县召开项目推进会\n\n本刊讯 2024年5月8日，青禾县召开项目推进会。{story}\n";
        var run = await CommandRun.WithInput(Encoding.UTF8.GetBytes(text), "explain", "-", "--model", "none", "--select", words);

        Assert.Contains(run.Output.Split('\n'), line => line.StartsWith(opening, StringComparison.Ordinal) && line.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("会议决定，任命李建国为江州市财政局局长。", "appointment", "任命")]
    [InlineData("李建国任江州市财政局局长。", "appointment", "任")]
    [InlineData("观众很多。（通讯员 李建国）", "credit", "通讯员")]
    [InlineData("观众很多。（记者 李建国 摄影报道）", "credit", "摄影报道")]
    public async Task The_word_of_office_or_credit_is_the_trigger(string story, string type, string trigger)
    {
        var text = $"青禾县召开项目推进会\n\n本刊讯 2024年5月8日，青禾县召开项目推进会。{story}\n";
        var run = await CommandRun.WithInput(Encoding.UTF8.GetBytes(text), "explain", "-", "--model", "none", "--type", type);

        Assert.Contains(run.Output.Split('\n'), line => line.StartsWith($"  trigger 触发词: {trigger} [", StringComparison.Ordinal));
        Assert.DoesNotContain($"none 未成立 {type} “{trigger}”", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_candidate_that_another_mention_ousts_is_told_with_its_rule()
    {
        var run = await Explain("--select", "江川师范大学", "--model", "none");

        Assert.Contains(run.Output.Split('\n'), line => line.StartsWith("none 未成立 GPE “江川” ", StringComparison.Ordinal) && line.Contains("rule:", StringComparison.Ordinal) && line.EndsWith("“江川师范大学”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_range_selects_by_units_of_the_source()
    {
        var start = Bulletin.IndexOf("签署合作", StringComparison.Ordinal);
        var run = await Explain("--range", $"{start}-{start + 2}");

        Assert.Contains($"“签署” [{start}, {start + 2})", run.Output, StringComparison.Ordinal);
        Assert.Contains("fact 事实 agreement", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_the_text_lacks_are_said_to_be_nowhere() =>
        Assert.Equal("-: no article holds the selection 所选文字不在任何文章里\n", (await Explain("--select", "海洋公园")).Output);

    [Theory]
    [InlineData("--range '12' is no range — write 120-134", "--range", "12")]
    [InlineData("--range '9-3' is no range — write 120-134", "--range", "9-3")]
    public async Task A_range_that_is_none_is_refused(string message, params string[] options)
    {
        var run = await Explain(options);

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith(message, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Tracing_alters_no_record()
    {
        var traced = new NewsPipelineBuilder { Traces = true }.Build().ProcessText(Bulletin);
        var plain = new NewsPipelineBuilder().Build().ProcessText(Bulletin);

        Assert.Equal(plain.ToJsonLines(), traced.ToJsonLines());
        Assert.All(plain.Articles, article => Assert.Empty(article.Rejections));
        Assert.NotEmpty(traced.Articles[0].Rejections);
    }

    private static Task<CommandRun> Explain(params string[] options) =>
        CommandRun.WithInput(Encoding.UTF8.GetBytes(Bulletin), ["explain", "-", .. options]);
}
