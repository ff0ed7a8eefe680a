using System.Text.Json;
using NewsExtract.Storage.Work;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsExtract.Queue;

/// <summary>Sends work; what it has sent the broker has on disk.</summary>
public sealed class QueueSender : IAsyncDisposable
{
    private readonly QueueAddress _address;
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private IConnection? _connection;
    private IChannel? _channel;

    public QueueSender(QueueAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        _address = address;
    }

    /// <exception cref="QueueException">NX5001 to NX5003, NX5005: the broker is away, refuses, or did not take it.</exception>
    public async Task SendAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(items);
        try
        {
            var channel = await OpenAsync(cancellation).ConfigureAwait(false);
            foreach (var settings in items.Select(static item => item.Settings).Distinct().Where(settings => !_declared.Contains(settings)).ToList())
            {
                await new WorkQueueDefinition(settings).DeclareAsync(channel, cancellation).ConfigureAwait(false);
                _declared.Add(settings);
            }

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
    }

    // Completes when the broker has confirmed it.
    private static async Task PublishAsync(IChannel channel, WorkItem item, CancellationToken cancellation)
    {
        var properties = new BasicProperties { Persistent = true, ContentType = "application/json", MessageId = $"{item.Settings}/{item.Sha256}" };
        var body = JsonSerializer.SerializeToUtf8Bytes(WorkMessage.Of(item), WorkMessage.Json);
        await channel.BasicPublishAsync("", new WorkQueueDefinition(item.Settings).Name, mandatory: true, properties, body, cancellation).ConfigureAwait(false);
    }

    private async Task<IChannel> OpenAsync(CancellationToken cancellation)
    {
        if (_channel is { IsOpen: true })
        {
            return _channel;
        }

        _connection ??= await _address.CreateFactory("newsextract ingest").CreateConnectionAsync(cancellation).ConfigureAwait(false);
        var options = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        return _channel = await _connection.CreateChannelAsync(options, cancellation).ConfigureAwait(false);
    }
}
