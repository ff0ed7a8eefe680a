using System.Globalization;

namespace NewsExtract.Cli.Input;

/// <summary>Reads the bytes of a source.</summary>
internal sealed class SourceLoader(Terminal terminal, string? encoding, PartialDate? date)
{
    /// <summary>Largest source in bytes: decoded text takes twice as much again, and no issue of a paper comes near.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;

    /// <exception cref="DocumentReadException">NX2001, NX2002 or NX2006.</exception>
    public DocumentSource Load(InputItem item)
    {
        try
        {
            var bytes = item.IsStandardInput ? ReadAll(terminal.Input) : ReadFile(item.Path);
            return new DocumentSource(item.SourceName, bytes) { Encoding = encoding, Date = date };
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Fail(DiagnosticCodes.NotFound, "the file went away — check the path", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fail(DiagnosticCodes.Unreadable, $"it can't be opened ({exception.Message.TrimEnd('.')}) — check its permissions and the disk", exception);
        }
    }

    private static byte[] ReadFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var length = stream.CanSeek ? stream.Length : 0;
        if (length > MaxBytes)
        {
            throw TooLarge(length);
        }

        if (length == 0)
        {
            // Pipes and the like do not say how long they are.
            return ReadAll(stream);
        }

        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (buffer.Length + read > MaxBytes)
            {
                throw TooLarge(buffer.Length + read);
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static DocumentReadException TooLarge(long length) => Fail(
        DiagnosticCodes.TooLarge,
        string.Create(CultureInfo.InvariantCulture, $"it has {length} bytes or more, at most {MaxBytes} can be read — split it by issue"));

    private static DocumentReadException Fail(string code, string message, Exception? inner = null) => new(new Diagnostic(code, Severity.Error, message), inner);
}
