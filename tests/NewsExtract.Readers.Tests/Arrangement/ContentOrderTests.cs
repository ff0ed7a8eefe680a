using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pages.Arrangement;
using Xunit;

namespace NewsExtract.Readers.Tests.Arrangement;

/// <summary>Lines are read as the file draws them where it goes from line to line and the order found does not.</summary>
public class ContentOrderTests
{
    private const int Length = 5;
    private const int Rows = 10;

    /// <summary>The file draws one column after the other; the lines were found row by row.</summary>
    [Fact]
    public void Columns_drawn_in_turn_and_found_in_rows()
    {
        var lines = Apply(InRows(), PageTextSource.Embedded, place => (place.Column * Rows) + place.Row);

        Assert.Equal(Enumerable.Range(0, 2 * Rows).Select(i => i * Length), lines.Select(line => line.Glyphs[0]));
        Assert.True(lines.Zip(lines.Skip(1)).All(pair => pair.First.Region <= pair.Second.Region));
    }

    /// <summary>The file leaves the column with every line: what was found stays.</summary>
    [Fact]
    public void Rows_drawn_and_columns_found()
    {
        var found = InRows().OrderBy(place => place.Column).ToList();

        Assert.Equal(found.Select(place => ((2 * place.Row) + place.Column) * Length), Apply(found, PageTextSource.Embedded, place => (2 * place.Row) + place.Column).Select(line => line.Glyphs[0]));
    }

    /// <summary>What OCR read has no order of its own.</summary>
    [Fact]
    public void Lines_that_ocr_read_stay()
    {
        var lines = Apply(InRows(), PageTextSource.Ocr, place => (place.Column * Rows) + place.Row);

        Assert.Equal([0, Rows * Length, Length], lines.Take(3).Select(line => line.Glyphs[0]));
    }

    /// <summary>A file that draws its characters in no order says nothing about lines.</summary>
    [Fact]
    public void Lines_of_scattered_characters_stay()
    {
        var lines = Apply(InRows(), PageTextSource.Embedded, place => (place.Column * Rows) + place.Row, isScattered: true);

        Assert.Equal([0, Rows * Length, Length], lines.Take(3).Select(line => line.Glyphs[0]));
    }

    private static List<(int Row, int Column)> InRows() => [.. Enumerable.Range(0, 2 * Rows).Select(i => (i / 2, i % 2))];

    /// <param name="drawn">The place of a line in the file, from 0.</param>
    private static List<ArrangedLine> Apply(List<(int Row, int Column)> found, PageTextSource source, Func<(int Row, int Column), int> drawn, bool isScattered = false)
    {
        var page = new PageContent { Number = 1, Width = 300, Height = 400, Glyphs = [], TextSource = source };
        var lines = found.ConvertAll(place =>
        {
            var first = drawn(place) * Length;
            int[] glyphs = isScattered ? [first, first + 2, first + 1, first + 3, first + 4] : [.. Enumerable.Range(first, Length)];
            var left = 50 + (100 * place.Column);
            var bottom = 380 - (17 * place.Row);
            return new ArrangedLine(glyphs, new Box(left, bottom, left + 50, bottom + 10), 10, IsVertical: false, Region: place.Row);
        });
        ContentOrder.Apply(page, lines, 0, lines.Count);
        return lines;
    }
}
