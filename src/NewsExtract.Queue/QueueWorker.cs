using System.Data.Common;
using JasperFx.CodeGeneration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsExtract.Batch.Work;
using NewsExtract.Storage;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Wolverine;
using Wolverine.RabbitMQ;

namespace NewsExtract.Queue;

/// <summary>A process that does what the queue of its settings hands out, until it is told to end.</summary>
public sealed class QueueWorker(NewsStore store, WorkPerformer performer, WorkerIdentity identity, RunFinisher finisher, QueueWorkerSettings settings, Action<string> print)
{
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(1);

    private readonly WorkQueueDefinition _queue = new(performer.Settings);

    /// <exception cref="QueueException">NX5001 to NX5003: the broker is away or refuses when it starts; later it is waited for.</exception>
    /// <exception cref="StoreException">The store is away when it starts; later it is waited for.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        await DeclareAsync(stop).ConfigureAwait(false);
        using var presence = store.Enter(identity.Name);
        using var ending = new CancellationTokenSource();
        using var host = CreateHost(new QueueConsumer(performer, ending.Token));
        using var health = settings.Health is { } address ? WorkerHealth.Start(address) : null;
        using var telemetry = WorkerExport.Start();
        await host.StartAsync(stop).ConfigureAwait(false);
        print($"{identity.Name} works on {_queue.Name}, {settings.Slots} at a time");
        try
        {
            using var timer = new PeriodicTimer(s_tick);
            while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
            {
                var isPresent = presence.Renew();
                health?.Tell(isPresent);
                FinishRuns(stop);
            }
        }
        catch (OperationCanceledException)
        {
            // Told to end.
        }

        await EndAsync(host, ending).ConfigureAwait(false);
    }

    // Takes nothing new, lets what is begun go on for a while, then gives it back.
    private async Task EndAsync(IHost host, CancellationTokenSource ending)
    {
        ending.CancelAfter(settings.Grace);
        using var patience = new CancellationTokenSource(settings.Grace + TimeSpan.FromSeconds(4));
        try
        {
            await host.StopAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // What is still begun goes back to the queue with the connection.
        }
    }

    private void FinishRuns(CancellationToken stop)
    {
        try
        {
            finisher.Run(stop);
        }
        catch (Exception exception) when (exception is StoreException or DbException)
        {
            // The database is away, or another was at the same; the next look may find it otherwise.
        }
    }

    private async Task DeclareAsync(CancellationToken stop)
    {
        try
        {
            var connection = await settings.Address.CreateFactory(identity.Name).CreateConnectionAsync(stop).ConfigureAwait(false);
            await using var _ = connection.ConfigureAwait(false);
            var channel = await connection.CreateChannelAsync(cancellationToken: stop).ConfigureAwait(false);
            await using var __ = channel.ConfigureAwait(false);
            await _queue.DeclareAsync(channel, stop).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RabbitMQClientException or IOException)
        {
            throw QueueErrors.Explain(exception, settings.Address);
        }
    }

    private IHost CreateHost(QueueConsumer consumer)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddProvider(new LineLoggerProvider(print));
        builder.Services.AddSingleton<IWorkConsumer>(consumer);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.Grace + TimeSpan.FromSeconds(4));

        // The end of the process is this class's to arrange.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.UseWolverine(options => WorkTransport.Configure(options, settings.Address, identity.Name, _queue, settings.Slots, TypeLoadMode.Static));
        return builder.Build();
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
