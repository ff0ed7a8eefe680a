using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using NewsExtract.Batch;
using NewsExtract.Batch.Steps;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Readers;
using NewsExtract.Storage;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Tests;

/// <summary>A server in this process on a free port of loopback, over a store of its own in a temporary folder.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private RunningServer(WebApplication app, NewsStore store, string folder)
    {
        _app = app;
        _folder = folder;
        Store = store;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public NewsStore Store { get; }

    public string StorePath => Store.Location;

    public string UploadFolder => Path.Combine(_folder, "uploads");

    /// <summary>Starts it over bulletins, text for text, ingested by rules alone.</summary>
    public static Task<RunningServer> StartAsync(Func<WebSettings, WebSettings>? change = null, params (string Name, string Text)[] bulletins) => StartAsync(change, bulletins, map: null);

    /// <param name="map">Adds endpoints that only a test has.</param>
    /// <param name="scorer">A stage of the pipeline.</param>
    public static async Task<RunningServer> StartAsync(Func<WebSettings, WebSettings>? change, (string Name, string Text)[] bulletins, Action<WebApplication>? map, IFactScorer? scorer = null)
    {
        var folder = Directory.CreateTempSubdirectory("newsextract-web-").FullName;
        var store = NewsStore.Open(Path.Combine(folder, "news.db"), new StoreOptions { Fold = SearchFolding.Fold });
        var builder = new NewsPipelineBuilder();
        builder.FactScorer = scorer ?? builder.FactScorer;
        var ingest = new IngestSettings { Pipeline = builder.Build(), Reader = builder.Reader, ReadingKey = "test", ExtractionKey = "test", Jobs = 1 };
        if (bulletins.Length > 0)
        {
            await new Ingestor(store, ingest).RunAsync(bulletins.Select(bulletin => new BatchInput(Path.Combine(folder, bulletin.Name), bulletin.Name, () => System.Text.Encoding.UTF8.GetBytes(bulletin.Text))));
            new EntityStep().Run(store, CancellationToken.None);
            new ReprintStep().Run(store, CancellationToken.None);
        }

        var settings = new WebSettings { Urls = ["http://127.0.0.1:0"], UploadFolder = Path.Combine(folder, "uploads") };
        WebApplication app;
        try
        {
            app = NewsServer.Build(store, ingest, [.. builder.FactDefinitions], change?.Invoke(settings) ?? settings);
        }
        catch (ServerStartException)
        {
            store.Dispose();
            Directory.Delete(folder, recursive: true);
            throw;
        }

        map?.Invoke(app);
        await app.StartAsync();
        return new RunningServer(app, store, folder);
    }

    public Task<HttpResponseMessage> PostAsync<T>(string path, T body) => Client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Sends a request with these headers, as a browser or a stranger would.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
