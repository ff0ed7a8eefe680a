using NewsExtract.Storage.Work;
using RabbitMQ.Client;

namespace NewsExtract.Queue;

/// <summary>Where a broker is: <c>amqp://user:password@host:5672/vhost</c>, or <c>amqps</c> with TLS.</summary>
public sealed record QueueAddress
{
    private readonly Uri _uri;

    /// <exception cref="QueueException">NX5001.</exception>
    public QueueAddress(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _uri = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps" && uri.Host.Length > 0
            ? uri
            : throw new QueueException("NX5001", $"{WithoutPassword(text)}: this is no address of a queue — write amqp://user:password@host:5672");
    }

    /// <summary>For messages.</summary>
    public override string ToString() => WithoutPassword(_uri.ToString());

    internal ConnectionFactory CreateFactory(string name)
    {
        var factory = new ConnectionFactory();
        Apply(factory, name);
        return factory;
    }

    // A machine that lost its network is given up after two heartbeats.
    internal void Apply(ConnectionFactory factory, string name)
    {
        factory.Uri = _uri;
        factory.ClientProvidedName = name;
        factory.RequestedHeartbeat = TimeSpan.FromSeconds(5);
        factory.RequestedConnectionTimeout = TimeSpan.FromSeconds(10);
        factory.NetworkRecoveryInterval = TimeSpan.FromSeconds(1);
    }

    internal static string NameOf(WorkItem item) => $"newsextract.{item.Settings}";

    private static string WithoutPassword(string url)
    {
        var at = url.LastIndexOf('@');
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var colon = at > start ? url.IndexOf(':', start, at - start) : -1;
        return colon < 0 ? url : string.Concat(url.AsSpan(0, colon), url.AsSpan(at));
    }
}
