using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using NewsExtract.Batch;
using NewsExtract.Batch.Steps;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Readers;
using NewsExtract.Storage;

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
    public static async Task<RunningServer> StartAsync(Func<WebSettings, WebSettings>? change = null, params (string Name, string Text)[] bulletins)
    {
        var folder = Directory.CreateTempSubdirectory("newsextract-web-").FullName;
        var store = NewsStore.Open(Path.Combine(folder, "news.db"), new StoreOptions { Fold = SearchFolding.Fold });
        var builder = new NewsPipelineBuilder();
        var ingest = new IngestSettings { Pipeline = builder.Build(), Reader = builder.Reader, ReadingKey = "test", ExtractionKey = "test", Jobs = 1 };
        if (bulletins.Length > 0)
        {
            await new Ingestor(store, ingest).RunAsync(bulletins.Select(bulletin => new BatchInput(Path.Combine(folder, bulletin.Name), bulletin.Name, () => System.Text.Encoding.UTF8.GetBytes(bulletin.Text))));
            new EntityStep().Run(store, CancellationToken.None);
            new ReprintStep().Run(store, CancellationToken.None);
        }

        var settings = new WebSettings { Urls = ["http://127.0.0.1:0"], UploadFolder = Path.Combine(folder, "uploads") };
        var app = NewsServer.Build(store, ingest, [.. builder.FactDefinitions], change?.Invoke(settings) ?? settings);
        await app.StartAsync();
        return new RunningServer(app, store, folder);
    }

    public Task<HttpResponseMessage> PostAsync<T>(string path, T body) => Client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
