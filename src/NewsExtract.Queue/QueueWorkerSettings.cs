namespace NewsExtract.Queue;

/// <summary>How a worker works.</summary>
public sealed record QueueWorkerSettings
{
    public required QueueAddress Address { get; init; }

    /// <summary>Inputs worked on at a time.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>Where it answers <c>/health/live</c> and <c>/health/ready</c>: <c>http://127.0.0.1:8080</c>; <c>null</c> for nowhere.</summary>
    public string? Health { get; init; }

    /// <summary>How long what is begun may go on once the worker is told to end; what is not done by then is given back.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(20);
}
