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
    public void A_short_page_gives_what_it_shows() => Assert.Contains("404", Described.Read("<html><body>404</body></html>"), StringComparison.Ordinal);
}
