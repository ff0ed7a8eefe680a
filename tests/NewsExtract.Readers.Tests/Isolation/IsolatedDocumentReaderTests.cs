using NewsExtract.Readers.Isolation;
using NewsExtract.Readers.Tests.Pdf;
using Xunit;

namespace NewsExtract.Readers.Tests.Isolation;

/// <summary>With programs in the worker's place that do what hostile files make it do; the real one is tested with the command.</summary>
public sealed class IsolatedDocumentReaderTests
{
    private static readonly DocumentSource s_pdf = new("a.pdf", PdfBytes.Write(PdfBytes.ChineseFont("GBK-EUC-H"), [PdfBytes.Show("通讯", 72, 700)]));

    [SkippableByPlatformTheory]
    [InlineData("exit 3", "NX1371")]
    [InlineData("kill -9 $$", "NX1371")]
    [InlineData("head -c 20 >/dev/null; printf 12345; exit 0", "NX1371")]
    [InlineData("head -c 20 >/dev/null; printf ABCDEFGHIJKLMNOP; sleep 60", "NX1371")]
    [InlineData("head -c 20 >/dev/null; printf '\\377\\377\\377\\377\\377\\377\\377\\377'; sleep 60", "NX1371")]
    [InlineData("head -c 20 >/dev/null; printf '\\000\\000\\000\\000\\000\\000\\000\\000'; sleep 60", "NX1371")]
    [InlineData("head -c 20 >/dev/null; printf '\\003\\000\\000\\000\\000\\000\\000\\000\\001zz'; sleep 60", "NX1371")]
    [InlineData("sleep 60", "NX1372")]
    public void What_becomes_of_the_process_is_told_and_costs_one_file(string script, string code)
    {
        // Only the last is to take too long; the others have as long as a shell may need to start.
        var limit = TimeSpan.FromSeconds(code == "NX1372" ? 1 : 20);
        using var reader = new IsolatedDocumentReader(new ReaderProcessOptions { Command = "/bin/sh", Arguments = ["-c", script], Timeout = limit });
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(code, Assert.Throws<DocumentReadException>(() => reader.Read(s_pdf)).Diagnostic.Code);
        }

        Assert.Equal("正文。", reader.Read(new DocumentSource("a.txt", "正文。"u8.ToArray())).Text);
    }

    [SkippableByPlatformFact]
    public void A_process_that_grows_is_ended()
    {
        var options = new ReaderProcessOptions { Command = "/bin/sh", Arguments = ["-c", "sleep 60"], Timeout = TimeSpan.FromSeconds(20), MemoryLimit = 4096 };
        using var reader = new IsolatedDocumentReader(options);
        Assert.Equal("NX1373", Assert.Throws<DocumentReadException>(() => reader.Read(s_pdf)).Diagnostic.Code);
    }

    [Fact]
    public void A_program_that_is_not_there_is_told()
    {
        using var reader = new IsolatedDocumentReader(new ReaderProcessOptions { Command = "/nowhere/newsextract" });
        Assert.Equal("NX1374", Assert.Throws<DocumentReadException>(() => reader.Read(s_pdf)).Diagnostic.Code);
    }

    [SkippableByPlatformFact]
    public void Cancelling_ends_the_process()
    {
        using var reader = new IsolatedDocumentReader(new ReaderProcessOptions { Command = "/bin/sh", Arguments = ["-c", "sleep 60"] });
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.Throws<OperationCanceledException>(() => reader.Read(s_pdf, cancellation.Token));
    }

    [Fact]
    public void The_worker_answers_requests_until_its_input_ends()
    {
        using var input = new MemoryStream();
        using var output = new MemoryStream();
        using (var writer = new BinaryWriter(input, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            new ReadRequest(s_pdf, Readers.Pdf.PdfReaderOptions.Default, null).Write(writer);
            new ReadRequest(s_pdf with { Bytes = "%PDF-1.4 nothing"u8.ToArray() }, Readers.Pdf.PdfReaderOptions.Default, null).Write(writer);
        }

        input.Position = 0;
        ReaderWorker.Run(input, output);
        output.Position = 0;
        using var answers = new BinaryReader(output);
        answers.ReadInt64();
        Assert.Equal(ReaderWorker.Done, answers.ReadByte());
        Assert.Equal("通讯", DocumentCodec.Read(answers).Text.Trim());
        answers.ReadInt64();
        Assert.Equal(ReaderWorker.Failed, answers.ReadByte());
        Assert.Equal("NX1301", answers.ReadDiagnostic().Code);
    }

    [Fact]
    public void The_worker_draws_a_page_and_reads_on()
    {
        using var input = new MemoryStream();
        using var output = new MemoryStream();
        using (var writer = new BinaryWriter(input, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            new ReadRequest(new DocumentSource("a.tif", Ocr.PictureReaderTests.Tiff(pages: 2, dotsPerInch: 100)), Readers.Pdf.PdfReaderOptions.Default, null) { Painted = 2 }.Write(writer);
            new ReadRequest(s_pdf, Readers.Pdf.PdfReaderOptions.Default, null) { Painted = 1 }.Write(writer);
            new ReadRequest(s_pdf, Readers.Pdf.PdfReaderOptions.Default, null).Write(writer);
        }

        input.Position = 0;
        ReaderWorker.Run(input, output);
        output.Position = 0;
        using var answers = new BinaryReader(output);
        answers.ReadInt64();
        Assert.Equal(ReaderWorker.Done, answers.ReadByte());
        Assert.Equal([0xFF, 0xD8, 0xFF], answers.ReadArray<byte>()[..3]);
        answers.ReadInt64();
        Assert.Equal(ReaderWorker.Failed, answers.ReadByte());
        Assert.Equal("NX1402", answers.ReadDiagnostic().Code);
        answers.ReadInt64();
        Assert.Equal(ReaderWorker.Done, answers.ReadByte());
        Assert.Equal("通讯", DocumentCodec.Read(answers).Text.Trim());
    }

    private sealed class SkippableByPlatformTheory : TheoryAttribute
    {
        public SkippableByPlatformTheory() => Skip = OperatingSystem.IsWindows() ? "needs /bin/sh" : null;
    }

    private sealed class SkippableByPlatformFact : FactAttribute
    {
        public SkippableByPlatformFact() => Skip = OperatingSystem.IsWindows() ? "needs /bin/sh" : null;
    }
}
