namespace NewsExtract.Readers.Tests.Layout;

public class BylineTests
{
    [Theory]
    [InlineData("本报记者 方小石 通讯员 何亮", "方小石")]
    [InlineData("□ 本报记者 方小石", "方小石")]
    [InlineData("■方小石 何亮", "方小石 何亮")]
    [InlineData("文／方小石　图／何亮", "方小石")]
    [InlineData("文/图 方小石", "方小石")]
    [InlineData("作者：方小石", "方小石")]
    [InlineData("记者 方小石 何亮 文/图", "方小石 何亮")]
    [InlineData("江州日报记者　方小石　实习生　何亮", "方小石")]
    [InlineData("本报记者　方　石", "方　石")]
    [InlineData("本报记者 阿拉坦·苏和", "阿拉坦·苏和")]
    [InlineData("本报评论员 方小石", "方小石")]
    [InlineData("（记者 方小石）", "方小石")]
    [InlineData("撰文 | 方小石", "方小石")]
    [InlineData("见习记者 欧阳石 摄影报道", "欧阳石")]
    [InlineData("通讯员 何亮", null)]
    public void Line_below_the_headline(string byline, string? author)
    {
        var article = Assert.Single(Bulletin.Split($"石桥园区生产忙\n\n{byline}\n\n清晨，石桥园区的车间里机器轰鸣。\n\n工人们正在生产出口订单。"));
        Assert.Equal(author, article.Author);
        Assert.Equal([BlockKind.Headline, BlockKind.Byline, BlockKind.Body, BlockKind.Body], article.Blocks.Select(block => block.Kind));
    }

    [Theory]
    [InlineData("本报讯（记者 方小石 通讯员 何亮）昨日，", "方小石")]
    [InlineData("本报讯（方小石）昨日，", "方小石")]
    [InlineData("本报讯（记者方小石、何亮）昨日，", "方小石 何亮")]
    [InlineData("本报讯　记者 方小石　2月16日，", "方小石")]
    [InlineData("本报讯记者方小石报道：昨日，", "方小石")]
    [InlineData("本报江州3月5日电　记者方小石、通讯员何亮报道：昨日，", "方小石")]
    [InlineData("新华社江州3月5日电（记者方小石 何亮）昨日，", "方小石 何亮")]
    [InlineData("中新社江州3月5日电 (记者 方小石)昨日，", "方小石")]
    [InlineData("（记者 方小石）昨日，", "方小石")]
    [InlineData("江州·临江（记者 方小石）昨日，", "方小石")]
    [InlineData("【本报讯】（记者 方小石）昨日，", "方小石")]
    [InlineData("【本報訊】記者方小石報導：昨日，", "方小石")]
    [InlineData("【記者方小石／臺北報導】昨日，", "方小石")]
    [InlineData("〔記者方小石／台中報導〕昨日，", "方小石")]
    [InlineData("（記者方小石／綜合報導）昨日，", "方小石")]
    [InlineData("本报讯（通讯员 何亮）昨日，", null)]
    [InlineData("本报讯 昨日，", null)]
    public void Opening_of_the_story(string opening, string? author)
    {
        var article = Assert.Single(Bulletin.Split($"石桥园区生产忙\n\n{opening}石桥园区的车间里机器轰鸣。\n\n工人们正在生产出口订单。"));
        Assert.Equal(author, article.Author);
        Assert.Equal([BlockKind.Headline, BlockKind.Body, BlockKind.Body], article.Blocks.Select(block => block.Kind));
    }

    [Theory]
    [InlineData("（方小石）", "方小石")]
    [InlineData("（方小石　何亮）", "方小石 何亮")]
    [InlineData("（本报记者 方小石）", "方小石")]
    [InlineData("（方小石 文/图）", "方小石")]
    [InlineData("（记者 方小石 通讯员 何亮）", "方小石")]
    [InlineData("（方小石　图/何亮）", "方小石")]
    [InlineData("（完）", null)]
    [InlineData("（掌声）", null)]
    [InlineData("（据新华社）", null)]
    public void Brackets_after_the_last_sentence(string byline, string? author)
    {
        var article = Assert.Single(Bulletin.Split($"石桥园区生产忙\n\n清晨，石桥园区的车间里机器轰鸣。\n\n工人们正在生产出口订单。{byline}"));
        Assert.Equal(author, article.Author);
        Assert.EndsWith(byline, Bulletin.Split($"石桥园区生产忙\n\n清晨，石桥园区的车间里机器轰鸣。\n\n工人们正在生产出口订单。{byline}")[0].Blocks[^1].Pieces[^1]
            .Of($"石桥园区生产忙\n\n清晨，石桥园区的车间里机器轰鸣。\n\n工人们正在生产出口订单。{byline}").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("（方小石）", "方小石")]
    [InlineData("（文/方小石）", "方小石")]
    [InlineData("　　　　　　（方小石 文／图）", "方小石")]
    [InlineData("责任编辑：方小石　美术编辑：何亮", null)]
    [InlineData("版面编辑 方小石 校对 何亮", null)]
    [InlineData("本版图片除署名外均由方小石摄", null)]
    public void Line_at_the_end(string byline, string? author)
    {
        var article = Assert.Single(Bulletin.Split($"石桥园区生产忙\n\n清晨，石桥园区的车间里机器轰鸣。\n\n工人们正在生产出口订单。\n\n{byline}"));
        Assert.Equal(author, article.Author);
        Assert.Equal([BlockKind.Headline, BlockKind.Body, BlockKind.Body, BlockKind.Byline], article.Blocks.Select(block => block.Kind));
    }

    [Theory]
    [InlineData("记者节快乐")]
    [InlineData("图文并茂")]
    [InlineData("摄影大赛开幕")]
    [InlineData("文化惠民进万家")]
    [InlineData("记者走基层")]
    [InlineData("设计之都")]
    public void A_headline_with_a_credit_word_is_no_byline(string headline)
    {
        var article = Assert.Single(Bulletin.Split($"{headline}\n\n昨日，全市新闻界的活动在江州举行。\n\n两百人参加了活动。"));
        Assert.Equal(BlockKind.Headline, article.Blocks[0].Kind);
        Assert.Null(article.Author);
    }

    [Fact]
    public void Spans_lead_to_the_names()
    {
        const string Text = "石桥园区生产忙\n\n本报讯（记者 方小石 何亮）昨日，园区车间里机器轰鸣。";
        var article = Assert.Single(Bulletin.Split(Text));
        Assert.Equal(["方小石", "何亮"], article.AuthorSpans.Select(span => Text[span.Start..span.End]));
    }
}
