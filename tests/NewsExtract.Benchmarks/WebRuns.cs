using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsExtract.Batch.Steps;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Benchmarks;

/// <summary>
/// The server in a process of its own over a large store: times of each question alone, right after a write, and with 50 readers and an ingest at once. The store holds corpus/train
/// again and again under other names and dates, until it has 100,000 facts, or as many as are wanted.
/// </summary>
internal static partial class WebRuns
{
    public const int Facts = 100_000;
    private const int Readers = 50;
    private const int Repeats = 40;

    /// <summary>Median and 95 % of each question without load, the same right after a write, when nothing holds that was made for earlier answers, and the bytes of the first page.</summary>
    public static async Task AskAsync(string location, int facts)
    {
        Fill(location, facts);
        using var server = Server.Start(location);
        using var client = Client(server);
        var questions = await QuestionsAsync(client).ConfigureAwait(false);
        await RepeatAsync(client, questions, "", static () => Task.CompletedTask).ConfigureAwait(false);
        var (fact, accepted) = ((await client.GetFromJsonAsync<JsonElement>("/api/v1/facts?limit=1").ConfigureAwait(false)).GetProperty("items")[0].GetProperty("id").GetString()!, 0L);
        await RepeatAsync(client, questions, ", right after a write", async () => accepted = await WriteAsync(client, fact, accepted).ConfigureAwait(false)).ConfigureAwait(false);
        if (accepted > 0)
        {
            await WriteAsync(client, fact, accepted).ConfigureAwait(false);
        }

        await WeighAsync(client).ConfigureAwait(false);
    }

    /// <summary>50 readers without pause, and files uploaded and ingested meanwhile.</summary>
    public static async Task LoadAsync(string folder, int seconds)
    {
        Directory.CreateDirectory(folder);
        var location = Path.Combine(folder, "load.db");
        Fill(location, Facts);
        using var server = Server.Start(location);
        using var client = Client(server);
        var questions = await QuestionsAsync(client).ConfigureAwait(false);
        var times = new ConcurrentDictionary<string, ConcurrentBag<double>>();
        var errors = new ConcurrentDictionary<string, int>();
        var clock = Stopwatch.StartNew();
        var end = TimeSpan.FromSeconds(seconds);
        var ingest = IngestAsync(client, clock, end);
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async reader =>
        {
            for (var i = reader; clock.Elapsed < end; i++)
            {
                var (kind, paths) = questions[i % questions.Count];
                var (milliseconds, error) = await AskAsync(client, paths[(i / questions.Count) % paths.Length]).ConfigureAwait(false);
                times.GetOrAdd(kind, static _ => []).Add(milliseconds);
                if (error is not null)
                {
                    errors.AddOrUpdate($"{kind}: {error}", 1, static (_, count) => count + 1);
                }
            }
        })).ConfigureAwait(false);
        var (files, jobs) = await ingest.ConfigureAwait(false);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Readers} readers, {clock.Elapsed.TotalSeconds:0} s: {times.Values.Sum(static one => one.Count):N0} requests, {errors.Values.Sum():N0} errors; {files} files uploaded, {jobs} jobs begun"));
        foreach (var (error, count) in errors)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count:N0} × {error}"));
        }

        foreach (var (kind, _) in questions)
        {
            Print(kind, [.. times.GetValueOrDefault(kind, [])]);
        }
    }

    private static HttpClient Client(Server server) => new(new SocketsHttpHandler { MaxConnectionsPerServer = Readers + 4 }) { BaseAddress = new Uri(server.Url), Timeout = TimeSpan.FromMinutes(2) };

    private static async Task<List<(string Kind, string[] Paths)>> QuestionsAsync(HttpClient client)
    {
        var articles = (await client.GetFromJsonAsync<JsonElement>("/api/v1/articles?limit=40").ConfigureAwait(false)).GetProperty("items").EnumerateArray().Select(static item => $"/api/v1/articles/{item.GetProperty("id").GetString()}").ToArray();
        var entities = (await client.GetFromJsonAsync<JsonElement>("/api/v1/entities?limit=40").ConfigureAwait(false)).GetProperty("items").EnumerateArray().Select(static item => $"/api/v1/entities/{item.GetProperty("id").GetString()}").ToArray();
        string[] words = ["太原", "开发区", "签约", "项目", "局长", "投资", "合作", "企业"];
        List<(string, string[])> all =
        [
            ("first page", ["/"]),
            ("facts", [.. words.Select(static word => $"/api/v1/facts?q={Uri.EscapeDataString(word)}"), "/api/v1/facts", "/api/v1/facts?type=position", "/api/v1/facts?type=investment&from=2020"]),
            ("facets", [.. words.Select(static word => $"/api/v1/facets?q={Uri.EscapeDataString(word)}"), "/api/v1/facets"]),
            ("articles", [.. words.Select(static word => $"/api/v1/articles?q={Uri.EscapeDataString(word)}")]),
            ("article", articles),
            ("entities", ["/api/v1/entities", "/api/v1/entities?type=PER", $"/api/v1/entities?q={Uri.EscapeDataString("商务")}"]),
            ("entity", entities),
            ("numbers", ["/api/v1/numbers/series", "/api/v1/numbers/series?kind=statistic"]),
            ("summary", ["/api/v1/summary"]),
        ];
        return [.. all.Where(static one => one.Item2.Length > 0)];
    }

    private static async Task RepeatAsync(HttpClient client, List<(string Kind, string[] Paths)> questions, string when, Func<Task> before)
    {
        foreach (var (kind, paths) in questions)
        {
            List<double> times = [];
            for (var i = 0; i < Repeats; i++)
            {
                await before().ConfigureAwait(false);
                var (milliseconds, error) = await AskAsync(client, paths[i % paths.Length]).ConfigureAwait(false);
                times.Add(error is null ? milliseconds : throw new InvalidOperationException($"{paths[i % paths.Length]}: {error}"));
            }

            Print(kind + when, times);
        }
    }

    /// <summary>Accepts a fact, or takes that back.</summary>
    /// <param name="accepted">The correction that did; 0 when it is not accepted.</param>
    /// <returns>The same afterwards.</returns>
    private static async Task<long> WriteAsync(HttpClient client, string fact, long accepted)
    {
        using var answer = accepted == 0
            ? await client.PostAsJsonAsync("/api/v1/corrections", new { requests = new[] { new { action = "accept", target = fact } }, by = "benchmark" }).ConfigureAwait(false)
            : await client.PostAsJsonAsync("/api/v1/corrections/undo", new { ids = new[] { accepted }, by = "benchmark" }).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        return accepted == 0 ? (await answer.Content.ReadFromJsonAsync<JsonElement>().ConfigureAwait(false)).GetProperty("made")[0].GetProperty("id").GetInt64() : 0;
    }

    private static async Task<(double Milliseconds, string? Error)> AskAsync(HttpClient client, string path)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative)).ConfigureAwait(false);
            await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, answer.IsSuccessStatusCode ? null : $"{(int)answer.StatusCode}");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, exception.Message);
        }
    }

    private static async Task<(int Files, int Jobs)> IngestAsync(HttpClient client, Stopwatch clock, TimeSpan end)
    {
        var texts = DevTexts.Read(DevTexts.Folder("dev"));
        var (files, jobs) = (0, 0);
        while (clock.Elapsed < end)
        {
            List<object> uploads = [];
            for (var i = 0; i < 10; i++, files++)
            {
                var (name, bytes) = texts[files % texts.Count];
                using var body = new ByteArrayContent([.. bytes, .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n第{files}期。\n"))]);
                body.Headers.ContentType = new("application/octet-stream");
                using var kept = await client.PostAsync(new Uri($"/api/v1/uploads?name={files}-{name}", UriKind.Relative), body).ConfigureAwait(false);
                uploads.Add(new { sha256 = (await kept.Content.ReadFromJsonAsync<JsonElement>().ConfigureAwait(false)).GetProperty("sha256").GetString() });
            }

            using var started = await client.PostAsJsonAsync("/api/v1/jobs", new { uploads }).ConfigureAwait(false);
            var id = (await started.Content.ReadFromJsonAsync<JsonElement>().ConfigureAwait(false)).GetProperty("id").GetString();
            jobs++;
            using var events = await client.GetAsync(new Uri($"/api/v1/jobs/{id}/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
            using var reader = new StreamReader(await events.Content.ReadAsStreamAsync().ConfigureAwait(false));
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(Math.Max((end - clock.Elapsed).TotalMilliseconds, 1)));
            try
            {
                while (await reader.ReadLineAsync(stop.Token).ConfigureAwait(false) is not null)
                {
                }
            }
            catch (OperationCanceledException)
            {
                // The time is over while this job goes on.
            }
        }

        return (files, jobs);
    }

    private static async Task WeighAsync(HttpClient client)
    {
        var page = await client.GetStringAsync("/").ConfigureAwait(false);
        long sum = 0;
        foreach (var path in Address().Matches(page).Select(static match => match.Groups[1].Value).Prepend("/").Distinct())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { { "Accept-Encoding", "br" } } };
            using var answer = await client.SendAsync(request).ConfigureAwait(false);
            var bytes = (await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false)).Length;
            sum += bytes;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {bytes:N0} bytes"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first page with its scripts and styles, as sent: {sum:N0} bytes"));
    }

    private static void Print(string kind, List<double> times)
    {
        times.Sort();
        if (times.Count > 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {times.Count:N0} requests, median {times[times.Count / 2]:0.0} ms, 95 % {times[times.Count * 95 / 100]:0.0} ms, longest {times[^1]:0.0} ms"));
        }
    }

    private static void Fill(string location, int wanted)
    {
        using var store = NewsStore.Open(location, new StoreOptions { Fold = SearchFolding.Fold });
        var summary = store.Summarize();
        if (summary.Facts < wanted)
        {
            var clock = Stopwatch.StartNew();
            var pipeline = new NewsPipelineBuilder().Build();
            var records = DevTexts.Read(DevTexts.Folder("train")).Select(text => pipeline.Process(new DocumentSource(text.Name, text.Bytes)))
                .Select(static result => result.Articles.Select(static article => RecordBuilder.Build(article, NewsPipeline.Generator)).ToImmutableArray()).ToList();
            var random = new Random(1);
            var facts = 0;
            for (var i = 0; facts < wanted; i++)
            {
                facts += Save(store, records[i % records.Count], i, new DateOnly(2014, 1, 1).AddDays(random.Next(3650)));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stored in {clock.Elapsed.TotalSeconds:0} s"));
            clock.Restart();
            new EntityStep().Run(store, CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"linked in {clock.Elapsed.TotalSeconds:0} s"));
            summary = store.Summarize();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Documents:N0} documents, {summary.Articles:N0} articles, {summary.Facts:N0} facts, {summary.Entities:N0} entities"));
    }

    private static int Save(NewsStore store, ImmutableArray<ArticleRecord> records, int number, DateOnly date)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{number:D6}.txt");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        store.Save(new DocumentEntry
        {
            Sha256 = sha256,
            Name = name,
            Bytes = 1,
            State = ExtractionState.Complete,
            ReadingKey = "",
            ExtractionKey = "",
            Version = "0.1.0",
            Articles = [.. records.Select(record => record with { Source = record.Source with { File = name, Sha256 = sha256 }, Article = record.Article with { Date = day } })],
        });
        return records.Sum(static record => record.Facts.Length);
    }

    [GeneratedRegex("(?:href|src)=\"(/[^\"]+)\"")]
    private static partial Regex Address();

    /// <summary>newsextract serve, as it was built beside this program.</summary>
    private sealed class Server : IDisposable
    {
        private readonly Process _process;

        private Server(Process process, string url)
        {
            _process = process;
            Url = url;
        }

        public string Url { get; }

        public static Server Start(string location)
        {
            var program = AppContext.BaseDirectory.Replace(Path.Combine("tests", "NewsExtract.Benchmarks"), Path.Combine("src", "NewsExtract.Cli"), StringComparison.Ordinal) + "newsextract.dll";
            var process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--store", location, "--urls", "http://127.0.0.1:0"]) { RedirectStandardError = true })!;
            var line = process.StandardError.ReadLine() ?? throw new InvalidOperationException($"{program} does not start: build src/NewsExtract.Cli as well");
            _ = process.StandardError.BaseStream.CopyToAsync(Console.OpenStandardError());
            return new Server(process, line.Split(' ')[2]);
        }

        public void Dispose()
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
        }
    }
}
