using NewsExtract.Readers.Containers;
using NewsExtract.Readers.Tests.Layout;
using static NewsExtract.Readers.Tests.Word.WordFile;

namespace NewsExtract.Readers.Tests.Word;

/// <summary>All texts are invented.</summary>
public class WordReaderTests
{
    private const string Styles = "<root><style type='paragraph' styleId='a' default='1'><name val='Normal'/><rPr><sz val='24'/></rPr></style><style type='paragraph' styleId='1'><name val='heading 1'/><basedOn val='a'/></style><style type='paragraph' styleId='2'><name val='heading 2'/><basedOn val='1'/></style><style type='paragraph' styleId='x'><name val='loop'/><basedOn val='y'/></style><style type='paragraph' styleId='y'><name val='loop 2'/><basedOn val='x'/></style></root>";

    private const string Lead = "3月4日，青禾县召开项目推进会。县委书记江成出席并讲话。";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Headings_open_articles(bool isStrict) => Described.Expect(
        Of(
            Paragraph("青禾县召开项目推进会", "<pStyle val='1'/>") + Paragraph("本报记者 张三") + Paragraph(Lead) + Paragraph("加快前期工作", "<pStyle val='2'/>") + Paragraph("今年已签约项目12个。")
                + Paragraph("东湖园区引进企业", "<pStyle val='1'/>") + Paragraph("东湖园区与三家企业签约，总投资3亿元", "<pStyle val='x'/>"),
            isStrict,
            ("styles", Styles),
            ("header", "<root><p><r><t>江州通讯　2024年第3期　2024年3月8日</t></r></p></root>"),
            ("footer", "<root><p><r><t>3</t></r></p></root>")),
        """
        = 张三 | 江州通讯 | 2024-03-08
        F 江州通讯2024年第3期2024年3月8日
        H 青禾县召开项目推进会
        B 本报记者张三
        P 3月4日，青禾县召开项目推进会。县委书记江成出席并讲话。
        G 加快前期工作
        P 今年已签约项目12个。
        = - | 江州通讯 | 2024-03-08
        H 东湖园区引进企业
        P 东湖园区与三家企业签约，总投资3亿元
        """);

    [Fact]
    public void Size_weight_and_place_tell_headings_without_styles() => Described.Expect(
        Of(
            Paragraph("园区简报", "<jc val='center'/>", "<sz val='72'/>") + Paragraph("2024年第3期", "<jc val='center'/>")
                + Paragraph("聚焦产业链", "<jc val='center'/>", "<sz val='28'/>") + Paragraph("青禾县召开项目推进会", "<jc val='center'/>", "<sz val='44'/>") + Paragraph("江成出席并讲话", "<jc val='center'/>", "<sz val='28'/>")
                + Paragraph(Lead, "", "<sz val='21'/>") + Paragraph("一、加快前期工作", "", "<b/><sz val='21'/>") + Paragraph("今年已签约项目12个，总投资35亿元。", "", "<sz val='21'/>")
                + Paragraph("东湖园区引进三家企业", "<jc val='center'/>", "<sz val='44'/>") + Paragraph("东湖园区3月5日与三家企业签约，总投资3亿元。（李四）", "", "<sz val='21'/>")),
        """
        = - | 园区简报 | -
        F 园区简报
        F 2024年第3期
        K 聚焦产业链
        H 青禾县召开项目推进会
        S 江成出席并讲话
        P 3月4日，青禾县召开项目推进会。县委书记江成出席并讲话。
        G 一、加快前期工作
        P 今年已签约项目12个，总投资35亿元。
        = 李四 | 园区简报 | -
        H 东湖园区引进三家企业
        P 东湖园区3月5日与三家企业签约，总投资3亿元。（李四）
        """);

    [Fact]
    public void What_is_under_review_hidden_or_noted_is_told_apart() => Assert.Equal(
        "推进会\n3月5日，县委书记江成主持会议。\n文本框里的话。\n注：会议为期一天。\n企业\t投资\n江州机械\t3亿元\n第一行。\n第二行。\n",
        Text(Of(
            Paragraph("推进会", "<pStyle val='1'/>")
                + "<p><r><t>3月</t></r><del><r><delText>4</delText></r></del><ins><r><t>5</t></r></ins><r><t xml:space='preserve'>日，</t></r><r><rPr><vanish/></rPr><t>看不见</t></r><hyperlink><r><t>县委书记</t></r></hyperlink><r><fldChar fldCharType='begin'/><instrText>PAGE</instrText></r><sdt><sdtContent><r><t>江成主持会议。</t></r></sdtContent></sdt><r><footnoteReference id='2'/></r>"
                + "<r><AlternateContent><Choice><drawing><txbxContent><p><r><t>文本框里的话。</t></r></p></txbxContent></drawing></Choice><Fallback><pict><txbxContent><p><r><t>文本框里的话。</t></r></p></txbxContent></pict></Fallback></AlternateContent></r></p>"
                + "<tbl><tr><tc><p><r><t>企业</t></r></p></tc><tc><p><r><t>投资</t></r></p></tc></tr><tr><tc><p><r><t>江州机械</t></r></p></tc><tc><p><r><t>3亿元</t></r></p></tc></tr></tbl>"
                + "<p><r><t>第一行。</t><br/><t>　　第二行。</t></r></p>",
            isStrict: false,
            ("styles", Styles),
            ("footnotes", "<root><footnote id='0' type='separator'><p><r><t>线</t></r></p></footnote><footnote id='2'><p><r><footnoteReference id='2'/><t>注：会议为期一天。</t></r></p></footnote></root>")))
        );

    [Fact]
    public void Paragraphs_whose_parting_mark_is_deleted_are_one() => Assert.Equal(
        "县委书记江成主持会议。会议为期一天。\n",
        Text(Of("<p><pPr><rPr><del/></rPr></pPr><r><t>县委书记江成主持会议。</t></r></p><p><r><t>会议为期一天。</t></r></p>")));

    [Fact]
    public void What_stands_above_the_headline_does_not_hide_it() => Described.Expect(
        Of(Item(0, "要闻；") + Paragraph("青禾县召开项目推进会", "<pStyle val='1'/>") + Paragraph(Lead), isStrict: false, ("styles", Styles)),
        """
        = - | - | -
        F 要闻；
        H 青禾县召开项目推进会
        P 3月4日，青禾县召开项目推进会。县委书记江成出席并讲话。
        """);

    [Fact]
    public void Numbers_of_lists_are_written() => Assert.Equal(
        "一、加快前期工作\n1. 选址\n2. 环评\n二、做好服务\n1. 专班\n",
        Text(Of(
            Item(0, "加快前期工作") + Item(1, "选址") + Item(1, "环评") + Item(0, "做好服务") + Item(1, "专班"),
            isStrict: false,
            ("numbering", "<root><abstractNum abstractNumId='7'><lvl ilvl='0'><start val='1'/><numFmt val='chineseCounting'/><lvlText val='%1、'/></lvl><lvl ilvl='1'><start val='1'/><numFmt val='decimal'/><lvlText val='%2.'/></lvl></abstractNum><num numId='3'><abstractNumId val='7'/></num></root>"))));

    [Fact]
    public void A_file_without_text_says_so() => Assert.Equal("NX1405", Refuse(Of("<p/>")).Code);

    [Fact]
    public void A_document_type_is_refused_and_its_entities_are_not_expanded()
    {
        var bomb = "<!DOCTYPE d [<!ENTITY a 'ha'>" + string.Concat(Enumerable.Range(0, 30).Select(i => $"<!ENTITY a{i} '{string.Concat(Enumerable.Repeat(i == 0 ? "&a;" : $"&a{i - 1};", 10))}'>")) + "]><d>&a29;</d>";

        Assert.Equal("NX1402", Refuse(Packed.Zip(("[Content_Types].xml", "<x/>"), ("word/document.xml", bomb))).Code);
    }

    [Fact]
    public void XML_nested_without_end_is_refused() =>
        Assert.Equal("NX1404", Refuse(Of(string.Concat(Enumerable.Repeat("<ins>", 100_000)) + string.Concat(Enumerable.Repeat("</ins>", 100_000)))).Code);

    [Fact]
    public void A_part_that_unpacks_to_a_thousand_times_its_size_is_refused() =>
        Assert.Equal("NX1404", Refuse(Packed.Zip(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<document>" + new string(' ', 20 << 20) + "</document>"))).Code);

    [Fact]
    public void A_container_with_too_many_parts_is_refused() =>
        Assert.Equal("NX1404", Refuse(Packed.Zip(Enumerable.Range(0, ZipParts.MaxEntries + 1).Select(i => ($"word/document{i}.xml", "")))).Code);

    [Fact]
    public void Names_that_lead_out_of_the_folder_are_names() =>
        Assert.Equal("江州召开推进会。\n", Text(Packed.Zip(("[Content_Types].xml", "<x/>"), ("../../../etc/evil.txt", "x"), ("word/document.xml", "<document><body><p><r><t>江州召开推进会。</t></r></p></body></document>"))));

    [Fact]
    public void Every_prefix_and_every_flipped_byte_ends_in_text_or_a_diagnostic()
    {
        var whole = Of(Paragraph("青禾县召开项目推进会", "<pStyle val='1'/>") + Paragraph(Lead), isStrict: false, ("styles", Styles));
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
            Assert.NotEmpty(new DocumentReader().Read(new DocumentSource("x", bytes)).Text);
        }
        catch (DocumentReadException exception)
        {
            Assert.StartsWith("NX", exception.Diagnostic.Code, StringComparison.Ordinal);
        }
    }

    private static string Item(int level, string text) => Paragraph(text, $"<numPr><ilvl val='{level}'/><numId val='3'/></numPr>");

    private static string Text(byte[] bytes) => new DocumentReader().Read(new DocumentSource("x", bytes)).Text;

    private static Diagnostic Refuse(byte[] bytes) => Assert.Throws<DocumentReadException>(() => new DocumentReader().Read(new DocumentSource("x", bytes))).Diagnostic;
}
