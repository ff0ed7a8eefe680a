using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NewsExtract.Storage.Work;
using RabbitMQ.Client;

namespace NewsExtract.Queue;

/// <summary>
/// Where a broker is: <c>amqp://user:password@host:5672/vhost</c>, or <c>amqps</c> with TLS. <c>?cacertfile=FILE</c> (PEM) names the certificates that the
/// broker's may be signed with; without it they are those that the machine trusts.
/// </summary>
public sealed record QueueAddress
{
    private const string AuthoritiesOption = "cacertfile";

    private readonly Uri _uri;
    private readonly X509Certificate2Collection? _authorities;

    /// <exception cref="QueueException">NX5001.</exception>
    public QueueAddress(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _uri = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps" && uri.Host.Length > 0
            ? uri
            : throw new QueueException("NX5001", $"{WithoutPassword(text)}: this is no address of a queue — write amqp://user:password@host:5672");
        foreach (var option in _uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = option.Split('=', 2);
            _authorities = pair.Length == 2 && pair[0] == AuthoritiesOption && _uri.Scheme == "amqps"
                ? ReadCertificates(Uri.UnescapeDataString(pair[1]))
                : throw new QueueException("NX5001", $"{WithoutPassword(text)}: {pair[0]} is no option of this address — there is one: amqps://…?{AuthoritiesOption}=FILE");
        }
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
        if (_authorities is not null)
        {
            factory.Ssl.CertificateValidationCallback = (_, certificate, chain, errors) => IsTrusted(certificate, chain, errors);
        }
    }

    internal static string NameOf(WorkItem item) => $"newsextract.{item.Settings}";

    // What the machine itself would say of the chain is not asked; that the certificate is of this host is.
    private bool IsTrusted(X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities!);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ExtraStore.AddRange(sent?.ChainElements.Select(static element => element.Certificate).ToArray() ?? []);

        return chain.Build((X509Certificate2)certificate);
    }

    private static X509Certificate2Collection ReadCertificates(string file)
    {
        try
        {
            var found = new X509Certificate2Collection();
            found.ImportFromPemFile(file);
            return found.Count > 0 ? found : throw new QueueException("NX5001", $"{file}: there is no certificate in it — name a file of certificates in PEM");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new QueueException("NX5001", $"{file}: the certificates can't be read ({exception.Message.TrimEnd('.')}) — name a file of certificates in PEM", exception);
        }
    }

    private static string WithoutPassword(string url)
    {
        var at = url.LastIndexOf('@');
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var colon = at > start ? url.IndexOf(':', start, at - start) : -1;
        return colon < 0 ? url : string.Concat(url.AsSpan(0, colon), url.AsSpan(at));
    }
}
