using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using NewsExtract.Batch;
using NewsExtract.Readers.Ocr;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Uploads;

/// <summary><c>GET /documents/{sha256}/file</c> and <c>/pages/{n}/picture</c>: the source itself, as long as its bytes are the same.</summary>
internal static class SourceFilesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/documents/{sha256}/file", SendAsync).WithName("SendFile").WithSummary("The bytes of a document, where they still lie at a path that the store knows.").Produces<byte[]>(contentType: "application/octet-stream");
        api.MapGet("/documents/{sha256}/pages/{number:int}/picture", SendPictureAsync).WithName("SendPicture").WithSummary("The page of a document that is a picture.").Produces<byte[]>(contentType: "image/png");
    }

    private static async Task<PhysicalFileHttpResult> SendAsync(string sha256, HttpContext context, NewsStore store, SourceFiles files)
    {
        var (path, format) = await FindAsync(sha256, store, files, context.RequestAborted).ConfigureAwait(false);
        return Send(context, sha256, path, format);
    }

    private static async Task<IResult> SendPictureAsync(string sha256, int number, HttpContext context, NewsStore store, SourceFiles files)
    {
        var (path, format) = await FindAsync(sha256, store, files, context.RequestAborted).ConfigureAwait(false);
        return format.Name switch
        {
            "png" or "jpeg" when number == 1 => Send(context, sha256, path, format),
            "tiff" when number >= 1 => await PaintAsync(context, path, number, files).ConfigureAwait(false),
            _ => throw NoPicture("this page is no picture that browsers show"),
        };
    }

    // The bytes of a hash never change, and drawing them takes a moment.
    private static async Task<FileContentHttpResult> PaintAsync(HttpContext context, string path, int number, SourceFiles files)
    {
        try
        {
            var picture = await files.PaintAsync(path, number, context.RequestAborted).ConfigureAwait(false);
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
            return TypedResults.Bytes(picture, "image/jpeg");
        }
        catch (DocumentReadException exception)
        {
            throw NoPicture($"this page can't be drawn: {exception.Message} ({exception.Diagnostic.Code})");
        }
    }

    private static ApiException NoPicture(string what) => new(StatusCodes.Status404NotFound, "NX4102", $"{what} — read its text, or open the file itself");

    private static async Task<(string Path, UploadFormat Format)> FindAsync(string sha256, NewsStore store, SourceFiles files, CancellationToken cancellation)
    {
        var document = store.FindDocumentHit(sha256) ?? throw ApiException.NotFound("there is no document with this hash — /api/v1/documents lists all");
        return await files.FindAsync(sha256, document.Paths, cancellation).ConfigureAwait(false)
            ?? throw new ApiException(StatusCodes.Status404NotFound, "NX4101", "the file lies nowhere any more where it was read, or has changed — put it back, or upload it again");
    }

    // What is not shown is a file to be saved, so that no page of a bulletin runs as one of ours.
    private static PhysicalFileHttpResult Send(HttpContext context, string sha256, string path, UploadFormat format)
    {
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.PhysicalFile(path, format.ContentType, format.IsShown ? null : Path.GetFileName(path), entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }
}

/// <summary>Finds files whose bytes have a hash, and looks at no file twice that did not change.</summary>
internal sealed class SourceFiles(IngestSettings ingest, WebSettings settings, UploadFolder uploads) : IDisposable
{
    /// <summary>Pages that are drawn at a time: each fills some hundred megabytes.</summary>
    private const int MostDrawn = 2;

    /// <summary>Objects that are fetched at a time: each is in memory as a whole.</summary>
    private const int MostFetched = 2;

    private readonly SemaphoreSlim _drawing = new(MostDrawn);
    private readonly SemaphoreSlim _fetching = new(MostFetched);
    private readonly ConcurrentDictionary<(string Path, long Bytes, long Modified), (string Sha256, UploadFormat? Format)> _known = new();

    /// <summary>Whether a document's bytes are there, as far as a quick look says.</summary>
    public bool MayHave(DocumentHit document) => document.Paths.Any(path => IsObject(path) || File.Exists(path));

    /// <returns><c>null</c> when none of the paths has these bytes any more.</returns>
    public async Task<(string Path, UploadFormat Format)?> FindAsync(string sha256, IEnumerable<string> paths, CancellationToken cancellation)
    {
        foreach (var stored in paths)
        {
            var path = IsObject(stored) ? await FetchAsync(sha256, stored, cancellation).ConfigureAwait(false) : stored;
            if (path is null)
            {
                continue;
            }

            var file = new FileInfo(path);
            if (!file.Exists)
            {
                continue;
            }

            var key = (path, file.Length, file.LastWriteTimeUtc.Ticks);
            if (!_known.TryGetValue(key, out var known))
            {
                known = await LookAsync(path, cancellation).ConfigureAwait(false);
                if (known.Sha256.Length > 0)
                {
                    _known[key] = known;
                }
            }

            if (known.Sha256 == sha256 && known.Format is { } format)
            {
                return (path, format);
            }
        }

        return null;
    }

    /// <summary>A page of a file as a JPEG picture.</summary>
    /// <exception cref="DocumentReadException">It can't be drawn.</exception>
    public async Task<ReadOnlyMemory<byte>> PaintAsync(string path, int number, CancellationToken cancellation)
    {
        if (ingest.Reader is not IPagePainter painter)
        {
            throw new DocumentReadException(new Diagnostic("NX1402", Severity.Error, "this server draws no pictures"));
        }

        await _drawing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
            return await Task.Run(() => painter.Paint(new DocumentSource(Path.GetFileName(path), bytes), number, cancellation), cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DocumentReadException(new Diagnostic("NX2002", Severity.Error, "the file can't be read"), exception);
        }
        finally
        {
            _drawing.Release();
        }
    }

    public void Dispose()
    {
        _drawing.Dispose();
        _fetching.Dispose();
    }

    private bool IsObject(string path) => settings.Blobs?.Holds(path) == true;

    /// <summary>An object is fetched once, and kept with what was uploaded.</summary>
    /// <returns><c>null</c> when it is gone, out of reach or another by now.</returns>
    private async Task<string?> FetchAsync(string sha256, string path, CancellationToken cancellation)
    {
        if (uploads.Find(sha256) is { } kept)
        {
            return kept;
        }

        await _fetching.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // Another may have fetched it meanwhile.
            return uploads.Find(sha256) ?? await LoadAsync(sha256, path, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task<string?> LoadAsync(string sha256, string path, CancellationToken cancellation)
    {
        try
        {
            var bytes = await Task.Run(() => settings.Blobs!.Open(path).Load().ToArray(), cancellation).ConfigureAwait(false);
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256)
            {
                return null;
            }

            using var content = new MemoryStream(bytes, writable: false);
            await uploads.SaveAsync(Path.GetFileName(path), content, bytes.Length, cancellation).ConfigureAwait(false);
            return uploads.Find(sha256);
        }
        catch (DocumentReadException)
        {
            return null;
        }
        catch (ApiException exception) when (exception.Status == StatusCodes.Status413PayloadTooLarge)
        {
            throw new ApiException(StatusCodes.Status404NotFound, "NX4101", $"the file has more than {settings.MaxUploadBytes >> 20} MiB, so that this server does not fetch it from its store of objects — open it there");
        }
    }

    private static async Task<(string Sha256, UploadFormat? Format)> LookAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
            await using var _ = stream.ConfigureAwait(false);
            var head = new byte[UploadFormat.HeadLength];
            var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            stream.Position = 0;
            return (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false)), UploadFormat.Find(head.AsSpan(0, read)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone, or not for us: as if it were not there.
            return ("", null);
        }
    }
}
