using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsExtract.Batch;
using NewsExtract.Storage;
using NewsExtract.Web.Api;
using NewsExtract.Web.Hosting;
using NewsExtract.Web.Jobs;
using NewsExtract.Web.Uploads;

namespace NewsExtract.Web;

/// <summary>Serves a store over HTTP: <c>/api/v1</c> for programs, and pages that use nothing else.</summary>
public static class NewsServer
{
    /// <summary>Serves until cancelled.</summary>
    /// <param name="ingest">How uploaded files are read and extracted.</param>
    /// <param name="definitions">The fact types, whose roles and values corrections may use.</param>
    /// <param name="started">Called with the addresses once the server listens.</param>
    public static async Task RunAsync(NewsStore store, IngestSettings ingest, ImmutableArray<FactDefinition> definitions, WebSettings settings, Action<IReadOnlyCollection<string>>? started = null, CancellationToken cancellation = default)
    {
        var app = Build(store, ingest, definitions, settings);
        await using var _ = app.ConfigureAwait(false);
        await app.StartAsync(cancellation).ConfigureAwait(false);
        started?.Invoke([.. app.Urls]);
        await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
    }

    internal static WebApplication Build(NewsStore store, IngestSettings ingest, ImmutableArray<FactDefinition> definitions, WebSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot") });
        builder.WebHost.UseUrls([.. settings.Urls]);
        builder.Services.AddSingleton(store).AddSingleton(ingest).AddSingleton(settings).AddSingleton(new FactTypes(definitions)).AddSingleton<AnswerCache>().AddSingleton<ReviewQueue>();
        builder.Services.AddSingleton<UploadFolder>().AddSingleton<SourceFiles>().AddSingleton<JobQueue>().AddSingleton<IJobs>(static services => services.GetRequiredService<JobQueue>()).AddHostedService(static services => services.GetRequiredService<JobQueue>());
        ApiProblem.AddServices(builder.Services);
        builder.Services.ConfigureHttpJsonOptions(static options => ApiJson.Configure(options.SerializerOptions));

        var app = builder.Build();
        ApiProblem.Use(app);
        app.UseDefaultFiles().UseStaticFiles();
        var api = app.MapGroup("/api/v1");
        FactTypesApi.Map(api);
        SearchApi.Map(api);
        FacetsApi.Map(api);
        DownloadsApi.Map(api);
        DocumentsApi.Map(api);
        EntitiesApi.Map(api);
        CorrectionsApi.Map(api);
        DecisionsApi.Map(api);
        NumbersApi.Map(api);
        ReviewApi.Map(api);
        UploadsApi.Map(api);
        SourceFilesApi.Map(api);
        JobsApi.Map(api);
        return app;
    }
}
