using NewsExtract.Storage.Tests;

namespace NewsExtract.Queue.Tests;

/// <summary>Needs a broker and a database, and is skipped where their programs are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class QueueFactAttribute : FactAttribute
{
    public QueueFactAttribute() => Skip = BrokerServer.Missing ?? PostgresServer.Missing;
}
