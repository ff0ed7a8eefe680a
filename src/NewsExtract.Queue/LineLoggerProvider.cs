using Microsoft.Extensions.Logging;

namespace NewsExtract.Queue;

/// <summary>Warnings of the transport as one line each; what broke and is tried again needs no page of stack.</summary>
internal sealed class LineLoggerProvider(Action<string> print) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            print($"warning NX5008: {formatter(state, exception)}{(exception is null ? "" : $" ({exception.Message})")}".ReplaceLineEndings(" "));
        }
    }

    public void Dispose()
    {
    }
}
