using System.IO.Compression;
using System.Text;
using NewsExtract.Readers.Pdf;
using Xunit;
using static NewsExtract.Readers.Tests.Pdf.PdfBytes;

namespace NewsExtract.Readers.Tests.Pdf;

public sealed class PdfReaderTests
{
    [Fact]
    public void Every_character_has_its_em_box()
    {
        var document = Read(Write(ChineseFont("GBK-EUC-H"), [Show("江州通讯", 72, 700)]));
        Assert.Equal("江州通讯", document.Text.Trim());
        var box = Assert.Single(document.Layout.Boxes(new TextSpan(2, 3)));
        Assert.Equal(new PageBox(1, 96, 698.56, 108, 710.56), Round(box));
        Assert.Equal(new PageBox(1, 72, 698.56, 120, 710.56), Round(Assert.Single(document.Layout.Boxes(new TextSpan(0, 4)))));
    }

    // The library's boxes of vertical text are half an em off.
    [Fact]
    public void Vertical_text_hangs_centred_below_its_origin()
    {
        var document = Read(Write(ChineseFont("GBK-EUC-V"), [Show("江州通讯", 300, 700)]));
        Assert.Equal("江州通讯", document.Text.Trim());
        Assert.Equal(new PageBox(1, 294, 676, 306, 688), Round(Assert.Single(document.Layout.Boxes(new TextSpan(1, 2)))));
    }

    [Fact]
    public void Vertical_text_sized_by_its_matrix_has_the_same_boxes()
    {
        var document = Read(Write(ChineseFont("GBK-EUC-V"), ["BT /F1 1 Tf 12 0 0 12 300 700 Tm <BDADD6DDCDA8D1B6> Tj ET"]));
        Assert.Equal(new PageBox(1, 294, 676, 306, 688), Round(Assert.Single(document.Layout.Boxes(new TextSpan(1, 2)))));
    }

    // 喘 is B4AD, and AD is a soft hyphen in Western text.
    [Fact]
    public void A_GBK_byte_that_reads_as_a_soft_hyphen_is_kept()
    {
        Assert.Equal("气喘吁吁江州通讯", Read(Write(WesternFont, [Show("气喘吁吁江州通讯", 72, 700)])).Text.Trim());
    }

    [Fact]
    public void Narrow_letters_side_by_side_are_no_copies()
    {
        var narrow = WesternFont.Replace("WIDTHS", string.Join(' ', Enumerable.Repeat("180", 256)), StringComparison.Ordinal);
        Assert.Equal("illumination", Read(Write(narrow, ["BT /F1 12 Tf 72 700 Td (illumination) Tj ET"])).Text.Trim());
    }

    [Fact]
    public void A_turned_page_is_read_upright_and_its_boxes_are_those_of_the_page_as_seen()
    {
        // Without a turn of the page the text runs upwards at the left edge.
        const string Sideways = "BT /F1 12 Tf 0 1 -1 0 100 72 Tm <CDA8D1B6CDA8D1B6> Tj ET\n";
        var document = Read(Write(ChineseFont("GBK-EUC-H"), [Sideways]));
        Assert.Equal("通讯通讯", document.Text.Trim());
        Assert.Equal((595d, 842d), (document.Pages[0].Width, document.Pages[0].Height));
        Assert.Equal(new PageBox(1, 89.44, 84, 101.44, 96), Round(Assert.Single(document.Layout.Boxes(new TextSpan(1, 2)))));

        // With it the page lies on its side and the text is upright.
        var turned = Read(Write(ChineseFont("GBK-EUC-H"), [Sideways], page: "/Rotate 90"));
        Assert.Equal("通讯通讯", turned.Text.Trim());
        Assert.Equal((842d, 595d), (turned.Pages[0].Width, turned.Pages[0].Height));
    }

    [Fact]
    public void Boxes_count_from_the_corner_of_the_visible_page_and_what_lies_outside_is_left_out()
    {
        var document = Read(Write(ChineseFont("GBK-EUC-H"), [Show("通讯", 150, 700) + Show("裁切", 20, 700)], page: "/CropBox [100 50 500 800]"));
        Assert.Equal("通讯", document.Text.Trim());
        Assert.Equal(new PageBox(1, 50, 648.56, 62, 660.56), Round(Assert.Single(document.Layout.Boxes(new TextSpan(0, 1)))));
    }

    [Fact]
    public void What_is_filled_into_a_form_is_text_of_its_page_at_its_place()
    {
        // 江州 into one field, a choice by its shown name, 通讯 as a typed note; a hidden field and one for a password are none.
        const string Fields = "/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V <FEFF6C5F5DDE> /DA (/F1 12 Tf 0 g) /Rect [98 696 300 716] >> "
            + "<< /Type /Annot /Subtype /Widget /FT /Ch /Ff 131072 /T (b) /V (1) /Opt [[(1) <FEFF5E02957F>]] /DA (/F1 0 Tf) /Rect [98 596 300 616] >> "
            + "<< /Type /Annot /Subtype /FreeText /Contents <FEFF901A8BAF> /DA (/F1 12 Tf) /Rect [72 480 300 520] >> "
            + "<< /Type /Annot /Subtype /Widget /FT /Tx /F 2 /T (c) /V <FEFF9690> /Rect [98 396 300 416] >> "
            + "<< /Type /Annot /Subtype /Widget /FT /Tx /Ff 8192 /T (d) /V <FEFF79D8> /Rect [98 296 300 316] >>]";
        var document = Read(Write(ChineseFont("GBK-EUC-H"), [Show("地：", 72, 701.5) + Show("职：", 72, 601.5)], page: Fields));

        Assert.Equal(["地：江州", "职：市长", "通讯"], document.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(new PageBox(1, 100, 700, 112, 712), Round(Assert.Single(document.Layout.Boxes(new TextSpan(2, 3)))));
    }

    [Fact]
    public void Text_drawn_twice_to_look_bold_is_read_once()
    {
        var layout = Assert.IsType<NewsExtract.Readers.Pages.PrintedLayout>(Read(Write(ChineseFont("GBK-EUC-H"), [Show("通知公告", 72, 700) + Show("通知公告", 72.4, 700) + Show("正文不粗", 72, 600)])).Layout);
        Assert.Equal([true, false], layout.Lines.Select(line => line.IsBold));
        Assert.Equal(4, layout.Lines[0].Span.Length);
    }

    // Ä¿Â¼: a simple font whose codes are bytes of GBK.
    [Fact]
    public void Bytes_of_GBK_shown_as_Western_letters_are_read()
    {
        var document = Read(Write(WesternFont, [Show("江州通讯目录，第1期", 72, 700)]));
        Assert.Equal("江州通讯目录，第1期", document.Text.Trim());
        Assert.Equal(new PageBox(1, 84, 698.56, 96, 710.56), Round(Assert.Single(document.Layout.Boxes(new TextSpan(1, 2)))));
    }

    [Fact]
    public void Western_letters_stay()
    {
        Assert.Equal("Café Müller Zürich é", Read(Write(WesternFont, ["BT /F1 12 Tf 72 700 Td (Caf\u00E9 M\u00FCller Z\u00FCrich \u00E9) Tj ET"])).Text.Trim());
    }

    [Fact]
    public void False_characters_are_left_out_and_reported()
    {
        var rare = new string([.. Enumerable.Range(0, 12).Select(index => Gbk.GetString([0x81, (byte)(0x40 + index)])[0])]);
        var document = Read(Write(ChineseFont("GBK-EUC-H"), [Show(rare, 72, 700), Show("江州通讯正文在此", 72, 700)]));
        Assert.Equal("江州通讯正文在此", document.Text.Trim());
        Assert.Equal("NX1307", Assert.Single(document.Diagnostics).Code);
    }

    // The library has tables for UTF-16 alone; no OCR is at work here.
    [Theory]
    [InlineData("UniGB-UTF32-H", "utf-32BE")]
    [InlineData("UniGB-UTF8-H", "utf-8")]
    public void Text_in_the_other_Unicode_encodings_is_read(string encoding, string charset)
    {
        var code = Convert.ToHexString(Encoding.GetEncoding(charset).GetBytes("江州人民ABC第1期，公告"));
        var document = Read(Write(ChineseFont(encoding), [$"BT /F1 12 Tf 72 700 Td <{code}> Tj ET", $"BT /F1 12 Tf 72 700 Td <{code}> Tj ET"]));
        Assert.Equal("江州人民ABC第1期，公告", document.Text.Split('\n')[0]);
        Assert.Empty(document.Diagnostics);
    }

    [Fact]
    public void Text_in_a_font_that_is_not_known_is_reported()
    {
        var document = Read(Write(ChineseFont("UniGB-Unknown-H"), [Show("通讯", 72, 700)]));
        Assert.Contains("NX1310", document.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Titles_written_in_GBK_are_decoded_again()
    {
        var title = Encoding.Latin1.GetString(Gbk.GetBytes("江州通讯"));
        var information = Read(Write(ChineseFont("GBK-EUC-H"), [Show("通讯", 72, 700)], information: $"/Title ({title}) /Author (M\u00FCller)")).Information;
        Assert.Equal("江州通讯", information!.Title);
        Assert.Equal("Müller", information.Author);
    }

    [Fact]
    public void Pages_after_the_limit_are_left_out_and_reported()
    {
        var source = new DocumentSource("a.pdf", Write(ChineseFont("GBK-EUC-H"), [Show("第一页", 72, 700), Show("第二页", 72, 700)]));
        var document = new PdfReader(new PdfReaderOptions { MaxPages = 1 }).Read(source);
        Assert.Equal("第一页", document.Text.Trim());
        Assert.Equal("NX1308", Assert.Single(document.Diagnostics).Code);
    }

    [Fact]
    public void A_file_of_too_many_objects_is_refused()
    {
        var source = new DocumentSource("a.pdf", Write(ChineseFont("GBK-EUC-H"), [Show("第一页", 72, 700)]));
        var exception = Assert.Throws<DocumentReadException>(() => new PdfReader(new PdfReaderOptions { MaxObjects = 5 }).Read(source));
        Assert.Equal("NX1314", exception.Diagnostic.Code);
        Assert.Empty(new PdfReader(new PdfReaderOptions { MaxObjects = 6 }).Read(source).Diagnostics);
    }

    [Fact]
    public void A_page_that_unpacks_without_end_costs_that_page_alone()
    {
        var file = Assemble(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 2 /Kids [4 0 R 6 0 R] >>",
            ChineseFont("GBK-EUC-H"),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>",
            Packed(300 << 20),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 7 0 R >>",
            $"<< /Length {Show("第二页", 72, 700).Length} >>\nstream\n{Show("第二页", 72, 700)}\nendstream",
        ]);
        var document = Read(file);
        Assert.Equal("第二页", document.Text.Trim());
        Assert.Equal("NX1315", Assert.Single(document.Diagnostics).Code);
    }

    // So many blanks, packed some thousand times smaller.
    private static string Packed(int length)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var blanks = new byte[1 << 20];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < length; i += blanks.Length)
            {
                zlib.Write(blanks);
            }
        }

        return $"<< /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream";
    }

    [Theory]
    [InlineData("%PDF-1.4\nnothing")]
    [InlineData("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 9 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF")]
    public void A_file_that_can_not_be_opened_has_its_code(string text)
    {
        var exception = Assert.Throws<DocumentReadException>(() => Read(Encoding.Latin1.GetBytes(text)));
        Assert.Contains(exception.Diagnostic.Code, new[] { "NX1301", "NX1304" });
    }

    [Fact]
    public void Options_never_show_passwords()
    {
        Assert.DoesNotContain("hush", new PdfReaderOptions { Passwords = ["hush"] }.ToString(), StringComparison.Ordinal);
    }

    private static Document Read(byte[] bytes) => new PdfReader(PdfReaderOptions.Default).Read(new DocumentSource("a.pdf", bytes));

    private static PageBox Round(PageBox box) => new(box.Page, Math.Round(box.Left, 2), Math.Round(box.Bottom, 2), Math.Round(box.Right, 2), Math.Round(box.Top, 2));
}
