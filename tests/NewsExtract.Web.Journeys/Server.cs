using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace NewsExtract.Web.Journeys;

/// <summary><c>newsextract serve</c> in a process of its own over a store of its own, which is gone with it.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Process _process;

    private Server(string folder, Process process, string url)
    {
        _folder = folder;
        _process = process;
        Api = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(2) };
    }

    public HttpClient Api { get; }

    public string Store => Path.Combine(_folder, "news.db");

    public string Url => Api.BaseAddress!.ToString();

    public static async Task<Server> StartAsync(params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("newsextract-journeys-").FullName;
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsextract.dll"), "serve", "--store", Path.Combine(folder, "news.db"), "--urls", "http://127.0.0.1:0", .. options]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        return new Server(folder, process, await ListeningAsync(process));
    }

    public async Task<JsonElement> GetAsync(string path) => await Api.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1{path}", UriKind.Relative));

    /// <summary>Runs the command over the store beside the server, to its end.</summary>
    public async Task RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsextract.dll"), .. arguments, "--store", Store]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
    }

    /// <summary>Brings bulletins in through the API, to the end of the job.</summary>
    public async Task IngestAsync(params (string Name, byte[] Bytes)[] bulletins)
    {
        var uploads = new List<object>();
        foreach (var (name, bytes) in bulletins)
        {
            using var answer = await Api.PostAsync(new Uri($"/api/v1/uploads?name={Uri.EscapeDataString(name)}", UriKind.Relative), new ByteArrayContent(bytes));
            var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
            uploads.Add(new { sha256 = made.GetProperty("sha256").GetString(), name });
        }

        await PostJobAsync("/jobs", new { uploads });
    }

    /// <summary>Posts what makes a job, and waits for its end by its events.</summary>
    public async Task PostJobAsync(string path, object body)
    {
        using var answer = await Api.PostAsJsonAsync(new Uri($"/api/v1{path}", UriKind.Relative), body);
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var job = made.TryGetProperty("job", out var named) ? named.GetString() : made.GetProperty("id").GetString();
        Assert.Contains("event: end", await Api.GetStringAsync(new Uri($"/api/v1/jobs/{job}/events", UriKind.Relative)), StringComparison.Ordinal);
    }

    /// <inheritdoc cref="IngestAsync(ValueTuple{string, byte[]}[])"/>
    public Task IngestAsync(params (string Name, string Text)[] bulletins) => IngestAsync([.. bulletins.Select(static bulletin => (bulletin.Name, Encoding.UTF8.GetBytes(bulletin.Text)))]);

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Api.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> ListeningAsync(Process server)
    {
        const string Words = "listening on ";
        var found = new TaskCompletionSource<string>();
        var said = new StringBuilder();
        void Read(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (said)
            {
                said.AppendLine(line);
            }

            if (line.StartsWith(Words, StringComparison.Ordinal))
            {
                found.TrySetResult(line[Words.Length..].Split(' ')[0]);
            }
        }

        // Both are read to the end, else a full pipe would stop the server.
        server.OutputDataReceived += (_, line) => Read(line.Data);
        server.ErrorDataReceived += (_, line) => Read(line.Data);
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        var first = await Task.WhenAny(found.Task, server.WaitForExitAsync()).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(first == found.Task, $"the server ended: {said}");
        return await found.Task;
    }
}
