using System.Net;
using System.Reflection;
using JasperFx.CodeGeneration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsExtract.Batch;
using NewsExtract.Batch.Work;
using NewsExtract.Storage;
using NewsExtract.Storage.Tests;
using NewsExtract.Storage.Work;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using Wolverine;

namespace NewsExtract.Queue.Tests;

/// <summary>What stands between broker and work, without either.</summary>
public class TransportTests
{
    private static readonly WorkMessage s_message = new(1, 0, "/a", "a", new string('0', 64), "0123456789abcdef");

    [Fact]
    public async Task The_handler_that_was_generated_is_the_one_that_hands_messages_over()
    {
        var consumer = new NotingConsumer();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<IWorkConsumer>(consumer);
        builder.UseWolverine(static options =>
        {
            WorkTransport.Configure(options, new QueueAddress("amqp://localhost"), "test", new WorkQueueDefinition("settings"), inHand: 1, TypeLoadMode.Static);
            options.StubAllExternalTransports();
        });
        using var host = builder.Build();
        await host.StartAsync();

        await host.Services.GetRequiredService<IMessageBus>().InvokeAsync(s_message);

        Assert.Equal([s_message], consumer.Messages);
        await host.StopAsync();
    }

    [Fact]
    public async Task Health_tells_the_process_from_its_database()
    {
        var address = $"http://127.0.0.1:{PostgresServer.FindFreePort()}";
        using var health = WorkerHealth.Start(address);
        using var client = new HttpClient { BaseAddress = new Uri(address) };

        Assert.Equal(HttpStatusCode.OK, await Status(client, "/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Status(client, "/health/ready"));
        health.Tell(hasStore: true);
        Assert.Equal(HttpStatusCode.OK, await Status(client, "/health/ready"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(client, "/"));
        Assert.Equal("NX5009", Assert.Throws<QueueException>(() => WorkerHealth.Start(address)).Diagnostic.Code);
    }

    [Fact]
    public async Task A_queue_with_other_arguments_is_named_with_what_to_do()
    {
        var channel = DispatchProxy.Create<IChannel, RefusingChannel>();

        var exception = await Assert.ThrowsAsync<QueueException>(() => new WorkQueueDefinition("0123").DeclareAsync(channel, CancellationToken.None));

        Assert.Equal("NX5003", exception.Diagnostic.Code);
        Assert.Contains("rabbitmqctl delete_queue newsextract.0123", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_program_fails_on_is_not_acknowledged_and_ends_the_worker()
    {
        var file = Path.Combine(Path.GetTempPath(), $"newsextract-{Path.GetRandomFileName()}.db");
        try
        {
            using var store = NewsStore.Open(file);
            var settings = new IngestSettings { Pipeline = new NewsPipelineBuilder { MentionReviewer = null }.Build(), Reader = new Readers.DocumentReader(), ReadingKey = "r", ExtractionKey = "x", Jobs = 1 };
            using var performer = new WorkPerformer(store, settings, new WorkerIdentity("test:1:0"), 1, static _ => throw new InvalidOperationException("no such thing"));
            store.RegisterWork(store.BeginWork("0", "r", "x", s_message.Settings), s_message.Settings, [new WorkInput(0, "/a", "a", s_message.Sha256, 1, 1)]);
            var sender = new QueueSender(new QueueAddress("amqp://localhost"));
            await using var _ = sender;
            using var closing = new CancellationTokenSource();
            var consumer = new QueueConsumer(performer, sender, closing, CancellationToken.None);
            var ended = new TaskCompletionSource();
            closing.Token.Register(ended.SetResult);

            var consuming = consumer.ConsumeAsync(s_message);
            await ended.Task.WaitAsync(TimeSpan.FromMinutes(1));

            Assert.False(consuming.IsCompleted);
            Assert.Equal(("/a", "no such thing"), (consumer.Fault!.Path, consumer.Fault.Exception.Message));
            Assert.Equal(1, store.FindWorkProgress().Running);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    private sealed class NotingConsumer : IWorkConsumer
    {
        public List<WorkMessage> Messages { get; } = [];

        public Task ConsumeAsync(WorkMessage message)
        {
            Messages.Add(message);
            return Task.CompletedTask;
        }
    }

    /// <summary>Answers as a broker that has a queue of that name.</summary>
    public class RefusingChannel : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            throw new OperationInterruptedException(new ShutdownEventArgs(ShutdownInitiator.Peer, 406, "PRECONDITION_FAILED - inequivalent arg 'x-queue-type'"));
    }
}
