using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace NewsExtract.Web.Hosting;

/// <summary>Whom the server lets in, and by which names it may be called.</summary>
internal sealed class Access
{
    public const int ShortestToken = 16;
    private const int LongestToken = 1000;
    private const string Ask = "--token-file FILE with a secret of at least 16 characters (openssl rand -hex 32 > FILE), or --oidc-authority and --oidc-client";
    private readonly byte[]? _token;
    private readonly HashSet<string> _hosts;
    private readonly bool _isAny;

    /// <exception cref="ServerStartException">NX4401, NX4403, NX4404.</exception>
    public Access(WebSettings settings)
    {
        if (settings.Token is { } token)
        {
            _token = SHA256.HashData(Encoding.UTF8.GetBytes(Checked(token)));
        }

        if (settings.OpenIdConnect is { } provider)
        {
            Check(provider);
        }

        Kind = (settings.OpenIdConnect, settings.Token) switch
        {
            ({ }, _) => AccessKind.Oidc,
            (null, { }) => AccessKind.Token,
            _ => AccessKind.Open,
        };
        var addresses = settings.Urls.Select(ListenAddress.Parse).ToList();
        if (Kind == AccessKind.Open && settings.Urls.FirstOrDefault(static url => !ListenAddress.Parse(url).IsLoopback) is { } far)
        {
            throw new ServerStartException("NX4401", $"{far} can be reached from other machines — add {Ask}; or listen on http://127.0.0.1:5080");
        }

        if (Kind == AccessKind.Open && settings.Hosts.Count > 0)
        {
            throw new ServerStartException("NX4401", $"--hosts lets others in by a proxy — add {Ask}");
        }

        _isAny = addresses.Exists(static address => address.IsAny);
        _hosts = new HashSet<string>(["localhost", "127.0.0.1", "[::1]", .. addresses.Select(static address => address.Host), .. settings.Hosts], StringComparer.OrdinalIgnoreCase);
    }

    public AccessKind Kind { get; }

    public bool HasToken => _token is not null;

    /// <summary>Compares in the same time whatever the difference.</summary>
    public bool Knows(string? token) =>
        _token is not null && token is { Length: > 0 and <= LongestToken } && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), _token);

    /// <summary>Whether the server may be called so. A name of others that leads here is how a strange page reaches a server behind its reader's back; a number can't be turned so.</summary>
    public bool IsCalled(string host) => _hosts.Contains(host) || (_isAny && IPAddress.TryParse(host, out _));

    private static string Checked(string token)
    {
        if (token.Length < ShortestToken)
        {
            throw new ServerStartException("NX4401", $"the token has {token.Length} characters — take {ShortestToken} or more: openssl rand -hex 32");
        }

        return token.Length <= LongestToken && token.All(static c => c is > ' ' and <= '~') ? token : throw new ServerStartException("NX4401", $"the token can't be sent — take at most {LongestToken} letters, digits and signs of ASCII, in one line without blanks: openssl rand -hex 32");
    }

    private static void Check(OpenIdConnectSettings provider)
    {
        if (!Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority) || !(authority.Scheme == "https" || (authority.Scheme == "http" && authority.IsLoopback)))
        {
            throw new ServerStartException("NX4404", $"--oidc-authority {provider.Authority} is no address of a provider — write https://HOST/PATH, under which /.well-known/openid-configuration lies");
        }

        if (string.IsNullOrWhiteSpace(provider.Client))
        {
            throw new ServerStartException("NX4404", "--oidc-client is missing — write the name under which the provider knows this server");
        }
    }
}

/// <summary>How callers show who they are.</summary>
internal enum AccessKind
{
    /// <summary>Not at all: only this machine reaches the server.</summary>
    Open,
    Token,
    Oidc,
}
