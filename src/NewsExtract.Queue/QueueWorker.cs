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

    private static readonly TimeSpan s_lastWait = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan s_shortWait = TimeSpan.FromMilliseconds(50);

    private readonly WorkQueueDefinition _queue = new(performer.Settings);

    /// <exception cref="QueueException">NX5001 to NX5003: the broker is away or refuses when it starts; later it is waited for. NX5013: the program failed.</exception>
    /// <exception cref="StoreException">The store is away when it starts; later it is waited for.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        await AskBrokerAsync(() => DeclareAsync(stop)).ConfigureAwait(false);
        using var presence = store.Enter(identity.Name);
        using var ending = new CancellationTokenSource();
        var sender = new QueueSender(settings.Address, identity.Name);
        await using var _ = sender.ConfigureAwait(false);
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var consumer = new QueueConsumer(performer, sender, closing, ending.Token);
        var host = CreateHost(consumer);
        using var health = settings.Health is { } address ? WorkerHealth.Start(address) : null;
        using var telemetry = WorkerExport.Start();
        await AskBrokerAsync(() => host.StartAsync(stop)).ConfigureAwait(false);
        print($"{identity.Name} works on {_queue.Name}, {settings.Slots} at a time");

        // It may take hours, while which the worker goes on living.
        var finishing = Task.Run(() => finisher.RunAsync(closing.Token), CancellationToken.None);
        try
        {
            using var timer = new PeriodicTimer(s_tick);
            while (await timer.WaitForNextTickAsync(closing.Token).ConfigureAwait(false))
            {
                var isPresent = presence.Renew();
                health?.Tell(isPresent);
            }
        }
        catch (OperationCanceledException)
        {
            // Told to end.
        }

        await EndAsync(host, consumer, ending).ConfigureAwait(false);
        await Task.WhenAny(finishing, Task.Delay(s_lastWait, CancellationToken.None)).ConfigureAwait(false);
        if (consumer.Fault is { } fault)
        {
            throw new QueueException(
                "NX5013",
                $"the program failed on {fault.Path}: {fault.Exception.GetType().Name}: {fault.Exception.Message.ReplaceLineEndings(" ")} — report this line; the worker ends, and another begins on it alone, {WorkPerformer.MostAttempts} times in all",
                fault.Exception);
        }
    }

    // Takes nothing new, lets what is begun go on for a while, then gives it back. The transport would wait for handlers whose messages must
    // never be acknowledged: it is left, and what it holds goes back to the queue as the process ends.
    private async Task EndAsync(IHost host, QueueConsumer consumer, CancellationTokenSource ending)
    {
        var stopping = host.StopAsync(CancellationToken.None);
        await Task.WhenAny(stopping, Task.Delay(settings.Grace, CancellationToken.None)).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        for (var waited = TimeSpan.Zero; consumer.Active > 0 && waited < s_lastWait; waited += s_shortWait)
        {
            await Task.Delay(s_shortWait, CancellationToken.None).ConfigureAwait(false);
        }

        if (stopping.IsCompletedSuccessfully)
        {
            host.Dispose();
        }
    }

    private async Task DeclareAsync(CancellationToken stop)
    {
        var connection = await settings.Address.CreateFactory(identity.Name).CreateConnectionAsync(stop).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var channel = await connection.CreateChannelAsync(cancellationToken: stop).ConfigureAwait(false);
        await using var __ = channel.ConfigureAwait(false);
        await _queue.DeclareAsync(channel, stop).ConfigureAwait(false);
    }

    private async Task AskBrokerAsync(Func<Task> ask)
    {
        try
        {
            await ask().ConfigureAwait(false);
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
        builder.UseWolverine(options => WorkTransport.Configure(options, settings.Address, identity.Name, _queue, performer.InHand, TypeLoadMode.Static));
        return builder.Build();
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
