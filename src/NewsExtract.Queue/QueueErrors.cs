using System.Security.Authentication;
using RabbitMQ.Client.Exceptions;

namespace NewsExtract.Queue;

/// <summary>What to tell the user of an error of the broker's.</summary>
internal static class QueueErrors
{
    public static QueueException Explain(Exception exception, QueueAddress address) => exception switch
    {
        _ when Find<AuthenticationFailureException>(exception) is not null => new QueueException("NX5002", $"{address}: the broker refuses the user or the password — check both, and that the user may use the virtual host", exception),
        _ when Find<OperationInterruptedException>(exception) is { ShutdownReason.ReplyCode: RabbitMQ.Client.Constants.AccessRefused } => new QueueException("NX5002", $"{address}: the user may not declare, write or read the queues newsextract.* — grant it the rights: docs/operations.md", exception),
        _ when Find<AuthenticationException>(exception) is not null => new QueueException("NX5001", $"{address}: the broker's certificate is not trusted, or is of another host — name the file of the certificate that it is signed with: amqps://…?cacertfile=FILE", exception),
        BrokerUnreachableException or ConnectFailureException => new QueueException("NX5001", $"{address}: the broker can't be reached — check that it runs, the host, the port, and whether it wants TLS (amqps)", exception),
        PublishException => new QueueException("NX5005", $"{address}: the broker did not take a message — see its log, then run the command again (requeue: with --missing)", exception),
        _ => new QueueException("NX5001", $"{address}: the connection to the broker was lost ({exception.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.')}) — check it, then run the command again (requeue: with --missing)", exception),
    };

    private static T? Find<T>(Exception? exception) where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }

        return null;
    }
}
