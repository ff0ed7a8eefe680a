using System.Collections.Immutable;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Tests.FactTypes;

public sealed class FactPolicyTests
{
    private const int Headline = 0;
    private const int Story = 5;

    private readonly FactContext _context = Context();

    [Fact]
    public void A_newly_given_post_is_no_position()
    {
        var position = Make("position", Story, ("person", "孟晓河"), ("title", "局长"));

        Assert.Equal([0], Kept(Make("appointment", Story + 3, ("person", "孟晓河"), ("title", "局长"), ("action", "appointed")), position));
        Assert.Equal(RejectionReason.OtherType, Assert.Single(_context.Trace!.Rejections).Reason);
        Assert.Equal([0, 1], Kept(Make("appointment", Story + 3, ("person", "孟晓河"), ("title", "局长"), ("action", "removed")), position));
    }

    [Fact]
    public void The_one_that_says_more_stays_in_the_place_of_the_earlier()
    {
        var bare = Make("position", Story, ("person", "孟晓河"), ("title", "局长")) with { Confidence = 0.9 };
        var full = Make("position", Story + 3, ("person", "孟晓河"), ("title", "局长"), ("organization", "市商务局")) with { Confidence = 0.5 };

        Assert.Equal([1], Kept(bare, full));
        Assert.Equal([0], Kept(full, bare));
        Assert.Contains(_context.Trace!.Rejections, rejection => rejection is { Type: "position", Reason: RejectionReason.Repeated } && rejection.Span == bare.Trigger && rejection.Other == full.Evidence);
    }

    [Fact]
    public void Of_equal_ones_the_story_goes_before_the_headline_then_the_surer_then_the_earlier()
    {
        var head = Make("honor", Headline, ("recipient", "晋宏股份"), ("honor", "绿色工厂")) with { Confidence = 0.95 };
        var story = Make("honor", Story, ("recipient", "晋宏股份"), ("honor", "绿色工厂")) with { Confidence = 0.7 };
        var surer = Make("honor", Story + 3, ("recipient", "晋宏股份"), ("honor", "绿色工厂")) with { Confidence = 0.8 };
        var last = Make("honor", Story + 6, ("recipient", "晋宏股份"), ("honor", "绿色工厂")) with { Confidence = 0.8 };

        Assert.Equal([1], Kept(head, story));
        Assert.Equal([1], Kept(story, surer));
        Assert.Equal([0], Kept(surer, last));
    }

    [Fact]
    public void Another_body_another_title_and_another_place_of_a_visit_are_other_facts()
    {
        var post = Make("position", Story, ("person", "孟晓河"), ("title", "主任"), ("organization", "市商务局"));
        var visit = Make("participation", Story, ("person", "孟晓河"), ("action", "inspect"), ("event", "调研"), ("place", "阳泉市"));

        Assert.Equal([0, 1, 2], Kept(
            post,
            Make("position", Story + 3, ("person", "孟晓河"), ("title", "主任"), ("organization", "人大")),
            Make("position", Story + 6, ("person", "孟晓河"), ("title", "副主任"), ("organization", "市商务局"))));
        Assert.Equal([0, 1], Kept(visit, Make("participation", Story + 3, ("person", "孟晓河"), ("action", "inspect"), ("event", "调研"), ("place", "江川县"))));
    }

    [Fact]
    public void A_short_name_of_the_body_and_of_the_event_and_the_ceremony_of_a_signing_say_the_same()
    {
        Assert.Equal([0], Kept(
            Make("position", Story, ("person", "孟晓河"), ("title", "董事长"), ("organization", "江川市城市建设投资集团")),
            Make("position", Story + 3, ("person", "孟晓河"), ("title", "董事长"), ("organization", "江川城投"))));
        Assert.Equal([1], Kept(
            Make("participation", Story, ("person", "孟晓河"), ("action", "attend"), ("event", "推进会")),
            Make("participation", Story + 3, ("person", "孟晓河"), ("action", "attend"), ("event", "全市项目推进会"))));
        Assert.Equal([1], Kept(
            Make("agreement", Story, ("parties", "甲、乙"), ("agreement", "合作")) with { Producer = new Producer("rule:fact.agreement.ceremony", "1") },
            Make("agreement", Story + 3, ("parties", "甲、乙"), ("agreement", "框架协议"))));
    }

    [Theory]
    [InlineData("statistic")]
    [InlineData("statement")]
    [InlineData("of-ones-own")]
    public void Each_figure_and_statement_stands_for_itself(string type) =>
        Assert.Equal([0, 1], Kept(Make(type, Story, ("content", "同样的话")), Make(type, Story + 3, ("content", "同样的话"))));

    [Fact]
    public void A_type_of_the_same_name_and_other_roles_is_left_alone() =>
        Assert.Equal([0, 1, 2], Kept(
            Make("appointment", Story, ("who", "孟晓河")),
            Make("position", Story, ("holder", "孟晓河")),
            Make("position", Story + 3, ("holder", "孟晓河"))));

    private int[] Kept(params Fact[] facts) => [.. FactPolicy.Resolve(_context, [.. facts])];

    private static Fact Make(string type, int trigger, params (string Role, string Value)[] roles) => new(
        type,
        [.. roles.Select(role => new Argument(role.Role, new ArgumentValue.Text(role.Value), []))],
        new TextSpan(trigger, trigger + 3),
        new Producer("rule:test", "1"))
    {
        Trigger = new TextSpan(trigger, trigger + 2),
    };

    private static FactContext Context()
    {
        const string source = "要闻标题\n这里是正文的一段话，长度足够。\n";
        var document = new Document { Id = new string('0', 64), SourceName = "a.txt", Text = source };
        var article = new Article { Blocks = [new Block(BlockKind.Headline, [new TextSpan(0, 4)]), new Block(BlockKind.Body, [new TextSpan(5, source.Length - 1)])] };
        return new FactContext(new ArticleTextBuilder().Build(document, article), [], [], []) { Trace = new ExtractionTrace() };
    }
}
