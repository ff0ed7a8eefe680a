using NewsExtract.Batch.Work;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsExtract.Queue;

/// <summary>
/// The queues of one settings key, declared alike by whoever sends and whoever works. What a worker dies of is handed out again, at most
/// <see cref="WorkPerformer.MostAttempts"/> times in all, and then goes to the queue of the dead, whose consumer asks the store whether it was
/// begun as often: only then it is a failure, else it merely waited beside what killed the worker, and is done.
/// </summary>
internal sealed record WorkQueueDefinition(string Settings)
{
    public string Name => $"newsextract.{Settings}";

    public string DeadName => $"newsextract.{Settings}.dead";

    /// <exception cref="QueueException">NX5003: they are there with other arguments.</exception>
    public async Task DeclareAsync(IChannel channel, CancellationToken cancellation)
    {
        try
        {
            await channel.QueueDeclareAsync(DeadName, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellation).ConfigureAwait(false);
            await channel.QueueDeclareAsync(Name, durable: true, exclusive: false, autoDelete: false, Arguments(), cancellationToken: cancellation).ConfigureAwait(false);
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == Constants.PreconditionFailed)
        {
            throw new QueueException("NX5003", $"{Name}: the queue is there with other arguments — finish its work with the program that made it, then delete it: rabbitmqctl delete_queue {Name}", exception);
        }
    }

    private Dictionary<string, object?> Arguments() => new()
    {
        ["x-queue-type"] = "quorum",
        ["x-delivery-limit"] = WorkPerformer.MostAttempts - 1,
        ["x-dead-letter-exchange"] = "",
        ["x-dead-letter-routing-key"] = DeadName,

        // A message stays in this queue until the other has it.
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };
}
