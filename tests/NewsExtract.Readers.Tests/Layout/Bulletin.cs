using System.Text;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Tests.Layout;

/// <summary>Splits an invented bulletin and writes the articles as one line a block, so that a test reads like a page.</summary>
internal static class Bulletin
{
    private static readonly Dictionary<BlockKind, char> s_letters = new()
    {
        [BlockKind.Kicker] = 'K',
        [BlockKind.Headline] = 'H',
        [BlockKind.Subhead] = 'S',
        [BlockKind.Byline] = 'B',
        [BlockKind.Body] = 'P',
        [BlockKind.Heading] = 'G',
        [BlockKind.Caption] = 'C',
        [BlockKind.Furniture] = 'F',
        [BlockKind.Jump] = 'J',
    };

    public static Document Read(string text) => new() { Id = new string('0', 64), SourceName = "test.txt", Text = text };

    public static IReadOnlyList<Article> Split(string text) => new TextArticleSplitter().Split(Read(text));

    /// <summary>
    /// Compares with lines such as <c>H 标题</c>; <c>= 张三 | 江东日报 | 2023-05-06</c> opens an article with its author, source and
    /// date, <c>-</c> where there is none. Blanks in blocks do not count.
    /// </summary>
    public static void Expect(string text, string expected)
    {
        text = text.Trim('\n', '\r');
        Assert.Equal(expected.Replace("\r", "", StringComparison.Ordinal).Trim(), Describe(text).Trim());
    }

    public static string Describe(string text) => Describe(text, Split(text));

    public static string Describe(string text, IEnumerable<Article> articles)
    {
        var lines = new StringBuilder();
        foreach (var article in articles)
        {
            lines.Append("= ").Append(article.Author ?? "-").Append(" | ").Append(article.Source ?? "-").Append(" | ").Append(article.PublicationDate?.ToString() ?? "-").Append('\n');
            foreach (var block in article.Blocks)
            {
                lines.Append(s_letters[block.Kind]).Append(' ').Append(Surface(text, block)).Append('\n');
            }
        }

        return lines.ToString();
    }

    public static string Surface(string text, Block block) =>
        string.Concat(block.Pieces.SelectMany(piece => piece.Of(text).ToString()).Where(c => !Glyphs.IsBlank(c)));
}
