using JasperFx.CodeGeneration;
using Wolverine;
using Wolverine.RabbitMQ;

namespace NewsExtract.Queue;

/// <summary>How Wolverine listens: a channel for each message in hand, acknowledged when the handler returns.</summary>
internal static class WorkTransport
{
    public static void Configure(WolverineOptions options, QueueAddress address, string name, WorkQueueDefinition queue, int inHand, TypeLoadMode mode)
    {
        options.ApplicationAssembly = typeof(WorkTransport).Assembly;
        options.Durability.Mode = DurabilityMode.Solo;
        options.CodeGeneration.TypeLoadMode = mode;
        options.Discovery.DisableConventionalDiscovery().IncludeType(typeof(WorkMessageHandler));

        // The store says how long an input may take; the broker's own limit is 30 minutes.
        options.DefaultExecutionTimeout = TimeSpan.FromMinutes(25);
        options.UseRabbitMq(factory => address.Apply(factory, name)).DisableSystemRequestReplyQueueDeclaration().DisableDeadLetterQueueing();
        options.ListenToRabbitQueue(queue.Name).PreFetchCount(1).ListenerCount(inHand).DefaultIncomingMessage<WorkMessage>().ProcessInline();
        options.ListenToRabbitQueue(queue.DeadName).PreFetchCount(1).DefaultIncomingMessage<WorkMessage>().ProcessInline();
    }
}
