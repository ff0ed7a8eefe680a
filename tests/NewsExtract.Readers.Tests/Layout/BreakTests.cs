namespace NewsExtract.Readers.Tests.Layout;

public class BreakTests
{
    private const string Head = "石桥园区生产忙\n\n";

    [Theory]
    [InlineData("各园区要在谋划、签约、开工、", "投产各环节同向发力。")]
    [InlineData("全市各级要坚持项目为王，全力以赴推进项", "目建设取得新成效。")]
    [InlineData("会议通报了今年以来全市经济运行的情", "况，部署下一步工作。")]
    [InlineData("他说：“我们要把车间当成家，把产品当成", "自己的孩子，这样才能做好。”")]
    [InlineData("项目总投资12亿元，预计年产值达到3", "0亿元左右，税收过亿。")]
    public void A_column_or_page_cuts_a_paragraph(string before, string after)
    {
        foreach (var gap in (string[])["\n\n", "\n\n\n\n", "\n\n- 3 -\n\n", "\n\n第03版　综合　　2023年5月6日\n\n", "\f", "\n\n图为园区一角。　何亮 摄\n\n", "\n\n▲工人在检测产品。（何亮 摄）\n\n"])
        {
            var text = $"{Head}石桥园区今年开局良好。{before}{gap}{after}\n\n下一段说别的事情。";
            var article = Assert.Single(Bulletin.Split(text));
            var bodies = article.Blocks.Where(block => block.Kind == BlockKind.Body).ToList();
            Assert.Equal(2, bodies.Count);
            Assert.Equal($"石桥园区今年开局良好。{before}{after}", Bulletin.Surface(text, bodies[0]));
        }
    }

    [Fact]
    public void The_caption_stands_right_after_the_paragraph_it_cut() => Bulletin.Expect(
        """
        石桥园区生产忙

        园区今年引进项目三十个，其中投资过亿的十二个，全部达产后将

        技术人员在石桥园区检测中心检测产品。

        带动就业三千人。

        下一步，园区将继续招商。
        """,
        """
        = - | - | -
        H 石桥园区生产忙
        P 园区今年引进项目三十个，其中投资过亿的十二个，全部达产后将带动就业三千人。
        C 技术人员在石桥园区检测中心检测产品。
        P 下一步，园区将继续招商。
        """);

    [Theory]
    [InlineData("要把大家的思想统一", "一到市委的部署上来，抓好落实。", "要把大家的思想统一到市委的部署上来，抓好落实。")]
    [InlineData("会议研究了开发区二期项", "项目的建设方案，提出了要求。", "会议研究了开发区二期项目的建设方案，提出了要求。")]
    [InlineData("这条路连接着全县和全国", "国家级开发区，十分重要。", "这条路连接着全县和全国国家级开发区，十分重要。")]
    [InlineData("会议要求全体共产党员", "员工代表也列席了会议，要带头。", "会议要求全体共产党员员工代表也列席了会议，要带头。")]
    public void A_character_is_doubled_at_a_break(string before, string after, string whole)
    {
        var text = $"{Head}会议昨日在江州举行。{before}\n\n{after}";
        var article = Assert.Single(Bulletin.Split(text));
        Assert.Equal("会议昨日在江州举行。" + whole, Bulletin.Surface(text, article.Blocks[^1]));
    }

    [Fact]
    public void Headline_and_author_in_the_middle_of_their_own_body() => Bulletin.Expect(
        """
        江州港吞吐量创新高

        本报讯 3月5日，江州港集团发布消息，前两个月吞吐量创新高。

        港口负责人介绍，外贸航线增至十二条。（方小石）

        近日，石桥镇的草莓熟了，游客络绎不绝。石桥镇地处江州城郊，有二十年草莓种植历史。

        小草莓，大产业

        石桥镇党委把草莓作为主导产业，建起大棚两千座，成立合作社八家。

        石桥草莓甜四方

        ——石桥镇发展草莓产业见闻

        何　亮

        “过去种水稻，一亩挣一千元；如今种草莓，一亩挣两万元。”石桥镇种植户说。

        石桥镇还办起草莓采摘节，吸引城里人来体验。
        """,
        """
        = 方小石 | - | -
        H 江州港吞吐量创新高
        P 本报讯3月5日，江州港集团发布消息，前两个月吞吐量创新高。
        P 港口负责人介绍，外贸航线增至十二条。（方小石）
        = 何　亮 | - | -
        H 石桥草莓甜四方
        S ——石桥镇发展草莓产业见闻
        B 何亮
        P 近日，石桥镇的草莓熟了，游客络绎不绝。石桥镇地处江州城郊，有二十年草莓种植历史。
        G 小草莓，大产业
        P 石桥镇党委把草莓作为主导产业，建起大棚两千座，成立合作社八家。
        P “过去种水稻，一亩挣一千元；如今种草莓，一亩挣两万元。”石桥镇种植户说。
        P 石桥镇还办起草莓采摘节，吸引城里人来体验。
        """);

    [Fact]
    public void Headline_and_author_cut_a_sentence_of_their_own_body() => Bulletin.Expect(
        """
        石桥镇的草莓熟了，游客络绎不绝。石桥镇地处江州城郊，有二十年草莓种植历史，如今家家户户都

        石桥草莓甜四方

        何　亮

        种上了大棚草莓。一亩能挣两万元。

        石桥镇还办起草莓采摘节。
        """,
        """
        = 何　亮 | - | -
        H 石桥草莓甜四方
        B 何亮
        P 石桥镇的草莓熟了，游客络绎不绝。石桥镇地处江州城郊，有二十年草莓种植历史，如今家家户户都种上了大棚草莓。一亩能挣两万元。
        P 石桥镇还办起草莓采摘节。
        """);

    [Fact]
    public void Jumps_pair_by_the_pages_that_they_name() => Bulletin.Expect(
        """
        江州新报　　2023年5月6日　　第1版

        全市招商大会举行

        本报讯（记者 方小石）5月5日，全市招商大会举行。会议要求，各部门要主动上门（下转第四版）

        春耕生产全面展开

        本报讯（记者 何亮）连日来，全市春耕生产全面展开。农机站备足了农机，乡镇（下转第3版）

        江州新报　　2023年5月6日　　第3版

        （上接第1版）干部下到田头。

        江州新报　　2023年5月6日　　第4版

        （上接第一版）为企业排忧解难。
        """,
        """
        = 方小石 | 江州新报 | 2023-05-06
        F 江州新报2023年5月6日第1版
        H 全市招商大会举行
        P 本报讯（记者方小石）5月5日，全市招商大会举行。会议要求，各部门要主动上门为企业排忧解难。
        J （下转第四版）
        J （上接第一版）
        = 何亮 | 江州新报 | 2023-05-06
        H 春耕生产全面展开
        P 本报讯（记者何亮）连日来，全市春耕生产全面展开。农机站备足了农机，乡镇干部下到田头。
        J （下转第3版）
        F 江州新报2023年5月6日第3版
        J （上接第1版）
        F 江州新报2023年5月6日第4版
        """);

    [Fact]
    public void Of_stories_sent_to_one_page_the_one_whose_sentence_goes_on_is_taken() => Bulletin.Expect(
        """
        江州新报　　2023年5月6日　　第1版

        全市招商大会举行

        本报讯（记者 方小石）5月5日，全市招商大会举行。会议要求，各部门要主动上门为企（下转第2版）

        春耕生产全面展开

        本报讯（记者 何亮）连日来，全市春耕生产全面展开。农机站备足了农机，县里的干（下转第2版）

        江州新报　　2023年5月6日　　第2版

        （上接第1版）部下到田头。

        （上接第1版）业排忧解难。
        """,
        """
        = 方小石 | 江州新报 | 2023-05-06
        F 江州新报2023年5月6日第1版
        H 全市招商大会举行
        P 本报讯（记者方小石）5月5日，全市招商大会举行。会议要求，各部门要主动上门为企业排忧解难。
        J （下转第2版）
        J （上接第1版）
        = 何亮 | 江州新报 | 2023-05-06
        H 春耕生产全面展开
        P 本报讯（记者何亮）连日来，全市春耕生产全面展开。农机站备足了农机，县里的干部下到田头。
        J （下转第2版）
        F 江州新报2023年5月6日第2版
        J （上接第1版）
        """);

    [Fact]
    public void Jump_to_another_page() => Bulletin.Expect(
        """
        江州新报　　2023年5月6日　　第1版

        全市招商大会举行

        本报讯（记者 方小石）5月5日，全市招商大会举行。会议要求，各部门要全力以赴抓招商，以更大的力（下转第3版）

        春耕生产全面展开

        本报讯（记者 何亮）连日来，全市春耕生产全面展开。农机站备足了农机。

        江州新报　　2023年5月6日　　第3版

        （上接第1版）度优化营商环境，为企业排忧解难。

        会议还表彰了招商先进单位。
        """,
        """
        = 方小石 | 江州新报 | 2023-05-06
        F 江州新报2023年5月6日第1版
        H 全市招商大会举行
        P 本报讯（记者方小石）5月5日，全市招商大会举行。会议要求，各部门要全力以赴抓招商，以更大的力度优化营商环境，为企业排忧解难。
        J （下转第3版）
        J （上接第1版）
        P 会议还表彰了招商先进单位。
        = 何亮 | 江州新报 | 2023-05-06
        H 春耕生产全面展开
        P 本报讯（记者何亮）连日来，全市春耕生产全面展开。农机站备足了农机。
        F 江州新报2023年5月6日第3版
        """);

    [Fact]
    public void A_paragraph_that_never_goes_on_is_told()
    {
        var article = Assert.Single(Bulletin.Split("石桥园区生产忙\n\n园区今年开局良好。车间里机器轰鸣，工人们正在"));
        Assert.Contains(article.Diagnostics, diagnostic => diagnostic.Code == "NX1102");
    }

    [Fact]
    public void Characters_that_print_as_nothing_part_no_words()
    {
        const string Text = "江州\u200B新报　2023年5月\u200B6日\n\n石桥\uFEFF园区生产忙\n\n本报讯（记者 方\u200B小石）清晨，车间里机器轰鸣。";
        var article = Assert.Single(Bulletin.Split(Text));
        Assert.Equal("方小石", article.Author);
        Assert.Equal("方\u200B小石", Text[article.AuthorSpans[0].Start..article.AuthorSpans[0].End]);
        Assert.Equal(("江州新报", new PartialDate(2023, 5, 6)), (article.Source, article.PublicationDate));
    }
}
