using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Tests.Layout;

public class InvariantTests
{
    public static TheoryData<string> Texts()
    {
        var data = new TheoryData<string>();
        var root = Root();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "corpus"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetRelativePath(root, file));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_character_of_a_corpus_text_is_in_one_block(string file) => CheckCoverage(File.ReadAllText(Path.Combine(Root(), file)));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_character_is_in_one_block_when_the_text_is_wrapped(string file) => CheckCoverage(Wrap(File.ReadAllText(Path.Combine(Root(), file)), 20));

    [Theory]
    [InlineData("")]
    [InlineData("   \n\u3000\n\f")]
    public void A_text_of_blanks_has_no_articles(string text) => Assert.Empty(Bulletin.Split(text));

    [Theory]
    [InlineData("-")]
    [InlineData("）")]
    [InlineData("。\n。\n。")]
    [InlineData("标题")]
    [InlineData("第2版")]
    [InlineData("（下转第3版）")]
    [InlineData("（上接第1版）")]
    [InlineData("责编：张三")]
    [InlineData("□")]
    [InlineData("——")]
    [InlineData("【】")]
    [InlineData("\ud840\udc00\ud840\udc00")]
    [InlineData("（（（（（（（（")]
    [InlineData("2023年\n2023年13月45日")]
    [InlineData("本报讯")]
    [InlineData("本报讯（")]
    [InlineData("a\tb\tc\r\n1\t2\t3\r\n")]
    [InlineData("标题\n\n正文只有半句\n\n（下转第3版）\n\n另一个标题\n\n另一段正文在这里。\n\n（上接第1版）接着说完这句话。")]
    public void Odd_texts_lose_nothing(string text) => CheckCoverage(text);

    [Theory]
    [InlineData("第一行\n正文在这里，说了几句话。\n\n")]
    [InlineData("一行标题\n\n")]
    [InlineData("一行标题\n")]
    [InlineData("图为园区。何亮 摄\n\n")]
    [InlineData("- 3 -\n\n")]
    [InlineData("（下转第3版）\n（上接第1版）\n")]
    [InlineData("这一段话没有说完，后面还\n\n")]
    [InlineData("（何亮）\n\n")]
    [InlineData("本报讯 昨日，园区开工\n\n")]
    public void A_hundred_thousand_short_lines_take_seconds(string lines) => CheckCoverage(string.Concat(Enumerable.Repeat(lines, 50_000)));

    [Fact]
    public void A_line_of_twenty_megabytes_takes_seconds()
    {
        var text = "标题在此\n\n" + string.Concat(Enumerable.Repeat("正文很长（一段接一段，“没完没了”）", 600_000));
        CheckCoverage(text);
    }

    [Fact]
    public void Two_runs_agree()
    {
        var text = File.ReadAllText(Path.Combine(Root(), "corpus", "dev", "b08.txt"));
        Assert.Equal(Bulletin.Describe(text), Bulletin.Describe(text));
    }

    [Fact]
    public void Cancellation_ends_the_split()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new TextArticleSplitter().Split(Bulletin.Read("标题\n\n正文。"), source.Token));
    }

    private static void CheckCoverage(string text)
    {
        var covered = new byte[text.Length];
        foreach (var article in Bulletin.Split(text))
        {
            Assert.NotEmpty(article.Blocks);
            foreach (var block in article.Blocks)
            {
                Assert.NotEmpty(block.Pieces);
                foreach (var piece in block.Pieces)
                {
                    Assert.False(piece.IsEmpty);
                    Assert.False(Glyphs.IsBlank(text[piece.Start]) || Glyphs.IsBlank(text[piece.End - 1]));
                    Assert.False(char.IsLowSurrogate(text[piece.Start]) || char.IsHighSurrogate(text[piece.End - 1]));
                    for (var i = piece.Start; i < piece.End; i++)
                    {
                        covered[i]++;
                    }
                }
            }

            foreach (var diagnostic in article.Diagnostics.Where(diagnostic => diagnostic.Code == "NX1101"))
            {
                for (var i = diagnostic.Span!.Value.Start; i < diagnostic.Span.Value.End; i++)
                {
                    covered[i]++;
                }
            }

            foreach (var span in article.AuthorSpans)
            {
                Assert.InRange(span.End, 1, text.Length);
            }
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (covered[i] != 1 && !Glyphs.IsBlank(text[i]))
            {
                Assert.Fail($"'{text[i]}' at {i} is in {covered[i]} blocks");
            }
        }
    }

    private static string Wrap(string text, int width) =>
        string.Join('\n', text.Split('\n').SelectMany(line => line.Length <= width ? [line] : line.Chunk(width).Select(chunk => new string(chunk))));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "corpus")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("no corpus/ above " + AppContext.BaseDirectory);
    }
}
