using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NewsExtract.Storage.Tests;

namespace NewsExtract.Queue.Tests;

/// <summary>
/// A RabbitMQ broker of the tests' own: Debian's programs, a temporary folder, a node name, cookie and ports of its own on the loopback. Nothing
/// of another broker on the machine is touched.
/// </summary>
internal sealed class BrokerServer : IAsyncDisposable
{
    private const string Programs = "/usr/lib/rabbitmq/bin";
    private const string Epmd = "/usr/bin/epmd";

    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(100);

    private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-rabbit-").FullName;
    private readonly int _port = PostgresServer.FindFreePort();
    private readonly int _namesPort = PostgresServer.FindFreePort();
    private readonly Process _names;
    private Process? _broker;

    private BrokerServer(string? address, (string Certificate, string Key)? tls)
    {
        Url = string.Create(CultureInfo.InvariantCulture, $"{(tls is null ? "amqp" : "amqps")}://guest:guest@127.0.0.1:{_port}");
        // It tells nodes each other's ports; started by the broker it would go on when that ends.
        _names = Process.Start(new ProcessStartInfo(Epmd, ["-port", _namesPort.ToString(CultureInfo.InvariantCulture), "-address", "127.0.0.1"]))!;
        File.WriteAllText(At("rabbitmq.conf"), string.Create(CultureInfo.InvariantCulture, $"listeners.tcp.1 = 127.0.0.1:{_port}\n{(address is null ? "" : $"listeners.tcp.2 = {address}:{_port}\nloopback_users = none\n")}"));
        if (tls is { } files)
        {
            File.WriteAllText(At("rabbitmq.conf"), string.Create(CultureInfo.InvariantCulture, $"listeners.tcp = none\nlisteners.ssl.1 = 127.0.0.1:{_port}\nssl_options.certfile = {files.Certificate}\nssl_options.keyfile = {files.Key}\n"));
        }

        File.WriteAllText(At("plugins"), "[].");
        File.WriteAllText(At("environment"), "");
    }

    /// <summary>Why there can be no broker; <c>null</c> when there can.</summary>
    public static string? Missing { get; } = File.Exists(Path.Combine(Programs, "rabbitmq-server")) && File.Exists(Epmd)
        ? null
        : "RabbitMQ is not installed (Debian: apt-get install rabbitmq-server)";

    public string Url { get; }

    /// <param name="address">Of the machine, where it is to listen beside the loopback.</param>
    /// <param name="tls">Files of a certificate and its key (PEM): it speaks to nobody without TLS.</param>
    public static async Task<BrokerServer> StartAsync(CancellationToken cancellation, string? address = null, (string Certificate, string Key)? tls = null)
    {
        var server = new BrokerServer(address, tls);
        await server.RunAsync(cancellation);
        return server;
    }

    /// <summary>Ends it by force, and starts it again on what it has on disk.</summary>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        await EndAsync();
        await RunAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _names.Kill();
        await _names.WaitForExitAsync();
        _names.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private async Task RunAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Path.Combine(Programs, "rabbitmq-server")) { RedirectStandardOutput = true, RedirectStandardError = true };
        (string Name, string Value)[] variables =
        [
            ("HOME", _folder),
            ("ERL_EPMD_PORT", _namesPort.ToString(CultureInfo.InvariantCulture)),
            ("RABBITMQ_NODENAME", string.Create(CultureInfo.InvariantCulture, $"newsextract{_port}@localhost")),
            ("RABBITMQ_DIST_PORT", PostgresServer.FindFreePort().ToString(CultureInfo.InvariantCulture)),
            ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}"),
            ("RABBITMQ_MNESIA_BASE", At("mnesia")),
            ("RABBITMQ_LOG_BASE", At("log")),
            ("RABBITMQ_CONFIG_FILE", At("rabbitmq.conf")),
            ("RABBITMQ_CONF_ENV_FILE", At("environment")),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", At("plugins")),
            ("RABBITMQ_PLUGINS_EXPAND_DIR", At("expanded")),
            ("RABBITMQ_PID_FILE", At("pid")),
        ];
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        _broker = Process.Start(start)!;
        _broker.OutputDataReceived += static (_, _) => { };
        _broker.ErrorDataReceived += static (_, _) => { };
        _broker.BeginOutputReadLine();
        _broker.BeginErrorReadLine();
        while (!await ListensAsync(cancellation))
        {
            Assert.False(_broker.HasExited, $"the broker ended: see {_folder}");
            await Task.Delay(s_patience, cancellation);
        }
    }

    private async Task EndAsync()
    {
        if (_broker is not null)
        {
            _broker.Kill(entireProcessTree: true);
            await _broker.WaitForExitAsync();
            _broker.Dispose();
            _broker = null;
        }
    }

    private async Task<bool> ListensAsync(CancellationToken cancellation)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
