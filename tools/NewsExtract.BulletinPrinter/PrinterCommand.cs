using System.Globalization;
using System.Text;
using NewsExtract.BulletinPrinter.Bulletins;
using NewsExtract.BulletinPrinter.Comparing;
using NewsExtract.BulletinPrinter.Fonts;
using NewsExtract.BulletinPrinter.Pdf;
using NewsExtract.BulletinPrinter.Scans;
using NewsExtract.BulletinPrinter.Setting;

namespace NewsExtract.BulletinPrinter;

/// <summary>The command line.</summary>
internal static class PrinterCommand
{
    private const string Usage = """
        corpus FOLDER OUT_DIR                      all bulletins of FOLDER with gold, in all layouts and orders: OUT_DIR/LAYOUT-ORDER/NAME.pdf
        page BULLETIN.txt LAYOUT ORDER OUT.pdf     one bulletin
        scan BULLETIN.txt LAYOUT OUT.pdf [DPI [SKEW [NOISE [QUALITY|bilevel]]]]
                                                   the pages as pictures: dpi 200, skew in degrees, noise of 255, JPEG quality 75
        long PAGES FOLDER OUT.pdf                  the bulletins of FOLDER again and again, two columns, for speed
        samples TABLE FOLDER OUT_DIR               the files that TABLE lists, of bulletins of FOLDER; see corpus/pdf/samples.tsv
        compare FOLDER [LAYOUT|all] [ORDER|all] [FIGURE]
                                                   F1 of what is found in the texts and in the pages printed from them; * more than 0.02 less;
                                                   FIGURE (paragraph, article, author, PER, statistic, ...): what the pages miss or add and the texts do not
        compare-scans FOLDER LAYOUT [DPI [SKEW [NOISE [QUALITY|bilevel]]]] [FILE.model...]
                                                   the same of scans, by rules, with the shipped model of mentions and with others
        LAYOUT 2col, 3col, newspaper, wide, middle, noto, digest, feature, vertical; ORDER natural, row, random
        With each PDF: NAME.gt, its text in reading order, and NAME.boxes.tsv, the em box of every character.
        """;

    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        if (FontFace.Missing is { } missing)
        {
            error.WriteLine(missing);
            return 3;
        }

        try
        {
            return Run(arguments, output) ? 0 : Refuse(error, Usage);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or IOException or System.Text.Json.JsonException or InvalidDataException)
        {
            return Refuse(error, exception.Message);
        }
    }

    private static int Refuse(TextWriter error, string message)
    {
        error.WriteLine(message);
        return 2;
    }

    /// <returns>Whether the arguments are a command.</returns>
    private static bool Run(string[] arguments, TextWriter output)
    {
        switch (arguments)
        {
            case ["corpus", var folder, var target]:
                PrintAll(folder, target);
                return true;
            case ["page", var bulletin, var layout, var order, var path]:
                Print(EditionReader.Read(bulletin), PageDesign.Find(layout), Enum.Parse<StreamOrder>(order, ignoreCase: true), path);
                return true;
            case ["scan", var bulletin, var layout, var path, .. { Length: <= 4 } choice]:
                Scan(EditionReader.Read(bulletin), PageDesign.Find(layout), path, choice);
                return true;
            case ["long", var pages, var folder, var path]:
                PrintLong(int.Parse(pages, CultureInfo.InvariantCulture), folder, path);
                return true;
            case ["samples", var table, var folder, var target]:
                PrintSamples(table, folder, target);
                return true;
            case ["compare", var folder, .. { Length: <= 3 } choice]:
                Compare(folder, choice, output);
                return true;
            case ["compare-scans", var folder, var layout, .. var rest]:
                var options = ScanOptions.Parse([.. rest.Where(static choice => !IsModel(choice))]);
                foreach (var line in PrintedComparison.ScanTable(folder, PageDesign.Find(layout), options, rest.Where(IsModel)))
                {
                    output.WriteLine(line);
                }

                return true;
            default:
                return false;
        }
    }

    private static bool IsModel(string argument) => argument.EndsWith(".model", StringComparison.Ordinal);

    private static void PrintAll(string folder, string target)
    {
        foreach (var design in PageDesign.All)
        {
            foreach (var bulletin in PrintedBulletin.ReadAll(folder, design))
            {
                foreach (var order in Enum.GetValues<StreamOrder>())
                {
                    var place = Directory.CreateDirectory(Path.Combine(target, $"{design.Name}-{order}".ToLowerInvariant()));
                    Print(bulletin.Edition, design, order, Path.Combine(place.FullName, bulletin.Edition.Name + ".pdf"));
                }
            }
        }
    }

    private static void PrintSamples(string table, string folder, string target)
    {
        foreach (var fields in File.ReadLines(table).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')))
        {
            var bulletin = PrintedBulletin.Join([.. fields[1].Split('+').Select(name => PrintedBulletin.Read(Path.Combine(folder, name + ".txt")))]);
            var design = PageDesign.Find(fields[2]).WithoutArphic();
            var path = Path.Combine(target, fields[0] + ".pdf");
            if (fields[3].Split(' ') is ["scan", .. var choice])
            {
                Scan(bulletin.Edition, design, path, choice);
            }
            else
            {
                Print(bulletin.Edition, design, Enum.Parse<StreamOrder>(fields[3], ignoreCase: true), path);
            }
        }
    }

    private static void Scan(Edition edition, PageDesign design, string path, string[] choice)
    {
        var sheets = EditionSetter.Set(edition, design);
        File.WriteAllBytes(path, ScanWriter.Write(sheets, ScanOptions.Parse(choice), edition.Articles[0].Headline));
        WriteTruth(sheets, path);
    }

    private static void PrintLong(int pages, string folder, string path)
    {
        var design = PageDesign.All[0];
        var articles = EditionReader.Find(folder).SelectMany(bulletin => EditionReader.Read(bulletin).Articles).ToList();
        // A bulletin fills a third of a page at least, so that this many are enough.
        var enough = Enumerable.Range(0, 4 * pages).Select(i => articles[i % articles.Count]);
        var sheets = EditionSetter.Set(new Edition("long", null, [.. enough]), design).Take(pages).ToList();
        File.WriteAllBytes(path, SheetWriter.Write(sheets, StreamOrder.Natural, "江州新刊"));
        WriteTruth(sheets, path);
    }

    private static void Compare(string folder, string[] choice, TextWriter output)
    {
        var designs = choice is [not "all", ..] ? [PageDesign.Find(choice[0])] : PageDesign.All;
        StreamOrder[] orders = choice is [_, not "all", ..] ? [Enum.Parse<StreamOrder>(choice[1], ignoreCase: true)] : Enum.GetValues<StreamOrder>();
        foreach (var line in PrintedComparison.Table(new NewsPipelineBuilder().Build(), folder, designs, orders, choice is [_, _, var show] ? show : null))
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    private static void Print(Edition edition, PageDesign design, StreamOrder order, string path)
    {
        var sheets = EditionSetter.Set(edition, design);
        File.WriteAllBytes(path, SheetWriter.Write(sheets, order, edition.Articles[0].Headline));
        WriteTruth(sheets, path);
    }

    private static void WriteTruth(IReadOnlyList<Sheet> sheets, string path)
    {
        File.WriteAllText(Path.ChangeExtension(path, ".gt"), GroundTruth.Text(sheets), new UTF8Encoding(false));
        File.WriteAllText(Path.ChangeExtension(path, ".boxes.tsv"), GroundTruth.Boxes(sheets), new UTF8Encoding(false));
    }
}
