using System.Diagnostics;
using System.Globalization;

namespace NewsExtract.Web.Tests;

/// <summary><c>newsextract serve</c> in a process of its own over a store in a folder, to be killed and started again there.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string url)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = new Uri(url) };
    }

    public HttpClient Client { get; }

    public static async Task<ServerProcess> StartAsync(string folder)
    {
        // As it was built: beside the tests it has their assemblies of the framework.
        var program = Path.Combine(AppContext.BaseDirectory.Replace(Path.Combine("tests", "NewsExtract.Web.Tests"), Path.Combine("src", "NewsExtract.Cli"), StringComparison.Ordinal), "newsextract.dll");
        string[] arguments = [program, "serve", "--store", Path.Combine(folder, "news.db"), "--urls", "http://127.0.0.1:0", "--model", "none", "--fact-model", "none"];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var line = await process.StandardError.ReadLineAsync() ?? throw new InvalidOperationException("the server does not start");
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return new ServerProcess(process, line.Split(' ')[2]);
    }

    /// <summary>The most memory in bytes that the process, or one that it began, ever had; <c>null</c> where the system does not tell.</summary>
    public long? PeakMemory()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var all = Directory.EnumerateDirectories("/proc").Select(static folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? Status(id) : null).OfType<(int Id, int Parent, long Peak)>().ToList();
        HashSet<int> own = [_process.Id];
        while (all.Any(process => own.Contains(process.Parent) && own.Add(process.Id)))
        {
        }

        return all.Where(process => own.Contains(process.Id)).Max(static process => process.Peak);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Client.Dispose();
        _process.Dispose();
    }

    private static (int Id, int Parent, long Peak)? Status(int id)
    {
        try
        {
            var lines = File.ReadLines($"/proc/{id}/status").Select(static line => line.Split(':', 2)).Where(static parts => parts.Length == 2).ToDictionary(static parts => parts[0], static parts => parts[1].Trim(), StringComparer.Ordinal);
            return (id, int.Parse(lines["PPid"], CultureInfo.InvariantCulture), lines.TryGetValue("VmHWM", out var peak) ? long.Parse(peak.Split(' ')[0], CultureInfo.InvariantCulture) << 10 : 0);
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return null;
        }
    }
}
