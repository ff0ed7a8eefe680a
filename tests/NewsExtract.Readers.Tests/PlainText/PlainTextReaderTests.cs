using System.Text;
using NewsExtract.Readers.PlainText;

namespace NewsExtract.Readers.Tests.PlainText;

public sealed class PlainTextReaderTests
{
    private const string Simplified = "全市重点项目集中开工\n\n本报讯 3月5日，安岭市举行重点项目集中开工仪式，共开工项目42个，总投资186亿元。";
    private const string Traditional = "新廠房落成啟用\n\n本報訊 3月5日，安嶺市舉行新廠房啟用典禮，總投資額達新臺幣86億元，創造就業機會逾400個。";

    static PlainTextReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string, bool> Encodings => new()
    {
        { "utf-8", Simplified, false },
        { "utf-8", Simplified, true },
        { "utf-16", Simplified, true },
        { "utf-16BE", Simplified, true },
        { "utf-16", Simplified, false },
        { "utf-16BE", Traditional, false },
        { "gb18030", Simplified, false },
        { "gb18030", Traditional, false },
        { "big5", Traditional, false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Detects_the_encoding(string name, string text, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        var document = Read(bytes);

        Assert.Equal(text, document.Text);
        Assert.Equal(encoding.WebName, document.Encoding, ignoreCase: true);
        Assert.Empty(document.Diagnostics);
    }

    [Theory]
    [InlineData("gb18030", "本报讯 市长出席。")]
    [InlineData("big5", "本報訊 市長出席。")]
    public void Detects_short_legacy_text(string name, string text) =>
        Assert.Equal(text, Read(Encoding.GetEncoding(name).GetBytes(text)).Text);

    [Fact]
    public void The_option_overrides_detection()
    {
        var bytes = Encoding.GetEncoding("gb18030").GetBytes(Simplified);
        Assert.Equal(Simplified, Read(bytes, "GBK").Text);
        Assert.Equal("NX1004", Fail(bytes, "utf-8"));
        Assert.Equal("NX1003", Fail(bytes, "klingon"));
    }

    [Fact]
    public void A_few_damaged_bytes_are_told_and_the_rest_is_read()
    {
        var text = string.Concat(Enumerable.Repeat(Simplified, 10));
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes[30] = 0xFF;

        var document = Read(bytes);

        var diagnostic = Assert.Single(document.Diagnostics);
        Assert.Equal("NX1006", diagnostic.Code);
        Assert.Equal('\uFFFD', document.Text[diagnostic.Span!.Value.Start]);
    }

    [Theory]
    [InlineData("", "NX1001")]
    [InlineData(" \r\n\t　\n", "NX1001")]
    [InlineData("%PDF-1.7\n", "NX1002")]
    [InlineData("PK\u0003\u0004 and more", "NX1002")]
    public void Bad_input_has_its_code(string content, string code) => Assert.Equal(code, Fail(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Binary_data_is_told_from_text()
    {
        var random = new Random(7);
        var bytes = new byte[4096];
        random.NextBytes(bytes);
        Assert.Contains(Fail(bytes), new[] { "NX1002", "NX1004" });
        Assert.Equal("NX1002", Fail([.. Enumerable.Repeat((byte)1, 500)]));
    }

    [Fact]
    public void An_endless_line_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('项', PlainTextReader.MaxLineLength + 1));
        Assert.Equal("NX1005", Fail(bytes));
    }

    [Fact]
    public void The_text_is_never_altered()
    {
        const string Odd = "\uFEFF项\u00AD目\r\n　　全\u200B省　ＡＢＣ１２３\f⼭西\n";
        Assert.Equal(Odd[1..], Read(Encoding.UTF8.GetBytes(Odd)).Text);
    }

    private static Document Read(byte[] bytes, string? encoding = null) =>
        new PlainTextReader().Read(new DocumentSource("a.txt", bytes) { Encoding = encoding });

    private static string Fail(byte[] bytes, string? encoding = null) =>
        Assert.Throws<DocumentReadException>(() => Read(bytes, encoding)).Diagnostic.Code;
}
