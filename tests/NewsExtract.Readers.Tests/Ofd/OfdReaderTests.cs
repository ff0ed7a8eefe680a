using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Tests.Layout;
using static NewsExtract.Readers.Tests.Ofd.OfdFileWriter;

namespace NewsExtract.Readers.Tests.Ofd;

/// <summary>All texts are invented.</summary>
public class OfdReaderTests
{
    private const double Point = 25.4 / 72;

    private const string Fonts = "<ofd:Fonts><ofd:Font ID='1' FontName='宋体'/><ofd:Font ID='2' FontName='方正小标宋简体'/></ofd:Fonts>";

    [Fact]
    public void Characters_have_their_pages_and_boxes()
    {
        var document = Read(Of(Fonts, "", Line("青禾县召开项目推进会", 40, 30, 8, font: 2), Line("县委书记江成主持会议。", 25, 50)));
        var layout = Assert.IsType<PrintedLayout>(document.Layout);

        Assert.Equal("青禾县召开项目推进会\n\f县委书记江成主持会议。\n", document.Text);
        Assert.Equal([595, 595], document.Pages.Select(page => (int)page.Width));
        Assert.Equal([true, false], layout.Lines.Select(line => line.IsBold));
        Assert.Equal(8 / Point, layout.Lines[0].Size, 0.01);

        // 江成: the fifth and sixth character of the line, 25 + 4 × 4 mm from the left; the base line 50 mm from the top.
        var box = Assert.Single(layout.Boxes(new TextSpan(document.Text.IndexOf('江', StringComparison.Ordinal), document.Text.IndexOf('主', StringComparison.Ordinal))));
        Assert.Equal(2, box.Page);
        Assert.Equal(41 / Point, box.Left, 0.01);
        Assert.Equal(49 / Point, box.Right, 0.01);
        Assert.Equal((297 - 50 - (4 * 0.12)) / Point, box.Bottom, 0.01);
        Assert.Equal((297 - 50 + (4 * 0.88)) / Point, box.Top, 0.01);
    }

    [Fact]
    public void A_bulletin_becomes_articles() => Described.Expect(
        Of(
            Fonts,
            "",
            Line("青禾县召开项目推进会", 60, 30, 8, font: 2) + Line("　　3月4日，青禾县召开项目推进会。县委书记江成出席并讲话，他要求全县", 30, 45)
                + Line("上下把项目作为第一抓手。会议部署了全年工作。", 30, 52) + Line("　　今年已签约项目12个，总投资35亿元，涉及新能源和新材料等领域。", 30, 59)),
        """
        = - | - | -
        H 青禾县召开项目推进会
        P 3月4日，青禾县召开项目推进会。县委书记江成出席并讲话，他要求全县上下把项目作为第一抓手。会议部署了全年工作。
        P 今年已签约项目12个，总投资35亿元，涉及新能源和新材料等领域。
        """);

    [Fact]
    public void Matrices_blocks_templates_and_drawings_are_followed()
    {
        var resources = Fonts + "<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID='5'><ofd:Content>" + Line("图中的字", 2, 6) + "<ofd:CompositeObject ResourceID='5' Boundary='0 0 9 9'/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>";
        var scaled = "<ofd:PageBlock><ofd:TextObject Boundary='20 40 60 8' CTM='0.5 0 0 0.5 -5 0' Font='1' Size='8'><ofd:TextCode X='10' Y='8' DeltaX='8 g 2 8'>缩小的字</ofd:TextCode></ofd:TextObject></ofd:PageBlock>";
        var document = Read(Of(resources, Line("江州通讯", 90, 10), scaled + "<ofd:CompositeObject ResourceID='5' Boundary='20 100 50 50'/><ofd:TextObject Visible='false' Boundary='0 0 9 9' Size='4'><ofd:TextCode X='0' Y='4'>无</ofd:TextCode></ofd:TextObject>"));
        var layout = (PrintedLayout)document.Layout;

        Assert.Contains("江州通讯", document.Text, StringComparison.Ordinal);
        Assert.Contains("图中的字", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("无", document.Text, StringComparison.Ordinal);
        var box = BoxOf(document, "缩小的字");
        Assert.Equal(20 / Point, box.Left, 0.01);
        Assert.Equal(36 / Point, box.Right, 0.01);
        Assert.Equal(4 / Point, layout.Lines.First(line => line.Span.Of(document.Text).StartsWith("缩小")).Size, 0.01);
        Assert.Equal(22 / Point, BoxOf(document, "图中的字").Left, 0.01);
    }

    [Fact]
    public void A_code_of_several_lines_is_as_many_lines() => Assert.Equal(
        "县委书记江成\n主持会议\n",
        Read(Of(Fonts, "", "<ofd:TextObject Boundary='20 20 60 20' Font='1' Size='5'><ofd:TextCode X='0' Y='5' DeltaX='g 5 5 -25 g 3 5' DeltaY='g 5 0 8 g 3 0'>\n县委书记江成主持会议\n</ofd:TextCode></ofd:TextObject>")).Text);

    [Fact]
    public void Distances_that_are_not_stated_are_those_before() => Assert.Equal(
        (20 + (6 * 7)) / Point,
        BoxOf(Read(Of(Fonts, "", "<ofd:TextObject Boundary='20 20 60 20' Font='1' Size='5'><ofd:TextCode X='0' Y='5' DeltaX='g 2 7'>县委书记江成主持</ofd:TextCode></ofd:TextObject>")), "主持").Left,
        0.01);

    [Theory]
    [InlineData("DeltaY='g 5 6'")]
    [InlineData("DeltaX='g 5 6'", "ReadDirection='90' CharDirection='90'")]
    public void Text_that_runs_down_is_vertical(string distances, string directions = "")
    {
        var document = Read(Of(Fonts, "", $"<ofd:TextObject Boundary='100 20 6 60' Font='1' Size='5' {directions}><ofd:TextCode X='0' Y='5' {distances}>竖排标题文字</ofd:TextCode></ofd:TextObject>"));

        Assert.Equal("竖排标题文字\n", document.Text);
        Assert.True(((PrintedLayout)document.Layout).Lines[0].IsVertical);
    }

    [Fact]
    public void Pictures_and_straight_lines_are_kept()
    {
        var layout = (PrintedLayout)Read(Of(
            Fonts,
            "",
            Line("图为现场。", 20, 100) + "<ofd:ImageObject Boundary='20 20 100 60' CTM='100 0 0 60 0 0' ResourceID='7'/>"
                + "<ofd:PathObject Boundary='20 110 170 1' LineWidth='0.3'><ofd:AbbreviatedData>M 0 0.5 L 170 0.5</ofd:AbbreviatedData></ofd:PathObject><ofd:PathObject Boundary='20 120 9 9'><ofd:AbbreviatedData>M 0 0 B 1 1 2 2 3 3</ofd:AbbreviatedData></ofd:PathObject>")).Layout;

        var picture = Assert.Single(layout.Pictures).Box;
        Assert.Equal(100 / Point, picture.Width, 0.01);
        Assert.Equal((297 - 20) / Point, picture.Top, 0.01);
        Assert.Equal((297 - 110.5) / Point, Assert.Single(layout.Rules).Box.Top, 0.01);
    }

    [Fact]
    public void A_missing_page_costs_that_page_alone()
    {
        var parts = Parts(Fonts, "", Line("第一页的字。", 20, 40), Line("第二页的字。", 20, 40), Line("第三页的字。", 20, 40));
        parts.RemoveAll(part => part.Name.Contains("Page_0", StringComparison.Ordinal));
        parts[^2] = (parts[^2].Name, parts[^2].Content[..^20]);

        var document = Read(Packed.Zip(parts));

        Assert.Equal("第三页的字。", document.Text.Trim('\f', '\n'));
        Assert.Equal(["NX1406", "NX1406"], document.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void What_cannot_be_read_says_why()
    {
        Assert.Equal("NX1405", Refuse(Of(Fonts, "", "<ofd:ImageObject Boundary='0 0 210 297'/>")));
        Assert.Equal("NX1402", Refuse(Packed.Zip(("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"))));
        Assert.Equal("NX1402", Refuse(Packed.Zip(("OFD.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><OFD><DocBody><DocRoot>&a;</DocRoot></DocBody></OFD>"))));
        Assert.Equal("NX1403", Refuse(Packed.Zip([.. Parts(Fonts, "", Line("字。", 20, 40)), ("Encryptions.xml", "<Encryptions/>")])));
    }

    [Fact]
    public void Hostile_pages_end_soon()
    {
        var circle = Fonts + "<ofd:CompositeGraphicUnits>" + string.Concat(Enumerable.Range(0, 8).Select(i => $"<ofd:CompositeGraphicUnit ID='c{i}'><ofd:Content>{string.Concat(Enumerable.Repeat($"<ofd:CompositeObject ResourceID='c{(i + 1) % 8}' Boundary='0 0 9 9'/>", 20))}{Line("圈", 1, 9)}</ofd:Content></ofd:CompositeGraphicUnit>")) + "</ofd:CompositeGraphicUnits>";
        var endless = "<ofd:TextObject Boundary='0 0 9 9' Size='4'><ofd:TextCode X='NaN' Y='1e300' DeltaX='g 2000000000 1 g g'>字字字</ofd:TextCode></ofd:TextObject>";

        var document = Read(Of(circle, "", Line("正文。", 20, 40) + endless + "<ofd:CompositeObject ResourceID='c0' Boundary='0 0 9 9'/>"));

        Assert.Contains("正文。", document.Text, StringComparison.Ordinal);
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == "NX1407");
    }

    [Fact]
    public void Every_prefix_and_every_flipped_byte_ends_in_text_or_a_diagnostic()
    {
        var whole = Of(Fonts, Line("江州通讯", 90, 10), Line("青禾县召开项目推进会", 40, 30, 8), Line("县委书记江成主持会议。", 25, 50));
        for (var i = 4; i < whole.Length; i += 7)
        {
            Attempt(whole[..i]);
            byte[] flipped = [.. whole];
            flipped[i] ^= 0x41;
            Attempt(flipped);
        }
    }

    private static void Attempt(byte[] bytes)
    {
        try
        {
            Assert.NotEmpty(Read(bytes).Text);
        }
        catch (DocumentReadException exception)
        {
            Assert.StartsWith("NX", exception.Diagnostic.Code, StringComparison.Ordinal);
        }
    }

    private static PageBox BoxOf(Document document, string text)
    {
        var start = document.Text.IndexOf(text, StringComparison.Ordinal);
        return Assert.Single(document.Layout.Boxes(new TextSpan(start, start + text.Length)));
    }

    private static Document Read(byte[] bytes) => new DocumentReader().Read(new DocumentSource("x", bytes));

    private static string Refuse(byte[] bytes) => Assert.Throws<DocumentReadException>(() => Read(bytes)).Diagnostic.Code;
}
