using NewsExtract.Readers;
using NewsExtract.Storage;
using NewsExtract.Storage.Tests;

namespace NewsExtract.Queue.Tests;

/// <summary>A broker and a database that speak to nobody without TLS, with certificates of an authority of our own.</summary>
public class TlsTests
{
    [QueueFact]
    public async Task Work_is_done_over_Tls_and_no_certificate_of_others_is_taken()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var own = new OwnCertificates();
        using var others = new OwnCertificates();
        using var server = new PostgresServer(tls: own.Server);
        await using var broker = await BrokerServer.StartAsync(limit.Token, tls: own.Server);
        var database = new WorkDatabase(server);
        using var store = NewsStore.Open($"{database.Url}?sslmode=verify-full&sslrootcert={own.Authority}");
        var queue = $"{broker.Url}?cacertfile={own.Authority}";

        await HeldWorker.SendAsync(store, queue, limit.Token, own.Authority);
        await using (new HeldWorker(store, queue, "worker", new DocumentReader()))
        {
            while (database.Count("state IN ('done', 'failed')") == 0)
            {
                await Task.Delay(50, limit.Token);
            }
        }

        Assert.Contains("not trusted", Assert.Throws<StoreException>(() => NewsStore.Open($"{database.Url}?sslmode=verify-full&sslrootcert={others.Authority}")).Message, StringComparison.Ordinal);
        Assert.Contains("with TLS", Assert.Throws<StoreException>(() => NewsStore.Open($"{database.Url}?sslmode=disable")).Message, StringComparison.Ordinal);
        foreach (var address in (string[])[broker.Url, $"{broker.Url}?cacertfile={others.Authority}", $"{broker.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}?cacertfile={own.Authority}"])
        {
            var exception = await Assert.ThrowsAsync<QueueException>(() => HeldWorker.SendAsync(store, address, limit.Token, own.Server.Certificate));
            Assert.Contains("not trusted", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("amqps://mq?cacertfile=/nowhere/ca.pem", "can't be read")]
    [InlineData("amqps://mq?verify=verify_none", "verify is no option")]
    [InlineData("amqp://mq?cacertfile=/etc/ssl/ca.pem", "cacertfile is no option")]
    public void An_address_with_options_that_make_no_sense_is_refused(string address, string message) =>
        Assert.Contains(message, Assert.Throws<QueueException>(() => new QueueAddress(address)).Message, StringComparison.Ordinal);
}
