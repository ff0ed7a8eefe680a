using System.Text;
using NewsExtract.Readers.Isolation;
using NewsExtract.Readers.Layout;
using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pdf;
using NewsExtract.Readers.Tests.Pdf;
using Xunit;

namespace NewsExtract.Readers.Tests.Isolation;

public sealed class DocumentCodecTests
{
    [Fact]
    public void A_printed_document_comes_back_whole()
    {
        var document = new PdfReader(PdfReaderOptions.Default).Read(new DocumentSource("a.pdf", PdfBytes.Write(
            PdfBytes.ChineseFont("GBK-EUC-H"),
            [PdfBytes.Show("江州通讯", 72, 700) + PdfBytes.Show("正文在此。", 72, 600), PdfBytes.Show("第二页", 72, 700) + "72 500 m 300 500 l S"],
            information: "/Title (A)"))
        { Date = new PartialDate(2024, 3) });
        var back = RoundTrip(document with { OcrEngine = "engine@1", Diagnostics = [new Diagnostic("NX1305", Severity.Error, "缺\uD800", new TextSpan(1, 2))] });
        Assert.Equal((document.Id, document.Text, document.Date, "engine@1"), (back.Id, back.Text, back.Date, back.OcrEngine));
        Assert.Equal(document.Pages.AsEnumerable(), back.Pages.AsEnumerable());
        Assert.Equal("A", back.Information?.Title);
        Assert.Equal(new Diagnostic("NX1305", Severity.Error, "缺\uD800", new TextSpan(1, 2)), Assert.Single(back.Diagnostics));
        var (before, after) = (Assert.IsType<PrintedLayout>(document.Layout), Assert.IsType<PrintedLayout>(back.Layout));
        Assert.Equal(before.Lines, after.Lines);
        Assert.Equal(before.CharacterBoxes.ToArray(), after.CharacterBoxes.ToArray());
        Assert.Equal(before.Rules, after.Rules);
        Assert.NotEmpty(after.Rules);
    }

    [Fact]
    public void A_marked_document_comes_back_whole()
    {
        var document = new DocumentReader().Read(new DocumentSource("a.html", Encoding.UTF8.GetBytes("<!doctype html><html><body><h1>江州建成新桥</h1><p>本报讯　江州新桥昨日建成通车，全长一千二百米。</p></body></html>")));
        var back = RoundTrip(document);
        Assert.Equal(document.Text, back.Text);
        Assert.Equal(Assert.IsType<MarkedLayout>(document.Layout).Lines, Assert.IsType<MarkedLayout>(back.Layout).Lines);
    }

    private static Document RoundTrip(Document document)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        DocumentCodec.Write(writer, document);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        return DocumentCodec.Read(reader);
    }
}
