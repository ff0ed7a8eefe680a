using System.Net;
using System.Text;

namespace NewsExtract.Queue;

/// <summary>Answers whether the process lives (<c>/health/live</c>) and has its database (<c>/health/ready</c>), for whoever starts it again.</summary>
internal sealed class WorkerHealth : IDisposable
{
    private readonly HttpListener _listener;
    private volatile bool _isReady;

    private WorkerHealth(HttpListener listener) => _listener = listener;

    /// <exception cref="QueueException">NX5009: nothing can listen there.</exception>
    public static WorkerHealth Start(string address)
    {
        var listener = new HttpListener();
        try
        {
            listener.Prefixes.Add(address.TrimEnd('/') + "/");
            listener.Start();
        }
        catch (Exception exception) when (exception is HttpListenerException or ArgumentException)
        {
            throw new QueueException("NX5009", $"--health {address}: nothing can listen there ({exception.Message.TrimEnd('.')}) — write http://127.0.0.1:8080 with a port that is free", exception);
        }

        var health = new WorkerHealth(listener);
        _ = Task.Run(health.AnswerAsync);
        return health;
    }

    public void Tell(bool hasStore) => _isReady = hasStore;

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync().ConfigureAwait(false);
                var (status, text) = context.Request.Url?.AbsolutePath switch
                {
                    "/health/live" => (200, "live"),
                    "/health/ready" => _isReady ? (200, "ready") : (503, "the database is away"),
                    _ => (404, "ask /health/live or /health/ready"),
                };
                context.Response.StatusCode = status;
                context.Response.ContentType = "text/plain; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text)).ConfigureAwait(false);
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // Closed, or whoever asked has gone.
            }
        }
    }
}
