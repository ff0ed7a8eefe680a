using System.Text.Json;

namespace NewsExtract.Web.Journeys;

/// <summary>The one browser of all tests, and the server that most of them ask.</summary>
public sealed class Archive : IAsyncLifetime
{
    public const string Name = "archive";

    private const int Patience = 60_000;

    private const string Chromium = "/usr/bin/chromium";

    // A page whose text is drawn one character at a time, and one that is a picture.
    public const string Printed = "a09-2col-random.pdf";
    public const string Scanned = "a10-2col-scan.pdf";

    private Server? _server;
    private Server? _desk;
    private IPlaywright? _playwright;

    /// <summary>Why the journeys can't be made; <c>null</c> when they can.</summary>
    public static string? Missing { get; } =
        !File.Exists(Chromium) ? "chromium is not installed (apt-get install --no-install-recommends chromium)"
        : !File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html")) ? "the pages were not built: npm is not installed, or could not load their packages (scripts/build-pages.sh)"
        : null;

    public static string Corpus { get; } = Path.Combine(FindRepository(), "corpus", "pdf");

    internal IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        _server = await Server.StartAsync();
        _playwright = await Playwright.CreateAsync();
        // What is right comes at once; what is wrong is waited for that long on a machine that does much else.
        Assertions.SetDefaultExpectTimeout(Patience);
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (Missing is null)
        {
            await Browser.CloseAsync();
            _playwright?.Dispose();
            await _server!.DisposeAsync();
            await (_desk?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    /// <summary>A window as a reader has it: language, width, light or dark.</summary>
    internal async Task<Window> OpenAsync(string language = "zh", int width = 1280, bool dark = false, Server? of = null)
    {
        var url = (of ?? _server!).Url;
        var context = await Browser.NewContextAsync(new() { BaseURL = url, Locale = language == "zh" ? "zh-CN" : "en-GB", ViewportSize = new() { Width = width, Height = width < 500 ? 740 : 900 }, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        context.SetDefaultTimeout(Patience);
        return await Window.OpenAsync(context, url);
    }

    internal Task<JsonElement> GetAsync(string path) => _server!.GetAsync(path);

    internal Task IngestAsync(params (string Name, byte[] Bytes)[] bulletins) => _server!.IngestAsync(bulletins);

    /// <summary>A second server over a few made bulletins: two who are named, one of them twice, and figures that contradict each other. Journeys leave it as it was.</summary>
    internal async Task<Server> FindDeskAsync()
    {
        if (_desk is null)
        {
            _desk = await Server.StartAsync("--model", "none", "--fact-model", "none");
            await _desk.IngestAsync(
                ("a.txt", "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。会议由太原市商务局副局长王芳主持。\n"),
                ("b.txt", "大同签约\n2023年6月7日\n\n太原市商务局局长李明到大同市调研。大同市签约项目36个。\n"),
                ("c.txt", "阳泉调研\n2023年7月8日\n\n阳泉市财政局局长赵伟到企业调研。\n"),
                ("d.txt", "太原经济\n2023年1月20日\n\n2022年，太原市地区生产总值1200亿元。\n"),
                ("e.txt", "太原发展\n2023年1月20日\n\n2022年，太原市地区生产总值1300亿元。\n"));
        }

        return _desk;
    }

    /// <summary>The bulletin that most tests read, brought in once.</summary>
    internal async Task FillAsync()
    {
        if (!(await GetAsync("/documents")).GetProperty("items").EnumerateArray().Any(static document => document.GetProperty("name").GetString() == Scanned))
        {
            await IngestAsync((Scanned, await File.ReadAllBytesAsync(Path.Combine(Corpus, Scanned))));
        }
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

/// <summary>Needs poppler too.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PrintFactAttribute : FactAttribute
{
    public PrintFactAttribute() => Skip = Archive.Missing ?? (PrintedWords.Exists ? null : "pdftotext is not installed (apt-get install --no-install-recommends poppler-utils)");
}
