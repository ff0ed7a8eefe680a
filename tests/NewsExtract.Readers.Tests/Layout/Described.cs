using System.Text;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Tests.Layout;

/// <summary>Reads any source and writes its articles as one line a block, so that a test reads like a page.</summary>
internal static class Described
{
    public static string Read(byte[] bytes, string? encoding = null)
    {
        var document = new DocumentReader().Read(new DocumentSource("source", bytes) { Encoding = encoding });
        return Bulletin.Describe(document.Text, new ArticleSplitter().Split(document));
    }

    public static string Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static void Expect(byte[] bytes, string expected) => Assert.Equal(expected.Replace("\r", "", StringComparison.Ordinal).Trim(), Read(bytes).Trim());

    public static void Expect(string text, string expected) => Expect(Encoding.UTF8.GetBytes(text), expected);
}
