using System.Diagnostics;
using System.Globalization;

namespace NewsExtract.Queue.Tests;

/// <summary>Another host, as far as the network goes: joined to this one by a cable that can be cut.</summary>
internal sealed class NetworkNamespace : IDisposable
{
    public const string Here = "10.213.77.1";
    private const string There = "10.213.77.2";

    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"nx{Environment.ProcessId}");

    public NetworkNamespace()
    {
        Ip("netns", "add", _name);
        Ip("link", "add", Cable, "type", "veth", "peer", "name", "host", "netns", _name);
        Ip("addr", "add", Here + "/30", "dev", Cable);
        Ip("link", "set", Cable, "up");
        foreach (var command in (string[])["addr add " + There + "/30 dev host", "link set host up", "link set lo up"])
        {
            Ip(["-n", _name, .. command.Split(' ')]);
        }
    }

    /// <summary>Why there can be none; <c>null</c> when there can.</summary>
    public static string? Missing { get; } = !Environment.IsPrivilegedProcess
        ? "network namespaces need root"
        : File.Exists("/usr/sbin/ip") || File.Exists("/sbin/ip") ? Try() : "ip is not installed (Debian: apt-get install iproute2)";

    private string Cable => _name + "c";

    public void Cut() => Ip("link", "set", Cable, "down");

    public void Join() => Ip("link", "set", Cable, "up");

    /// <summary>Makes a command one of the other host, which knows this one's loopback by an address.</summary>
    public void Move(ProcessStartInfo start)
    {
        string[] command = [start.FileName, .. start.ArgumentList];
        start.FileName = "ip";
        start.ArgumentList.Clear();
        foreach (var part in (string[])["netns", "exec", _name, .. command])
        {
            start.ArgumentList.Add(part.Replace("127.0.0.1", Here, StringComparison.Ordinal));
        }
    }

    public void Dispose()
    {
        Ip("link", "del", Cable);
        Ip("netns", "del", _name);
    }

    // A container may have root without the rights to networks.
    private static string? Try()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"nx{Environment.ProcessId}try");
        var problem = Run("netns", "add", name);
        if (problem is not null)
        {
            return $"no network namespace can be made here: {problem.Trim()}";
        }

        Ip("netns", "del", name);
        return null;
    }

    private static void Ip(params string[] arguments)
    {
        var problem = Run(arguments);
        Assert.True(problem is null, $"ip {string.Join(' ', arguments)}: {problem}");
    }

    private static string? Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : errors;
    }
}
