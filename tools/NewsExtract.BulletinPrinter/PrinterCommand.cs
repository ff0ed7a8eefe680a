using System.Text;
using NewsExtract.BulletinPrinter.Bulletins;
using NewsExtract.BulletinPrinter.Fonts;
using NewsExtract.BulletinPrinter.Pdf;
using NewsExtract.BulletinPrinter.Setting;

namespace NewsExtract.BulletinPrinter;

/// <summary>The command line.</summary>
internal static class PrinterCommand
{
    private const string Usage = """
        page BULLETIN.txt LAYOUT ORDER OUT.pdf     one bulletin; LAYOUT 2col, 3col, newspaper, wide, middle, noto, vertical; ORDER natural, row, random
        """;

    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        if (FontFace.Missing is { } missing)
        {
            error.WriteLine(missing);
            return 3;
        }

        switch (arguments)
        {
            case ["page", var bulletin, var layout, var order, var path]:
                Print(EditionReader.Read(bulletin), PageDesign.Find(layout), Enum.Parse<StreamOrder>(order, ignoreCase: true), path);
                output.WriteLine(path);
                return 0;
            default:
                error.WriteLine(Usage);
                return 2;
        }
    }

    /// <summary>Writes OUT.pdf, OUT.txt and OUT.boxes.tsv.</summary>
    public static void Print(Edition edition, PageDesign design, StreamOrder order, string path)
    {
        var sheets = EditionSetter.Set(edition, design);
        File.WriteAllBytes(path, SheetWriter.Write(sheets, order, edition.Articles[0].Headline));
        File.WriteAllText(Path.ChangeExtension(path, ".gt"), GroundTruth.Text(sheets), new UTF8Encoding(false));
        File.WriteAllText(Path.ChangeExtension(path, ".boxes.tsv"), GroundTruth.Boxes(sheets), new UTF8Encoding(false));
    }
}
