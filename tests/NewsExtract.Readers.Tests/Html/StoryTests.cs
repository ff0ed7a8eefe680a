using NewsExtract.Readers.Tests.Layout;

namespace NewsExtract.Readers.Tests.Html;

/// <summary>The article of a page and not the menu. All pages are invented.</summary>
public class StoryTests
{
    [Fact]
    public void The_article_of_a_government_site_stands_alone() => Described.Expect(
        """
        <!DOCTYPE html>
        <html><head><meta charset="utf-8"><title>青禾县召开项目推进会_工作动态_青禾县人民政府</title>
        <meta name="ArticleTitle" content="青禾县召开项目推进会"><meta name="PubDate" content="2024-03-05 09:30">
        <style>.x{color:red}</style></head><body>
        <div class="top"><a href="/">首页</a> <a href="/a">政务公开</a> <a href="/b">互动交流</a></div>
        <div class="crumb">您当前的位置：<a href="/">首页</a> > <a href="/n">工作动态</a></div>
        <div class="main"><h1>青禾县召开项目推进会</h1>
        <div class="info">发布时间：2024-03-05 09:30　来源：青禾日报　作者：赵青　<span>字号：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a></span></div>
        <div class="TRS_Editor"><p>　　3月4日，青禾县召开项目推进会。县委书记江成出席并讲话。</p>
        <p>　　江成指出，要把项目作为第一抓手，
        一个一个盯进度。</p>
        <figure><img src="a.jpg" alt="看不见"><figcaption>图为会议现场。李明摄</figcaption></figure>
        <p><strong>一、加快前期工作</strong></p>
        <p>今年已签约项目12个，总投资35亿元。</p>
        <p>（责任编辑：王林）</p></div>
        <div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>
        <div>上一篇：<a href="/1">县领导调研企业</a></div><div>下一篇：<a href="/2">全县经济工作会召开</a></div>
        <div class="related"><h3>相关阅读</h3><ul><li><a href="/3">青禾县开展春季植树活动，营造绿色家园。</a></li><li><a href="/4">青禾县教育局召开会议，部署安全工作。</a></li></ul></div>
        </div><div class="footer">主办单位：青禾县人民政府办公室　地址：青禾县人民路1号。版权所有，未经授权不得转载。</div></body></html>
        """,
        """
        = 赵青 | 青禾日报 | 2024-03-05
        H 青禾县召开项目推进会
        B 发布时间：2024-03-0509:30来源：青禾日报作者：赵青字号：大中小
        P 3月4日，青禾县召开项目推进会。县委书记江成出席并讲话。
        P 江成指出，要把项目作为第一抓手，一个一个盯进度。
        C 图为会议现场。李明摄
        G 一、加快前期工作
        P 今年已签约项目12个，总投资35亿元。
        B （责任编辑：王林）
        """);

    [Fact]
    public void Several_article_elements_are_several_articles() => Described.Expect(
        """
        <html><body><nav><a href="/">首页</a></nav><h1>园区简报第3期</h1>
        <article><h2>临江园区开工项目十个</h2><p class="by">本报记者 张三</p><p>3月4日，临江园区举行开工仪式，十个项目同日开工。</p><p>项目总投资12亿元。</p></article>
        <article><h2>东湖园区引进企业</h2><p>本刊讯 3月5日，东湖园区与三家企业签约。</p><table><tr><th>企业</th><th>投资</th></tr><tr><td>江州机械</td><td>3亿元</td></tr></table></article>
        </body></html>
        """,
        """
        = 张三 | - | -
        H 临江园区开工项目十个
        B 本报记者张三
        P 3月4日，临江园区举行开工仪式，十个项目同日开工。
        P 项目总投资12亿元。
        = - | 本刊讯 | -
        H 东湖园区引进企业
        P 本刊讯3月5日，东湖园区与三家企业签约。
        P 企业投资
        P 江州机械3亿元
        """);

    [Fact]
    public void A_page_of_nested_tables_and_breaks_is_read() => Described.Expect(
        """
        <HTML><HEAD><TITLE>江东新闻网--江州举行运动会</TITLE></HEAD><BODY><TABLE><TR><TD width=150><A href=a>新闻</A><BR><A href=b>体育</A><BR><A href=c>财经</A></TD>
        <TD><TABLE><TR><TD align=center><FONT size=5><B>江州举行运动会</B></FONT></TD></TR><TR><TD>2009年5月6日　来源：江东日报</TD></TR>
        <TR><TD>　　5月5日，江州举行运动会，二十支队伍参加。<BR><BR>　　市长李四宣布开幕。他说，体育强市要有新作为。<BR>　　比赛为期三天。</TD></TR></TABLE></TD></TR></TABLE></BODY></HTML>
        """,
        """
        = - | 江东日报 | 2009-05-06
        H 江州举行运动会
        F 2009年5月6日来源：江东日报
        P 5月5日，江州举行运动会，二十支队伍参加。
        P 市长李四宣布开幕。他说，体育强市要有新作为。
        P 比赛为期三天。
        """);

    [Fact]
    public void The_page_of_a_paper_keeps_kicker_subhead_and_byline() => Described.Expect(
        """
        <html><head><title>江州晚报数字报-推进全域旅游 建设美丽江州</title></head><body><div class="head">江州晚报 <a href="#">返回首页</a></div>
        <ul><li><a href="1">推进全域旅游 建设美丽江州</a></li><li><a href="2">我市召开教育工作会</a></li></ul>
        <div class="right"><div class="yinti">全市旅游发展大会提出</div><div class="title">推进全域旅游 建设美丽江州</div><div class="futi">江成讲话</div>
        <div class="date">2023年09月12日 星期二</div><div>本报记者 张三 通讯员 李四</div>
        <div id="ozoom"><P>　　9月11日，全市旅游发展大会在东湖宾馆召开。市委书记江成出席会议并讲话。</P><P>　　会议由市长主持。</P></div></div>
        <div class="foot">江州日报社版权所有，未经书面授权，不得转载或镜像。地址：江州市新华路1号。电话：0000-1234567。</div></body></html>
        """,
        """
        = 张三 | - | 2023-09-12
        K 全市旅游发展大会提出
        H 推进全域旅游建设美丽江州
        S 江成讲话
        F 2023年09月12日星期二
        B 本报记者张三通讯员李四
        P 9月11日，全市旅游发展大会在东湖宾馆召开。市委书记江成出席会议并讲话。
        P 会议由市长主持。
        """);

    [Fact]
    public void Lists_of_other_articles_below_the_text_are_left_out() => Described.Expect(
        """
        <html><head><title>省里出台措施支持民企-江东频道-东方江东网</title></head><body><header><nav><ul><li><a href=1>要闻</a></li></ul></nav></header>
        <div class="article"><h1>省里出台措施支持民企</h1><p class="source">来源：<a href="x">江东日报</a>&nbsp;&nbsp;2023-11-02 07:15:33</p>
        <div class="content"><p>　　日前，省政府印发<a href="y">《支持民营经济发展若干措施》</a>，提出30条举措。</p><h2>放宽市场准入</h2><p>　　措施提出，全面落实负面清单制度。</p>
        <p>（记者 张三）</p><p>【责任编辑：李四】</p><p>打开APP阅读全文</p></div>
        <div class="recommend"><h3>相关推荐</h3><div><a href="r1"><h4>民营经济大会召开</h4></a><p>11月1日，全省民营经济大会召开，会议强调要毫不动摇支持发展。</p></div></div></div>
        <aside><h3>热门</h3><ol><li><a href=h1>热门一</a></li></ol></aside></body></html>
        """,
        """
        = 张三 | 江东日报 | 2023-11-02
        H 省里出台措施支持民企
        F 来源：江东日报2023-11-0207:15:33
        P 日前，省政府印发《支持民营经济发展若干措施》，提出30条举措。
        G 放宽市场准入
        P 措施提出，全面落实负面清单制度。
        B （记者张三）
        B 【责任编辑：李四】
        """);

    [Fact]
    public void A_line_that_a_break_cuts_in_mid_sentence_goes_on() => Described.Expect(
        "<html><body><h1>江州举行运动会</h1><div>5月5日，江州举行运动会，来自全市各县区的二十支队伍参加，市长<br>李四宣布开幕。<br>比赛为期三天。<br>第一名：东湖队<br>第二名：西山队</div></body></html>",
        """
        = - | - | -
        H 江州举行运动会
        P 5月5日，江州举行运动会，来自全市各县区的二十支队伍参加，市长李四宣布开幕。
        P 比赛为期三天。
        P 第一名：东湖队
        P 第二名：西山队
        """);

    [Fact]
    public void The_name_of_the_site_is_no_headline_and_bold_lines_are_sections() => Described.Expect(
        """
        <html><head><title>江州市人民政府</title></head><body><h1>江州市人民政府</h1><div class="content"><p align=center><b>我市部署秋季防火工作</b></p>
        <p>9月5日，全市秋季防火工作会议召开。</p><p><b>责任到人</b></p><p>各县区要落实责任，加强值守。</p><p><b>群防群控</b></p><p>全市组建护林队伍120支。</p></div></body></html>
        """,
        """
        = - | - | -
        H 我市部署秋季防火工作
        P 9月5日，全市秋季防火工作会议召开。
        G 责任到人
        P 各县区要落实责任，加强值守。
        G 群防群控
        P 全市组建护林队伍120支。
        """);

    [Fact]
    public void Bold_lines_above_stories_are_headlines() => Described.Expect(
        """
        <html><body><div><p><b>我市部署秋季防火工作</b></p><p>本报讯 9月5日，全市秋季防火工作会议召开。</p><p><b>责任到人</b></p><p>各县区要落实责任，加强值守。</p>
        <p><b>东湖大桥建成通车</b></p><p>本报讯 9月6日，东湖大桥建成通车。（张三）</p></div></body></html>
        """,
        """
        = - | - | -
        H 我市部署秋季防火工作
        P 本报讯9月5日，全市秋季防火工作会议召开。
        G 责任到人
        P 各县区要落实责任，加强值守。
        = 张三 | - | -
        H 东湖大桥建成通车
        P 本报讯9月6日，东湖大桥建成通车。（张三）
        """);

    [Fact]
    public void A_page_of_links_has_no_article() => Assert.Equal(
        "NX1405",
        Assert.Throws<DocumentReadException>(() => Described.Read("<html><head><title>首页_江州新闻网</title></head><body><ul><li><a href=1>江州举行招聘会</a></li><li><a href=2>东湖大桥建成通车</a></li></ul></body></html>")).Diagnostic.Code);

    [Fact]
    public void A_short_page_gives_what_it_shows() => Assert.Contains("404", Described.Read("<html><body>404</body></html>"), StringComparison.Ordinal);
}
