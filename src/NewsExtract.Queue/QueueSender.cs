using System.Text.Json;
using NewsExtract.Storage.Work;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsExtract.Queue;

/// <summary>Sends work; what it has sent the broker has on disk. Safe for concurrent use.</summary>
public sealed class QueueSender : IAsyncDisposable
{
    private readonly QueueAddress _address;
    private readonly string _name;
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private IConnection? _connection;
    private IChannel? _channel;

    /// <param name="name">By which the broker lists the connection.</param>
    public QueueSender(QueueAddress address, string name = "newsextract ingest")
    {
        ArgumentNullException.ThrowIfNull(address);
        (_address, _name) = (address, name);
    }

    /// <exception cref="QueueException">NX5001 to NX5003, NX5005: the broker is away, refuses, or did not take it.</exception>
    public async Task SendAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(items);
        try
        {
            var channel = await OpenAsync(items.Select(static item => item.Settings).Distinct(), cancellation).ConfigureAwait(false);
            await Task.WhenAll(items.Select(item => PublishAsync(channel, item, cancellation))).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RabbitMQClientException or IOException)
        {
            throw QueueErrors.Explain(exception, _address);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel is not null)
        {
            await _channel.DisposeAsync().ConfigureAwait(false);
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync().ConfigureAwait(false);
        }

        _opening.Dispose();
    }

    // Completes when the broker has confirmed it.
    private static async Task PublishAsync(IChannel channel, WorkItem item, CancellationToken cancellation)
    {
        var properties = new BasicProperties { Persistent = true, ContentType = "application/json", MessageId = $"{item.Settings}/{item.Sha256}" };
        var body = JsonSerializer.SerializeToUtf8Bytes(WorkMessage.Of(item), WorkMessage.Json);
        await channel.BasicPublishAsync("", new WorkQueueDefinition(item.Settings).Name, mandatory: true, properties, body, cancellation).ConfigureAwait(false);
    }

    private async Task<IChannel> OpenAsync(IEnumerable<string> settings, CancellationToken cancellation)
    {
        await _opening.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_channel is not { IsOpen: true })
            {
                if (_channel is not null)
                {
                    await _channel.DisposeAsync().ConfigureAwait(false);
                    _channel = null;
                }

                _connection ??= await _address.CreateFactory(_name).CreateConnectionAsync(cancellation).ConfigureAwait(false);
                var options = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
                _channel = await _connection.CreateChannelAsync(options, cancellation).ConfigureAwait(false);
            }

            foreach (var one in settings.Where(one => !_declared.Contains(one)).ToList())
            {
                await new WorkQueueDefinition(one).DeclareAsync(_channel, cancellation).ConfigureAwait(false);
                _declared.Add(one);
            }

            return _channel;
        }
        finally
        {
            _opening.Release();
        }
    }
}
