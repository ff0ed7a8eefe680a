namespace NewsExtract.Queue;

/// <summary>Where Wolverine hands messages over. Public, as the code demands that it generates (<c>Internal/Generated</c>, made by tools/NewsExtract.HandlerGenerator).</summary>
public static class WorkMessageHandler
{
    public static Task Handle(WorkMessage message, IWorkConsumer consumer) => consumer.ConsumeAsync(message);
}

/// <summary>What a message is handed over to.</summary>
public interface IWorkConsumer
{
    /// <summary>Returns once the message may be forgotten.</summary>
    Task ConsumeAsync(WorkMessage message);
}
