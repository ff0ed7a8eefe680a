using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NewsExtract.Readers.Isolation;

/// <summary>A started process that reads. Used by one thread at a time.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>Files after which a process is replaced, so that what leaks in a library does not add up.</summary>
    private const int MostRequests = 500;

    private const int PollMilliseconds = 100;

    private readonly Process _process;
    private readonly ReaderProcessOptions _options;
    private int _requests;

    private WorkerProcess(Process process, ReaderProcessOptions options)
    {
        _process = process;
        _options = options;
    }

    public bool CanGoOn => _requests < MostRequests && !_process.HasExited;

    /// <exception cref="DocumentReadException">NX1374: the program can't be started.</exception>
    public static WorkerProcess Start(ReaderProcessOptions options)
    {
        var start = new ProcessStartInfo(options.Command, options.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = options.MemoryLimit.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        try
        {
            var process = Process.Start(start)!;
            // What a crash prints is for nobody; unread it would stop the process.
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            return new WorkerProcess(process, options);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or IOException)
        {
            throw IsolationDiagnostics.CannotStart(options.Command, exception);
        }
    }

    /// <param name="decode">Reads what the process answers when all is well.</param>
    /// <exception cref="DocumentReadException">The process says why the source can't be read, or it came to an end: NX1371 to NX1373.</exception>
    public T Ask<T>(ReadRequest request, Func<BinaryReader, T> decode, CancellationToken cancellation)
    {
        _requests++;
        var exchange = Task.Run(() => Exchange(request), CancellationToken.None);
        var clock = Stopwatch.StartNew();
        try
        {
            while (!exchange.Wait(PollMilliseconds, cancellation))
            {
                if (clock.Elapsed > _options.Timeout)
                {
                    throw IsolationDiagnostics.TooLong(_options.Timeout);
                }

                _process.Refresh();
                if (!_process.HasExited && _process.WorkingSet64 > _options.MemoryLimit)
                {
                    throw IsolationDiagnostics.TooMuchMemory(_options.MemoryLimit);
                }
            }
        }
        catch (AggregateException exception) when (exception.InnerException is IOException or ObjectDisposedException or InvalidDataException or OutOfMemoryException)
        {
            _process.WaitForExit(PollMilliseconds * 20);
            throw IsolationDiagnostics.Died(_process.HasExited ? _process.ExitCode : null, exception.InnerException);
        }

        using var answer = new BinaryReader(exchange.Result, Encoding.UTF8);
        return Decode(answer, decode);
    }

    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }

        _process.Dispose();
    }

    // A file may have taken over the process that reads it: what it answers is not trusted to be well formed.
    private T Decode<T>(BinaryReader answer, Func<BinaryReader, T> decode)
    {
        Diagnostic failure;
        try
        {
            if (answer.ReadByte() == ReaderWorker.Done)
            {
                return decode(answer);
            }

            failure = answer.ReadDiagnostic();
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or OverflowException or OutOfMemoryException or IndexOutOfRangeException or InvalidOperationException)
        {
            throw IsolationDiagnostics.Died(_process.HasExited ? _process.ExitCode : null, exception);
        }

        throw new DocumentReadException(failure);
    }

    private MemoryStream Exchange(ReadRequest request)
    {
        using (var writer = new BinaryWriter(_process.StandardInput.BaseStream, Encoding.UTF8, leaveOpen: true))
        {
            request.Write(writer);
        }

        _process.StandardInput.BaseStream.Flush();
        var output = _process.StandardOutput.BaseStream;
        Span<byte> length = stackalloc byte[8];
        output.ReadExactly(length);
        var count = BinaryPrimitives.ReadInt64LittleEndian(length);
        if (count < 0 || count > Math.Min(Array.MaxLength, _options.MemoryLimit))
        {
            throw new InvalidDataException("The process answers with something else than a frame.");
        }

        var answer = new byte[count];
        output.ReadExactly(answer);
        return new MemoryStream(answer);
    }
}
