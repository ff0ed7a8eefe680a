using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace NewsExtract.Storage.Tests;

/// <summary>
/// A PostgreSQL server of the tests' own: Debian's programs, a temporary folder, a free port of the loopback. Nothing of another server
/// on the machine is touched.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    private const string Debian = "/usr/lib/postgresql";
    private const string User = "newsextract";
    private const string Account = "postgres";

    private static readonly string? s_programs = FindPrograms();

    private readonly string _folder;
    private readonly int _port;
    private readonly string _password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
    private readonly Lazy<string> _template;
    private int _databases;

    /// <param name="address">Of the machine, where it is to listen beside the loopback.</param>
    /// <param name="tls">Files of a certificate and its key (PEM): it lets nobody in without TLS.</param>
    public PostgresServer(string? address = null, (string Certificate, string Key)? tls = null)
    {
        _template = new Lazy<string>(CreateTemplate);
        _folder = Path.Combine(Path.GetTempPath(), "newsextract-postgres-" + Path.GetRandomFileName());
        if (Environment.IsPrivilegedProcess)
        {
            Execute("install", "-d", "-m", "700", "-o", Account, _folder);
        }
        else
        {
            Directory.CreateDirectory(_folder);
        }

        var password = Path.Combine(_folder, "password");
        File.WriteAllText(password, _password);
        _port = FindFreePort();
        Run("initdb", "-D", Data, "-U", User, "-A", "scram-sha-256", $"--pwfile={password}", "-E", "UTF8", "--locale=C", "--no-sync");
        if (address is not null)
        {
            File.AppendAllText(Path.Combine(Data, "pg_hba.conf"), "host all all samenet scram-sha-256\n");
        }

        if (tls is { } files)
        {
            var hba = Path.Combine(Data, "pg_hba.conf");
            File.WriteAllText(hba, File.ReadAllText(hba).Replace("host  ", "hostssl", StringComparison.Ordinal));
            CopyTo(files.Certificate, "server.crt");
            CopyTo(files.Key, "server.key");
            File.AppendAllText(Path.Combine(Data, "postgresql.conf"), "ssl = on\n");
        }

        var options = string.Create(CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1{(address is null ? "" : $",{address}")} -c unix_socket_directories='' -c fsync=off");
        Run("pg_ctl", "start", "-w", "-D", Data, "-l", Path.Combine(_folder, "log"), "-o", options);
    }

    /// <summary>Why there can be no server; <c>null</c> when there can.</summary>
    public static string? Missing { get; } = s_programs is null
        ? "PostgreSQL 15 or later is not installed (Debian: apt-get install postgresql)"
        : Environment.IsPrivilegedProcess && !HasAccount() ? $"PostgreSQL does not run as root, and there is no user {Account}" : null;

    private string Data => Path.Combine(_folder, "data");

    /// <returns>The address of an empty database.</returns>
    public string CreateDatabase() => Url(CreateFrom("template1"));

    /// <returns>The address of a database that holds the present tables and no rows: copied, for making them takes a second.</returns>
    public string CreateStore() => Url(CreateFrom(_template.Value));

    /// <summary>As Npgsql takes it.</summary>
    public string Settings(string database) => new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = _port, Username = User, Password = _password, Database = database, Pooling = false }.ToString();

    public string Url(string database, string? password = null, int? port = null) =>
        string.Create(CultureInfo.InvariantCulture, $"postgres://{User}:{password ?? _password}@127.0.0.1:{port ?? _port}/{database}");

    public void Dispose()
    {
        Run("pg_ctl", "stop", "-m", "immediate", "-D", Data);
        Directory.Delete(_folder, recursive: true);
    }

    public static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string CreateFrom(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"news{Interlocked.Increment(ref _databases)}");
        using var source = NpgsqlDataSource.Create(Settings("postgres"));
        using var command = source.CreateCommand($"CREATE DATABASE {name} TEMPLATE {template}");
        command.ExecuteNonQuery();
        return name;
    }

    // Copied only while nobody is connected to it.
    private string CreateTemplate()
    {
        var name = CreateFrom("template1");
        NewsStore.Open(Url(name)).Dispose();
        return name;
    }

    // The server takes a key only that nobody else may read.
    private void CopyTo(string file, string name) => Execute(Environment.IsPrivilegedProcess
        ? ["install", "-m", "600", "-o", Account, file, Path.Combine(Data, name)]
        : ["install", "-m", "600", file, Path.Combine(Data, name)]);

    private static string? FindPrograms() => !Directory.Exists(Debian) ? null : Directory.GetDirectories(Debian)
        .Select(static folder => (Folder: Path.Combine(folder, "bin"), Version: int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0))
        .Where(static found => found.Version >= 15 && File.Exists(Path.Combine(found.Folder, "initdb")))
        .OrderByDescending(static found => found.Version)
        .Select(static found => found.Folder)
        .FirstOrDefault();

    private static bool HasAccount() => File.ReadLines("/etc/passwd").Any(static line => line.StartsWith(Account + ":", StringComparison.Ordinal));

    // The programs refuse to run as root.
    private static void Run(string program, params string[] args)
    {
        string[] command = [Path.Combine(s_programs!, program), .. args];
        Execute(Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={Account}", $"--regid={Account}", "--clear-groups", "--", .. command] : command);
    }

    private static void Execute(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)}: {errors}{output.Result}");
        }
    }
}
