using System.Text;
using NewsExtract.BulletinPrinter.Bulletins;
using NewsExtract.BulletinPrinter.Comparing;
using NewsExtract.BulletinPrinter.Pdf;
using NewsExtract.BulletinPrinter.Scans;
using NewsExtract.BulletinPrinter.Setting;
using NewsExtract.Readers;

namespace NewsExtract.Corpus.Tests.Printed;

/// <summary>The generator prints what it says: every character once, lines broken as Chinese asks, the same bytes each time.</summary>
public class BulletinPrinterTests
{
    public static TheoryData<string> Layouts => [.. PageDesign.All.Select(design => design.Name)];

    public static TheoryData<string> Bulletins => [.. EditionReader.Find(Path.Combine(Repository.Corpus, "dev")).Select(path => Path.GetFileNameWithoutExtension(path))];

    [PrintedTheory]
    [MemberData(nameof(Layouts))]
    public void A_page_gives_back_its_characters(string layout)
    {
        var bulletin = PrintedBulletin.Read(Path.Combine(Repository.Corpus, "dev", "b03.txt"));
        var sheets = EditionSetter.Set(bulletin.Edition, PageDesign.Find(layout));
        var document = new DocumentReader().Read(new DocumentSource("b03.pdf", SheetWriter.Write(sheets, StreamOrder.Random, "小轴承")));

        Assert.Equal(Sorted(GroundTruth.Text(sheets)), Sorted(document.Text));
    }

    /// <summary>Where a character was set is where the reader says it is, within a point.</summary>
    [PrintedTheory]
    [MemberData(nameof(Layouts))]
    public void Boxes_are_those_that_were_set(string layout)
    {
        var bulletin = PrintedBulletin.Read(Path.Combine(Repository.Corpus, "dev", "b08.txt"));
        var sheets = EditionSetter.Set(bulletin.Edition, PageDesign.Find(layout));
        var document = new DocumentReader().Read(new DocumentSource("b08.pdf", SheetWriter.Write(sheets, StreamOrder.Row, "要闻")));
        var set = GroundTruth.Places(sheets).ToLookup(place => (place.Page, place.Character));
        var misplaced = new List<string>();
        for (var i = 0; i < document.Text.Length; i++)
        {
            if (!char.IsWhiteSpace(document.Text[i]))
            {
                var box = Assert.Single(document.Layout!.Boxes(new TextSpan(i, i + 1)));
                if (!set[(box.Page, document.Text[i].ToString())].Any(place => place.IsNear(box.Left, box.Bottom, box.Right, box.Top)))
                {
                    misplaced.Add($"{document.Text[i]} {box}");
                }
            }
        }

        Assert.True(misplaced.Count == 0, $"{misplaced.Count} of {document.Text.Length}: {string.Join("; ", misplaced.Take(10))}");
    }

    [PrintedTheory]
    [MemberData(nameof(Layouts))]
    public void The_same_pages_are_the_same_bytes(string layout)
    {
        var bulletin = PrintedBulletin.Read(Path.Combine(Repository.Corpus, "dev", "a09.txt"));
        var design = PageDesign.Find(layout);

        Assert.Equal(bulletin.ToPdf(design, StreamOrder.Random), bulletin.ToPdf(design, StreamOrder.Random));
    }

    [PrintedTheory]
    [InlineData(false, "/BitsPerComponent 8 /Filter /DCTDecode")]
    [InlineData(true, "/BitsPerComponent 1")]
    public void A_scan_is_pictures_without_text(bool bilevel, string picture)
    {
        var sheets = EditionSetter.Set(EditionReader.Read(Path.Combine(Repository.Corpus, "dev", "a09.txt")), PageDesign.Find("2col"));
        var options = new ScanOptions { Dpi = 100, Skew = 1, Noise = 4, Bilevel = bilevel };
        var file = ScanWriter.Write(sheets, options, "要闻");
        var text = Encoding.Latin1.GetString(file);

        Assert.Equal(sheets.Count, text.Split(picture).Length - 1);
        Assert.DoesNotContain("/Font", text, StringComparison.Ordinal);
        Assert.Equal(file, ScanWriter.Write(sheets, options, "要闻"));
    }

    [PrintedTheory]
    [InlineData("2col")]
    [InlineData("3col")]
    [InlineData("vertical")]
    public void No_line_opens_with_a_mark_that_closes(string layout)
    {
        var lines = EditionReader.Find(Path.Combine(Repository.Corpus, "dev"))
            .SelectMany(path => EditionSetter.Set(EditionReader.Read(path), PageDesign.Find(layout)))
            .SelectMany(sheet => sheet.Lines)
            .Select(line => line.Text)
            .ToList();

        Assert.True(lines.Count > 200);
        Assert.DoesNotContain(lines, line => line.Length > 0 && "。，、；：？！”）》」".Contains(line[0], StringComparison.Ordinal));
    }

    /// <summary>Gold headlines and paragraphs are printed whole, whatever the text does with them.</summary>
    [Theory]
    [MemberData(nameof(Bulletins))]
    public void An_edition_holds_the_gold_articles(string name)
    {
        var bulletin = PrintedBulletin.Read(Path.Combine(Repository.Corpus, "dev", name + ".txt"));
        var articles = bulletin.Gold.Articles!.Value;

        Assert.Equal(articles.Select(article => article.Headline), bulletin.Edition.Articles.Select(article => article.Headline));
        Assert.Equal(
            articles.SelectMany(article => article.Paragraphs).Select(paragraph => paragraph.Trim('#', ' ')),
            bulletin.Edition.Articles.SelectMany(article => article.Body).Where(block => block.Kind is BodyKind.Paragraph or BodyKind.Section or BodyKind.Row).Select(block => block.Text));
    }

    [Fact]
    public void Kept_files_give_back_their_characters()
    {
        var reader = new DocumentReader();
        Assert.All(KeptSample.All.Where(sample => !sample.IsScan), sample =>
        {
            var document = reader.Read(new DocumentSource(sample.PdfPath, File.ReadAllBytes(sample.PdfPath)));
            Assert.Equal(Sorted(sample.Truth), Sorted(document.Text));
        });
    }

    private static string Sorted(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)).Order());
}
