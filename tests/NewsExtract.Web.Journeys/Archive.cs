using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsExtract.Web.Journeys;

/// <summary>A server in a process of its own over a store of its own, and the one browser of all tests.</summary>
public sealed class Archive : IAsyncLifetime
{
    public const string Name = "archive";

    private const string Chromium = "/usr/bin/chromium";

    // A page whose text is drawn one character at a time, and one that is a picture.
    public const string Printed = "a09-2col-random.pdf";
    public const string Scanned = "a10-2col-scan.pdf";

    private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-journeys-").FullName;
    private Process? _server;
    private IPlaywright? _playwright;

    /// <summary>Why the journeys can't be made; <c>null</c> when they can.</summary>
    public static string? Missing { get; } =
        !File.Exists(Chromium) ? "chromium is not installed (apt-get install --no-install-recommends chromium)"
        : !File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html")) ? "the pages were not built: npm is not installed, or could not load their packages (scripts/build-pages.sh)"
        : null;

    public static string Corpus { get; } = Path.Combine(FindRepository(), "corpus", "pdf");

    internal HttpClient Api { get; private set; } = new();

    internal IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        _server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsextract.dll"), "serve", "--store", Path.Combine(_folder, "news.db"), "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Api = new HttpClient { BaseAddress = new Uri(await ListeningAsync(_server)), Timeout = TimeSpan.FromMinutes(2) };
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(15_000);
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (Missing is null)
        {
            await Browser.CloseAsync();
            _playwright?.Dispose();
            _server?.Kill(entireProcessTree: true);
            await _server!.WaitForExitAsync();
            _server.Dispose();
        }

        Api.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A window as a reader has it: language, width, light or dark.</summary>
    internal async Task<Window> OpenAsync(string language = "zh", int width = 1280, bool dark = false)
    {
        var context = await Browser.NewContextAsync(new() { BaseURL = Api.BaseAddress!.ToString(), Locale = language == "zh" ? "zh-CN" : "en-GB", ViewportSize = new() { Width = width, Height = width < 500 ? 740 : 900 }, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        context.SetDefaultTimeout(20_000);
        return await Window.OpenAsync(context, Api.BaseAddress!.ToString());
    }

    internal async Task<JsonElement> GetAsync(string path) => await Api.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1{path}", UriKind.Relative));

    /// <summary>Brings bulletins in through the API, and waits for the end of the job by its events.</summary>
    internal async Task IngestAsync(params (string Name, byte[] Bytes)[] bulletins)
    {
        var uploads = new List<object>();
        foreach (var (name, bytes) in bulletins)
        {
            using var answer = await Api.PostAsync(new Uri($"/api/v1/uploads?name={Uri.EscapeDataString(name)}", UriKind.Relative), new ByteArrayContent(bytes));
            var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
            uploads.Add(new { sha256 = made.GetProperty("sha256").GetString(), name });
        }

        using var started = await Api.PostAsJsonAsync(new Uri("/api/v1/jobs", UriKind.Relative), new { uploads });
        var job = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        Assert.Contains("event: end", await Api.GetStringAsync(new Uri($"/api/v1/jobs/{job}/events", UriKind.Relative)), StringComparison.Ordinal);
    }

    /// <summary>The bulletin that most tests read, brought in once.</summary>
    internal async Task FillAsync()
    {
        if (!(await GetAsync("/documents")).GetProperty("items").EnumerateArray().Any(static document => document.GetProperty("name").GetString() == Scanned))
        {
            await IngestAsync((Scanned, await File.ReadAllBytesAsync(Path.Combine(Corpus, Scanned))));
        }
    }

    private static async Task<string> ListeningAsync(Process server)
    {
        const string Words = "listening on ";
        var found = new TaskCompletionSource<string>();
        var said = new System.Text.StringBuilder();
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

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsExtract.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("NewsExtract.sln not found");
        }

        return folder;
    }
}

[CollectionDefinition(Archive.Name)]
public sealed class ArchiveGroup : ICollectionFixture<Archive>;

/// <summary>Needs chromium and the pages; skipped without.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JourneyFactAttribute : FactAttribute
{
    public JourneyFactAttribute() => Skip = Archive.Missing;
}

/// <inheritdoc cref="JourneyFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JourneyTheoryAttribute : TheoryAttribute
{
    public JourneyTheoryAttribute() => Skip = Archive.Missing;
}
