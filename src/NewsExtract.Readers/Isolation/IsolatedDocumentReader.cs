using System.Collections.Concurrent;
using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pdf;
using NewsExtract.Readers.PlainText;

namespace NewsExtract.Readers.Isolation;

/// <summary>
/// Reads everything but plain text in processes of their own, so that a file that ends its reader, hangs it or fills its memory costs
/// that file alone. There are as many processes as sources are read at a time; they are kept for the next ones. Safe for concurrent use.
/// </summary>
public sealed class IsolatedDocumentReader : IDocumentReader, IPagePainter, IDisposable
{
    private readonly ReaderProcessOptions _processes;
    private readonly PdfReaderOptions _options;
    private readonly string? _engineName;
    private readonly DocumentReader _own;
    private readonly ConcurrentBag<WorkerProcess> _idle = [];

    /// <param name="options">How PDF files are read; its engine is not used.</param>
    /// <param name="engineName">One of <see cref="Ocr.OcrEngines.Names"/>; <c>null</c> for no OCR.</param>
    public IsolatedDocumentReader(ReaderProcessOptions processes, PdfReaderOptions? options = null, string? engineName = null)
    {
        ArgumentNullException.ThrowIfNull(processes);
        _processes = processes;
        _options = (options ?? PdfReaderOptions.Default) with { OcrEngine = null };
        _engineName = engineName;
        _own = new DocumentReader(_options);
    }

    /// <inheritdoc/>
    public bool CanRead(DocumentSource source) => true;

    /// <exception cref="DocumentReadException">As the readers say, or NX1371 to NX1374: what became of the process.</exception>
    public Document Read(DocumentSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (_own.FindReader(source) is PlainTextReader text)
        {
            return text.Read(source, cancellation);
        }

        return Ask(new ReadRequest(source, _options, _engineName), DocumentCodec.Read, cancellation);
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Paint(DocumentSource source, int number, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return Ask(new ReadRequest(source, _options, _engineName) { Painted = number }, static answer => answer.ReadArray<byte>(), cancellation);
    }

    private T Ask<T>(ReadRequest request, Func<BinaryReader, T> decode, CancellationToken cancellation)
    {
        var worker = Take();
        var isWell = false;
        try
        {
            var answer = worker.Ask(request, decode, cancellation);
            isWell = true;
            return answer;
        }
        catch (DocumentReadException exception) when (!exception.Diagnostic.Code.StartsWith("NX137", StringComparison.Ordinal))
        {
            isWell = true;
            throw;
        }
        finally
        {
            if (isWell && worker.CanGoOn)
            {
                _idle.Add(worker);
            }
            else
            {
                worker.Dispose();
            }
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var worker))
        {
            worker.Dispose();
        }
    }

    private WorkerProcess Take()
    {
        while (_idle.TryTake(out var worker))
        {
            if (worker.CanGoOn)
            {
                return worker;
            }

            worker.Dispose();
        }

        return WorkerProcess.Start(_processes);
    }
}
