using Microsoft.Win32.SafeHandles;

namespace NewsExtract.Cli;

/// <summary>The streams of the process, so that tests can stand in for them. Written by one thread at a time.</summary>
internal sealed class Terminal(Stream input, Stream output, TextWriter error, bool showsProgress, int? width)
{
    public Stream Input { get; } = input;

    /// <summary>Standard output, not buffered.</summary>
    public Stream Output { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>A person watches standard error.</summary>
    public bool ShowsProgress { get; } = showsProgress;

    /// <summary>Columns of the terminal that standard output is; <c>null</c> when it is a file or pipe.</summary>
    public int? Width { get; } = width;

    public static Terminal Open() => new(
        Console.OpenStandardInput(),
        OpenOutput(),
        Console.Error,
        showsProgress: !Console.IsErrorRedirected,
        Console.IsOutputRedirected ? null : Console.WindowWidth);

    /// <summary><c>error NX2001: place: what — what to do</c>, on one line whatever the message holds.</summary>
    public static string Line(Severity severity, string code, string message) =>
        $"{severity.ToString().ToLowerInvariant()} {code}: {message.ReplaceLineEndings(" ")}";

    // .NET's own console stream takes writes to a closed pipe for done; a file stream says so, and the work can stop.
    // It is no good for files, though: it writes at a position of its own, which a process that shares the file won't see.
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : new OutputStream(stream);
    }
}
