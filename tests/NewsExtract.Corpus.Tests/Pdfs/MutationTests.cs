using System.Globalization;
using NewsExtract.PdfChecks;
using NewsExtract.Readers;
using NewsExtract.Readers.Pdf;

namespace NewsExtract.Corpus.Tests.Pdfs;

/// <summary>
/// A damaged file gives a document or says why it does not, and soon. NEWSEXTRACT_MUTANTS sets how many of the series are
/// tried; the benchmarks' <c>mutate</c> prints what comes of each kind.
/// </summary>
public class MutationTests
{
    private const string CountVariable = "NEWSEXTRACT_MUTANTS";

    private static readonly string s_folder = Path.Combine(Repository.Corpus, "pdf");

    [Fact]
    public void Small_files_are_sound_before_they_are_damaged()
    {
        var reader = new DocumentReader();

        Assert.All(SmallPdf.All, file =>
        {
            var document = reader.Read(new DocumentSource(file.Name, file.Bytes));
            Assert.Equal(2, document.Pages.Length);
            Assert.Contains("江州市举行春季运动会", document.Text, StringComparison.Ordinal);
            Assert.Empty(document.Diagnostics);
        });
    }

    [Fact]
    public void Unpacked_files_are_read_as_the_packed_ones()
    {
        var reader = new DocumentReader(PdfReaderOptions.Default);
        var file = File.ReadAllBytes(Path.Combine(s_folder, "a04-a05-a06-newspaper.pdf"));
        var unpacked = UnpackedPdf.Of(file);

        Assert.True(unpacked.Length > file.Length);
        var document = reader.Read(new DocumentSource("unpacked.pdf", unpacked));
        Assert.Equal(reader.Read(new DocumentSource("packed.pdf", file)).Text, document.Text);
        Assert.Empty(document.Diagnostics);
    }

    // In a process of their own, as the command reads them: an overflow of the stack can't be caught.
    [Fact]
    public void Damaged_files_give_a_document_or_a_diagnostic()
    {
        var mutants = new Mutants(s_folder);
        var count = int.Parse(Environment.GetEnvironmentVariable(CountVariable) ?? "200", CultureInfo.InvariantCulture);
        var failures = new List<string>();
        using var reader = new ReaderProcess(TimeSpan.FromSeconds(20), engineName: null, Path.Combine(AppContext.BaseDirectory, "newsextract.dll"));
        for (var i = 0; i < count; i++)
        {
            var (name, bytes) = mutants[i];
            var reading = reader.Read($"{i}.pdf", bytes);
            if (ReaderProcess.IsProcessFailure(reading))
            {
                failures.Add($"{i} ({name}): {string.Join(' ', reading.Codes)}");
            }
        }

        // A negative width in a cross-reference stream ends PdfPig's process.
        Assert.True(failures.Count <= 1 + (count / 250), string.Join('\n', failures));
    }
}
