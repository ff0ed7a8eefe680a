using System.Net;
using Microsoft.AspNetCore.Http;

namespace NewsExtract.Web.Hosting;

/// <summary>An address to listen on.</summary>
/// <param name="Host">As a caller writes it: <c>127.0.0.1</c>, <c>[::1]</c>, <c>localhost</c>, a name.</param>
/// <param name="IsAny">It listens on all addresses of the machine.</param>
internal sealed record ListenAddress(string Host, bool IsLoopback, bool IsAny)
{
    /// <exception cref="ServerStartException">NX4403: it is none.</exception>
    public static ListenAddress Parse(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw Broken(url);
        }

        if (!string.Equals(address.Scheme, "http", StringComparison.OrdinalIgnoreCase) || address.IsUnixPipe || address.IsNamedPipe || address.PathBase.Length > 0)
        {
            throw Broken(url);
        }

        if (string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return new ListenAddress(address.Host, true, false);
        }

        if (IPAddress.TryParse(address.Host, out var number))
        {
            return new ListenAddress(address.Host, IPAddress.IsLoopback(number), number.Equals(IPAddress.Any) || number.Equals(IPAddress.IPv6Any));
        }

        // For * and + as for every name the server listens on all addresses.
        return new ListenAddress(address.Host, false, true);
    }

    private static ServerStartException Broken(string url) =>
        new("NX4403", $"{url} is no address to listen on — write http://HOST:PORT; https is for a reverse proxy before it (docs/serve.md)");
}
