using System.Globalization;
using NewsExtract.PdfChecks;
using NewsExtract.Readers;

namespace NewsExtract.Corpus.Tests.Pdfs;

/// <summary>
/// A damaged file gives a document or says why it does not, and soon. NEWSEXTRACT_MUTANTS sets how many of the series are
/// tried; the benchmarks' <c>mutate</c> does the same in a child process.
/// </summary>
public class MutationTests
{
    private const string CountVariable = "NEWSEXTRACT_MUTANTS";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

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
    public async Task Damaged_files_give_a_document_or_a_diagnostic()
    {
        var reader = new DocumentReader();
        var mutants = new Mutants(folder: null);
        var count = int.Parse(Environment.GetEnvironmentVariable(CountVariable) ?? "200", CultureInfo.InvariantCulture);
        for (var i = 0; i < count; i++)
        {
            var (name, bytes) = mutants[i];
            var reading = Task.Run(() => Outcome(reader, bytes));
            Assert.True(await Task.WhenAny(reading, Task.Delay(s_limit)) == reading, $"mutant {i} ({name}) took more than {s_limit.TotalSeconds} s");
            Assert.True(await reading is null, $"mutant {i} ({name}) threw {await reading}");
        }
    }

    private static string? Outcome(DocumentReader reader, byte[] bytes)
    {
        try
        {
            reader.Read(new DocumentSource("mutant.pdf", bytes));
            return null;
        }
        catch (DocumentReadException)
        {
            return null;
        }
#pragma warning disable CA1031 // Any other exception is what this test is about; it is reported with the number of the mutant.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception.ToString();
        }
    }
}
