using System.Text;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Tests.Layout;

/// <summary>Reads any source and writes its articles as one line a block, so that a test reads like a page.</summary>
internal static class Described
{
    public static string Read(byte[] bytes, string? encoding = null)
    {
        var document = new DocumentReader().Read(new DocumentSource("source", bytes) { Encoding = encoding });
        var articles = new ArticleSplitter().Split(document);
        if (document.Layout is MarkedLayout)
        {
            CheckCover(document.Text, articles);
        }

        return Bulletin.Describe(document.Text, articles);
    }

    // Every character that prints is in exactly one block.
    private static void CheckCover(string text, IEnumerable<Article> articles)
    {
        var covers = new int[text.Length];
        foreach (var piece in articles.SelectMany(article => article.Blocks).SelectMany(block => block.Pieces))
        {
            for (var i = piece.Start; i < piece.End; i++)
            {
                covers[i]++;
            }
        }

        Assert.All(Enumerable.Range(0, text.Length).Where(i => !Glyphs.IsBlank(text[i])), i => Assert.Equal(1, covers[i]));
    }

    public static string Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static void Expect(byte[] bytes, string expected) => Assert.Equal(expected.Replace("\r", "", StringComparison.Ordinal).Trim(), Read(bytes).Trim());

    public static void Expect(string text, string expected) => Expect(Encoding.UTF8.GetBytes(text), expected);
}
