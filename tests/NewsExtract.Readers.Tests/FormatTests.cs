using System.Text;

namespace NewsExtract.Readers.Tests;

/// <summary>The format is told by the content, never by the name.</summary>
public class FormatTests
{
    private const string Page = "<html><body><h1>江州召开推进会</h1><p>3月4日，江州召开项目推进会。</p></body></html>";

    static FormatTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("﻿" + Page)]
    [InlineData("\r\n\r\n  " + Page)]
    [InlineData("<!-- 缓存 -->\n<!DOCTYPE html>" + Page)]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">" + Page)]
    [InlineData("<p>江州召开推进会</p><p>3月4日，江州召开项目推进会。</p>")]
    public void A_page_is_HTML_whatever_stands_before_it(string page) =>
        Assert.Equal("江州召开推进会\n3月4日，江州召开项目推进会。\n", Read(Encoding.UTF8.GetBytes(page)).Text);

    [Theory]
    [InlineData("<编者按>江州召开推进会。")]
    [InlineData("<p 江州召开推进会。")]
    [InlineData("< html > 是一种标记。")]
    [InlineData("<b> 以下为正文\n江州召开推进会。")]
    [InlineData("%PDF-1.7 是文件的开头。")]
    public void A_text_that_begins_like_another_format_is_text(string text) => Assert.Equal(text, Read(Encoding.UTF8.GetBytes("\n" + text)).Text[1..]);

    [Theory]
    [InlineData("utf-16", true, "utf-16")]
    [InlineData("utf-16BE", true, "utf-16BE")]
    [InlineData("utf-16", false, "utf-16")]
    [InlineData("gb18030", false, "gb18030")]
    [InlineData("big5", false, "big5")]
    public void A_page_is_read_in_its_encoding(string name, bool hasMark, string expected)
    {
        var encoding = Encoding.GetEncoding(name);
        var page = "<html><head><meta http-equiv=Content-Type content='text/html; charset=" + name + "'></head><body><p>江州市召開推進會，市長李四出席並講話。</p></body></html>";
        byte[] bytes = [.. hasMark ? encoding.Preamble : [], .. encoding.GetBytes(page)];

        var document = Read(bytes);

        Assert.Equal("江州市召開推進會，市長李四出席並講話。\n", document.Text);
        Assert.Equal(expected, document.Encoding, ignoreCase: true);
    }

    [Fact]
    public void UTF8_that_calls_itself_GB2312_is_read_as_what_it_is() =>
        Assert.Equal("utf-8", Read(Encoding.UTF8.GetBytes("<html><head><meta charset=gb2312></head><body><p>江州市召开推进会。</p></body></html>")).Encoding);

    [Theory]
    [InlineData("{\\rtf1\\ansi 江州}", "RTF")]
    [InlineData("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "MHTML")]
    [InlineData("<?xml version=\"1.0\"?><rss><channel/></rss>", "XML")]
    [InlineData("\u001f\u008b\b", "gzip")]
    [InlineData("GIF89a", "GIF")]
    [InlineData("Rar!\u001a\a", "RAR")]
    public void What_is_not_read_says_what_to_do(string content, string name)
    {
        var diagnostic = Refuse(Encoding.Latin1.GetBytes(content));

        Assert.Equal("NX1401", diagnostic.Code);
        Assert.Contains(name, diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("; ", diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("META-INF/container.xml", "EPUB")]
    [InlineData("xl/workbook.xml", "Excel")]
    [InlineData("ppt/presentation.xml", "PowerPoint")]
    [InlineData("notes.txt", "ZIP")]
    public void A_container_is_looked_into(string part, string name)
    {
        var diagnostic = Refuse(Packed.Zip((part, "x")));

        Assert.Equal("NX1401", diagnostic.Code);
        Assert.Contains(name, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_container_is_damaged() => Assert.Equal("NX1402", Refuse(Packed.Zip(("word/document.xml", "x"))[..^30]).Code);

    [Fact]
    public void Office_files_with_and_without_password_are_told_apart()
    {
        byte[] head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]];

        Assert.Equal("NX1401", Refuse([.. head, .. Encoding.Unicode.GetBytes("WordDocument")]).Code);
        Assert.Equal("NX1403", Refuse([.. head, .. Encoding.Unicode.GetBytes("EncryptedPackage")]).Code);
    }

    private static Document Read(byte[] bytes) => new DocumentReader().Read(new DocumentSource("x.pdf", bytes));

    private static Diagnostic Refuse(byte[] bytes) => Assert.Throws<DocumentReadException>(() => Read(bytes)).Diagnostic;
}
