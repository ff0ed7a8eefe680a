using System.Collections.Frozen;
using Npgsql;

namespace NewsExtract.Storage.PostgreSql;

/// <summary>Addresses as <c>psql</c> takes them: <c>postgres://user:password@host:port/database?sslmode=verify-full&amp;sslrootcert=FILE</c>. Other options are Npgsql's.</summary>
internal static class PostgresUrl
{
    private const int DefaultPort = 5432;

    // A page that is not at hand costs little more than the next one on the disks of today: otherwise whole tables are read where an index leads to the rows.
    // Without the others a server takes a machine that lost its network for a living one for two hours, and keeps what it had locked.
    // Who waits for another writer is told so before the statement's own time is over. Making machine code of our questions takes longer than they do.
    private const string Options = "-c lock_timeout=25s -c random_page_cost=1.1 -c jit=off -c tcp_keepalives_idle=3 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c tcp_user_timeout=9000";

    // What psql calls otherwise than Npgsql.
    private static readonly FrozenDictionary<string, string> s_names = new Dictionary<string, string>
    {
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool Is(string location) =>
        location.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || location.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="StoreException">NX3004.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.AbsolutePath.Length < 2)
        {
            throw new StoreException("NX3004", $"{WithoutPassword(url)}: this is no address of a database — write postgres://user:password@host:5432/database");
        }

        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.IsDefaultPort || uri.Port < 0 ? DefaultPort : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
            Options = Options,
            TcpKeepAlive = true,
            TcpKeepAliveTime = 3,
            TcpKeepAliveInterval = 2,

            // The same few statements for each document: planned once a connection.
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 3,
        };
        if (user[0].Length > 0)
        {
            settings.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            settings.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = option.Split('=', 2);
            var name = s_names.GetValueOrDefault(pair[0]) ?? Uri.UnescapeDataString(pair[0]);
            var value = Uri.UnescapeDataString(pair[^1]);
            try
            {
                // verify-full is VerifyFull.
                settings[name] = name == "SSL Mode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
            }
            catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException or FormatException)
            {
                throw new StoreException("NX3004", $"{WithoutPassword(url)}: {pair[0]} is no option of a connection — see the manual of Npgsql", exception);
            }
        }

        return settings;
    }

    /// <summary>For messages: what is between the user and the host is left out.</summary>
    public static string WithoutPassword(string url)
    {
        var at = url.LastIndexOf('@');
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var colon = at > start ? url.IndexOf(':', start, at - start) : -1;
        return colon < 0 ? url : string.Concat(url.AsSpan(0, colon), url.AsSpan(at));
    }
}
