using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using NewsExtract.Readers.Isolation;
using NewsExtract.Storage;

namespace NewsExtract.Batch;

/// <summary>What came of an input, not yet written.</summary>
/// <param name="Document"><c>null</c> when the store keeps what it has.</param>
internal sealed record JobResult(InputEntry Input, PreparedDocument? Document, RunOutcome Outcome, double Seconds, int Articles, int Facts)
{
    /// <summary>What loading and reading took of it.</summary>
    public TimeSpan Reading { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics => Document?.Entry.Diagnostics ?? (Input.Problem is { } problem ? [problem] : []);
}

/// <summary>Does one input: as little of loading, reading and extraction as the store leaves to be done. Safe for concurrent use.</summary>
internal sealed class DocumentJob(NewsStore store, IngestSettings settings)
{
    /// <summary>What reading gives also depends on the reader itself.</summary>
    private readonly string _readingKey = $"reader={DocumentArchive.Version};encoding={settings.Encoding ?? "detect"};{settings.ReadingKey}";

    private readonly string _extractionKey = $"date={settings.Date?.ToString() ?? "none"};{settings.ExtractionKey}";

    public string ReadingKey => _readingKey;

    public string ExtractionKey => _extractionKey;

    /// <summary>Sets an input aside that could not be brought to an end.</summary>
    public JobResult Abandon(BatchInput input, string sha256, Diagnostic problem) => Failed(input, sha256, input.Bytes ?? 0, problem);

    /// <summary>Nothing of the input's own is thrown: what is wrong with it is in the result.</summary>
    /// <param name="wanted">The bytes that are meant, where that is known: a file's time and size may be as they were before.</param>
    /// <exception cref="StoreException">The store can't be read.</exception>
    public JobResult Run(BatchInput input, string? wanted, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var result = Process(input, wanted, cancellation);
        return result with { Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3) };
    }

    private JobResult Process(BatchInput input, string? wanted, CancellationToken cancellation)
    {
        var known = store.FindInput(input.Path);
        if (input.Problem is { } problem)
        {
            return Unreadable(input, problem);
        }

        ReadOnlyMemory<byte>? bytes = null;
        var hasSameTime = known?.Sha256 is not null && input.Modified is not null && known.Modified == input.Modified && known.Bytes == input.Bytes;
        var sha256 = known?.Sha256;
        if (!hasSameTime || settings.ChecksBytes || (wanted is not null && wanted != sha256))
        {
            try
            {
                bytes = input.Load();
            }
            catch (DocumentReadException exception)
            {
                return Unreadable(input, exception.Diagnostic);
            }

            sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Value.Span));
        }

        var present = store.FindDocument(sha256!);
        if (present is { Path: { } first } && first != input.Path)
        {
            return new JobResult(Entry(input, InputStatus.Duplicate, sha256!), null, RunOutcome.Duplicate, 0, 0, 0);
        }

        return present is not null && !IsWanted(present)
            ? Unchanged(input, present, known)
            : Extract(input, sha256!, bytes, present, cancellation);
    }

    private bool IsWanted(DocumentSummary present) => settings.Scope switch
    {
        IngestScope.Failed => present.State == ExtractionState.Failed,
        IngestScope.Changed => false,
        IngestScope.Older => Version.TryParse(present.Version, out var version) && version < settings.OlderThan,

        // What can't be read has nothing that another rule could extract from.
        _ => present.ReadingKey != _readingKey || (present.ExtractionKey != _extractionKey && present.State != ExtractionState.Failed),
    };

    private JobResult Extract(BatchInput input, string sha256, ReadOnlyMemory<byte>? bytes, DocumentSummary? present, CancellationToken cancellation)
    {
        var kept = present is { HasReading: true } && present.ReadingKey == _readingKey ? FindKept(sha256) : null;
        var clock = Stopwatch.StartNew();
        try
        {
            if (kept is null)
            {
                bytes ??= input.Load();
            }
        }
        catch (DocumentReadException exception)
        {
            // What can't be had any more stays as it was extracted before.
            return present is { State: not ExtractionState.Failed }
                ? new JobResult(Entry(input, InputStatus.Stored, sha256, problem: exception.Diagnostic), null, RunOutcome.Failed, 0, 0, 0)
                : Unreadable(input, exception.Diagnostic);
        }

        long length = bytes?.Length ?? input.Bytes ?? 0;
        ExtractionResult result;
        TimeSpan reading;
        try
        {
            var document = kept ?? settings.Reader.Read(new DocumentSource(input.Name, bytes!.Value) { Encoding = settings.Encoding, Date = settings.Date }, cancellation);
            reading = clock.Elapsed;
            result = settings.Pipeline.ProcessDocument(document with { SourceName = input.Name, Date = settings.Date }, cancellation);
        }
        catch (DocumentReadException exception)
        {
            return Failed(input, sha256, length, exception.Diagnostic);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or StoreException or OutOfMemoryException))
        {
            // A fault of the program's own in one bulletin of ten thousand: that one is set aside with what a report of the fault needs.
            var place = new StackTrace(exception).GetFrame(0)?.GetMethod();
            return Failed(input, sha256, length, new Diagnostic("NX3101", Severity.Error, $"the program failed on it: {exception.GetType().Name} in {place?.DeclaringType?.Name}.{place?.Name}: {exception.Message} — report this line"));
        }

        return Done(input, sha256, length, result, isFresh: kept is null) with { Reading = reading };
    }

    private Document? FindKept(string sha256) => store.FindReading(sha256, _readingKey) is { } packed ? DocumentArchive.Unpack(packed) : null;

    private JobResult Done(BatchInput input, string sha256, long length, ExtractionResult result, bool isFresh)
    {
        var document = result.Document!;
        var entry = new DocumentEntry
        {
            Sha256 = sha256,
            Name = input.Name,
            Bytes = length,
            State = result.Status == ExtractionStatus.Complete ? ExtractionState.Complete : ExtractionState.Partial,
            ReadingKey = _readingKey,
            ExtractionKey = _extractionKey,
            Version = NewsPipeline.Generator.Version,
            Encoding = document.Encoding,
            Ocr = document.OcrEngine,
            Characters = document.Text.Length,
            Pages = document.Pages,
            Diagnostics = result.Diagnostics,
            Articles = [.. result.ToRecords()],
            Reading = isFresh ? DocumentArchive.Pack(document) : null,
        };
        return new JobResult(
            Entry(input, InputStatus.Stored, sha256, length),
            store.Prepare(entry),
            isFresh ? RunOutcome.Stored : RunOutcome.Extracted,
            0,
            entry.Articles.Length,
            entry.Articles.Sum(static article => article.Facts.Length));
    }

    private JobResult Failed(BatchInput input, string sha256, long length, Diagnostic problem)
    {
        var entry = new DocumentEntry
        {
            Sha256 = sha256,
            Name = input.Name,
            Bytes = length,
            State = ExtractionState.Failed,
            ReadingKey = _readingKey,
            ExtractionKey = _extractionKey,
            Version = NewsPipeline.Generator.Version,
            Diagnostics = [problem],
        };
        return new JobResult(Entry(input, InputStatus.Failed, sha256, length, problem), store.Prepare(entry), RunOutcome.Failed, 0, 0, 0);
    }

    public static JobResult Unreadable(BatchInput input, Diagnostic problem) =>
        new(new InputEntry(input.Path, InputStatus.Unreadable, null, input.Bytes, input.Modified, problem), null, RunOutcome.Failed, 0, 0, 0);

    private static JobResult Unchanged(BatchInput input, DocumentSummary present, InputEntry? known)
    {
        var hasFailed = present.State == ExtractionState.Failed;

        // What failed before and was left as it was keeps its reason.
        var entry = Entry(input, hasFailed ? InputStatus.Failed : InputStatus.Stored, present.Sha256, problem: hasFailed ? known?.Problem : null);
        return new JobResult(entry, null, RunOutcome.Unchanged, 0, 0, 0);
    }

    private static InputEntry Entry(BatchInput input, InputStatus status, string sha256, long? length = null, Diagnostic? problem = null) =>
        new(input.Path, status, sha256, input.Bytes ?? length, input.Modified, problem);
}
