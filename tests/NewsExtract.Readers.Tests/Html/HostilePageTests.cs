using System.Text;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Tests.Html;

/// <summary>Pages made to hang or kill their reader end soon, in text or a diagnostic.</summary>
public class HostilePageTests
{
    // Seconds where work grows with the page, hours where it grows with its square; other suites run meanwhile.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private const string Story = "<h1>江州召开推进会</h1><p>3月4日，江州召开项目推进会。</p>";

    [Fact]
    public Task Elements_nested_without_end_are_refused() => Refuse(Repeat("<div>", 200_000) + Story);

    [Fact]
    public Task Formatting_nested_without_end_is_refused() => Refuse(Repeat("<b>", 100_000) + Story);

    [Fact]
    public Task Unclosed_fonts_that_every_paragraph_opens_anew_are_refused() =>
        Refuse(string.Concat(Enumerable.Range(0, 1400).Select(i => $"<p><font id={i}>")) + Repeat("<p>字", 20_000));

    [Fact]
    public Task Elements_nested_as_deep_as_is_read_are_read() => Read(Repeat("<div>", 1400) + Story + Repeat("<p>字", 20_000));

    [Fact]
    public Task Tables_within_tables_are_read() => Read(Repeat("<table><tr><td>", 700) + Story);

    [Fact]
    public Task Many_siblings_are_read() => Read(Story + Repeat("<p>短</p>", 200_000));

    [Fact]
    public async Task Headings_without_text_are_split_soon()
    {
        var document = Open(Repeat("<h2>江州召开推进会</h2>", 20_000));

        Assert.NotEmpty(await Task.Run(() => new ArticleSplitter().Split(document)).WaitAsync(s_patience));
    }

    [Fact]
    public async Task Short_lines_without_text_are_split_soon()
    {
        var document = Open("<h1>江州召开推进会</h1>" + Repeat("<p>江成出席并讲话</p>", 20_000));

        Assert.NotEmpty(await Task.Run(() => new ArticleSplitter().Split(document)).WaitAsync(s_patience));
    }

    [Fact]
    public Task Cells_of_an_endless_row_are_read() => Read(Story + "<table><tr>" + Repeat("<td>格", 100_000));

    [Fact]
    public Task Closing_tags_that_close_nothing_are_read() => Read(Story + Repeat("</p></b></div>", 20_000));

    [Fact]
    public Task Comments_and_tags_that_never_end_are_read() => Read(Story + "<div class='" + new string('x', 1_000_000));

    [Fact]
    public Task Attributes_without_end_are_read() => Read("<div " + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i}=1 ")) + ">" + Story);

    [Fact]
    public void Every_prefix_of_a_page_ends_in_text_or_a_diagnostic()
    {
        var bytes = Encoding.UTF8.GetBytes("<!DOCTYPE html><html><head><meta charset=utf-8><title>江州召开推进会_江州网</title></head><body><table><tr><td>" + Story + "</td></tr></table><!-- x --></body></html>");
        for (var i = 1; i < bytes.Length; i++)
        {
            try
            {
                Assert.NotEmpty(new DocumentReader().Read(new DocumentSource("x", bytes.AsMemory(0, i))).Text);
            }
            catch (DocumentReadException exception)
            {
                Assert.StartsWith("NX", exception.Diagnostic.Code, StringComparison.Ordinal);
            }
        }
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static async Task Read(string page)
    {
        var document = await Task.Run(() => Open(page)).WaitAsync(s_patience);

        Assert.Contains("江州召开推进会\n", document.Text, StringComparison.Ordinal);
    }

    private static async Task Refuse(string page) =>
        Assert.Equal("NX1404", (await Assert.ThrowsAsync<DocumentReadException>(() => Task.Run(() => Open(page)).WaitAsync(s_patience))).Diagnostic.Code);

    private static Document Open(string page) => new DocumentReader().Read(new DocumentSource("x", Encoding.UTF8.GetBytes("<html><body>" + page)));
}
