using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Uploads;

/// <summary>
/// Where uploaded files are kept: FOLDER/ab/abcdef…/签约.pdf, by the SHA-256 of their bytes. A file is there whole or not at all; one that was
/// there before keeps its name.
/// </summary>
internal sealed class UploadFolder(WebSettings settings)
{
    private const int HashLength = 64;
    private const string Incoming = ".incoming";
    private static readonly TimeSpan s_longestUpload = TimeSpan.FromDays(1);

    /// <param name="length">As the caller announced it; <c>null</c> when it did not.</param>
    /// <exception cref="ApiException">NX4301 to NX4303: too large, of no kind that is read, or cut off; nothing is kept.</exception>
    public async Task<Upload> SaveAsync(string? name, Stream content, long? length, CancellationToken cancellation)
    {
        if (length > settings.MaxUploadBytes)
        {
            throw TooLarge();
        }

        // By chance, for another server may use the folder, in whose container processes have the same numbers.
        var incoming = Path.Combine(settings.UploadFolder, Incoming, RandomNumberGenerator.GetHexString(32, lowercase: true));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(incoming)!);
            var (sha256, bytes, format) = await ReceiveAsync(incoming, content, cancellation).ConfigureAwait(false);
            if (length is { } announced && announced != bytes)
            {
                throw CutOff();
            }

            var known = Find(sha256);
            var path = known ?? Path.Combine(FolderOf(sha256), UploadName.Clean(name, format));
            if (known is null)
            {
                Directory.CreateDirectory(FolderOf(sha256));
                File.Move(incoming, path, overwrite: true);
            }

            return new Upload(sha256, Path.GetFileName(path), bytes, format.Name, known is not null);
        }
        catch (Exception exception) when (exception is BadHttpRequestException { StatusCode: not StatusCodes.Status413PayloadTooLarge } or Microsoft.AspNetCore.Connections.ConnectionResetException)
        {
            throw CutOff();
        }
        catch (BadHttpRequestException)
        {
            throw TooLarge();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(StatusCodes.Status507InsufficientStorage, "NX4306", $"the file can't be kept ({exception.Message.TrimEnd('.')}) — check the upload folder and the disk");
        }
        finally
        {
            if (File.Exists(incoming))
            {
                File.Delete(incoming);
            }
        }
    }

    /// <summary>Removes what uploads left that were under way when a server was killed.</summary>
    public void Sweep()
    {
        var folder = Path.Combine(settings.UploadFolder, Incoming);
        var old = settings.Clock.GetUtcNow().UtcDateTime - s_longestUpload;
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(path => File.GetLastWriteTimeUtc(path) < old).ToList() : [])
        {
            File.Delete(path);
        }
    }

    /// <returns>The path of the file with these bytes; <c>null</c> when none was uploaded.</returns>
    public string? Find(string sha256) =>
        sha256.Length == HashLength && sha256.All(char.IsAsciiHexDigitLower) && Directory.Exists(FolderOf(sha256)) ? Directory.EnumerateFiles(FolderOf(sha256)).Order(StringComparer.Ordinal).FirstOrDefault() : null;

    private string FolderOf(string sha256) => Path.GetFullPath(Path.Combine(settings.UploadFolder, sha256[..2], sha256));

    private async Task<(string Sha256, long Bytes, UploadFormat Format)> ReceiveAsync(string path, Stream content, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            await using var _ = file.ConfigureAwait(false);
            long bytes = 0;
            UploadFormat? format = null;
            int read;
            while ((read = await content.ReadAtLeastAsync(buffer, UploadFormat.HeadLength, throwOnEndOfStream: false, cancellation).ConfigureAwait(false)) > 0)
            {
                bytes += read;
                if (bytes > settings.MaxUploadBytes)
                {
                    throw TooLarge();
                }

                format ??= UploadFormat.Find(buffer.AsSpan(0, Math.Min(read, UploadFormat.HeadLength)))
                    ?? throw new ApiException(StatusCodes.Status415UnsupportedMediaType, "NX4302", "this is no kind of file that is read — send PDF, text, HTML, Word (.docx), OFD, JPEG, PNG or TIFF");
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
            }

            return format is null ? throw CutOff() : (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes, format);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private ApiException TooLarge() => new(StatusCodes.Status413PayloadTooLarge, "NX4301", $"the file has more than {settings.MaxUploadBytes >> 20} MiB — split it by issue");

    private static ApiException CutOff() => new(StatusCodes.Status400BadRequest, "NX4303", "the file did not arrive whole, and nothing of it was kept — send it again");
}

/// <summary>A file that was kept.</summary>
/// <param name="Name">As it is kept: cleaned, or that of the same bytes before.</param>
/// <param name="Known">Its bytes were there before.</param>
internal sealed record Upload(string Sha256, string Name, long Bytes, string Format, bool Known);
