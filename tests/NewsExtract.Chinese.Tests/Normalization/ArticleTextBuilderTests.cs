using NewsExtract.Chinese.Normalization;

namespace NewsExtract.Chinese.Tests.Normalization;

public sealed class ArticleTextBuilderTests
{
    [Theory]
    [InlineData("总投资１２．５亿元，增长８％", "总投资12.5亿元，增长8%")]
    [InlineData("⼭西⻓治", "山西长治")]
    [InlineData("项\u00AD目\u200B建设", "项目建设")]
    [InlineData("李明(市长)说:\"好\",共3,500人", "李明（市长）说：“好”，共3,500人")]
    [InlineData("二○二三年", "二〇二三年")]
    [InlineData("阿不都．热合曼", "阿不都·热合曼")]
    [InlineData("安　岭　晚　报", "安岭晚报")]
    [InlineData("全 省 开 发 区 共 签 约 项 目", "全省开发区共签约项目")]
    [InlineData("记者 王　波 李小明", "记者 王波 李小明")]
    [InlineData("清河大学 周立安教授当选", "清河大学 周立安教授当选")]
    [InlineData("邱一帆 申海", "邱一帆 申海")]
    [InlineData("「好」", "“好”")]
    public void Folds_a_line(string source, string view)
    {
        Assert.Equal(view, Build(source).Text);
    }

    [Theory]
    [InlineData("投资\n项目", "投资项目")]
    [InlineData("投资12\n00万元", "投资1200万元")]
    [InlineData("New\nYork", "New York")]
    [InlineData("投资 \r\n　　项目", "投资项目")]
    public void Joins_lines(string source, string view) => Assert.Equal(view, Build(source).Text);

    [Fact]
    public void Turns_Traditional_articles_to_Simplified_and_keeps_the_surface()
    {
        const string Source = "安嶺科學園區舉行啟用典禮，總面積61公頃，乾隆年間的古道將於後天開放，廠商進駐。";
        var text = Build(Source);
        Assert.Equal("安岭科学园区举行启用典礼，总面积61公顷，乾隆年间的古道将于后天开放，厂商进驻。", text.Text);
        Assert.Equal(Source, text.Surface(new TextSpan(0, text.Text.Length)));
    }

    [Fact]
    public void A_single_Traditional_name_does_not_make_an_article_Traditional()
    {
        Assert.Equal("朱镕基於近日到访", Build("朱鎔基於近日到访").Text);
    }

    [Fact]
    public void Every_character_maps_back()
    {
        const string Source = "李　明\r\n　　出席 了会\n议。";
        var text = Build(Source);
        for (var i = 0; i < text.Text.Length; i++)
        {
            if (text.SourceOffset(i) != ArticleText.NoSource)
            {
                Assert.Equal(Source[text.SourceOffset(i)], text.Surface(new TextSpan(i, i + 1))[0]);
            }
        }

        var meeting = text.Text.IndexOf("会议", StringComparison.Ordinal);
        Assert.Equal([new TextSpan(11, 12), new TextSpan(13, 14)], text.MapBack(new TextSpan(meeting, meeting + 2)).ToArray());
    }

    [Fact]
    public void Sentences_keep_their_closing_quotes()
    {
        var text = Build("“那时都说做不成。”董事长说。转机来了！");
        Assert.Equal(
            ["“那时都说做不成。”", "董事长说。", "转机来了！"],
            text.Sentences.Select(sentence => text.Surface(sentence.Span)));
    }

    private static ArticleText Build(string source)
    {
        var document = new Document { Id = new string('0', 64), SourceName = "a.txt", Text = source };
        var article = new Article { Blocks = [new Block(BlockKind.Body, [new TextSpan(0, source.Length)])] };
        return new ArticleTextBuilder().Build(document, article);
    }
}
