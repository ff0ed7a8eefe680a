using System.Collections.Immutable;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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
    /// <summary>Says at once whether a server with these settings may start, before anything is made for it.</summary>
    /// <exception cref="ServerStartException">NX4401, NX4403 or NX4404: who may come in is not said, or an address makes no sense.</exception>
    public static void Check(WebSettings settings) => _ = new Access(settings);

    /// <summary>Serves until cancelled, or until the process is asked to end.</summary>
    /// <param name="ingest">How uploaded files are read and extracted.</param>
    /// <param name="definitions">The fact types, whose roles and values corrections may use.</param>
    /// <param name="started">Called with the addresses once the server listens.</param>
    /// <exception cref="ServerStartException">It does not start so: who may come in is not said, or an address can't be used.</exception>
    public static async Task RunAsync(NewsStore store, IngestSettings ingest, ImmutableArray<FactDefinition> definitions, WebSettings settings, Action<IReadOnlyCollection<string>>? started = null, CancellationToken cancellation = default)
    {
        var app = Build(store, ingest, definitions, settings);
        await using var _ = app.ConfigureAwait(false);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new ServerStartException("NX4402", $"{string.Join(", ", settings.Urls)}: another program listens there — end it, or take another port with --urls");
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            throw new ServerStartException("NX4403", $"{string.Join(", ", settings.Urls)}: this machine does not let the server listen there ({exception.Message.TrimEnd('.')}) — take an address of its own and a port above 1023");
        }

        started?.Invoke([.. app.Urls]);
        await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        if (app.Services.GetRequiredService<JobQueue>().ExecuteTask is { IsFaulted: true } jobs)
        {
            // Not asked to end: whoever started it hears why.
            await jobs.ConfigureAwait(false);
        }
    }

    internal static WebApplication Build(NewsStore store, IngestSettings ingest, ImmutableArray<FactDefinition> definitions, WebSettings settings)
    {
        var access = new Access(settings);

        // Empty: no file or variable of its surroundings may make the server listen elsewhere.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(NewsServer).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory, WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot") });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(settings.Limits.Set).UseUrls([.. settings.Urls]);
        // Why it does not start is told in one line by who starts it.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddSimpleConsole(static options => options.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(static options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        AddServices(builder, store, ingest, definitions, settings, access);

        var app = builder.Build();
        Use(app, access, settings);
        var api = app.MapGroup("/api/v1");
        SessionApi.Map(api);
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
        SignIns.Map(app, access);
        HealthApi.Map(app);
        Telemetry.Map(app);
        ApiDescription.Map(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, NewsStore store, IngestSettings ingest, ImmutableArray<FactDefinition> definitions, WebSettings settings, Access access)
    {
        var services = builder.Services;
        services.AddRouting();
        services.AddSingleton(store).AddSingleton(ingest).AddSingleton(settings).AddSingleton(access).AddSingleton(new FactTypes(definitions)).AddSingleton<AnswerCache>().AddSingleton<ReviewQueue>();
        services.AddSingleton<UploadFolder>().AddSingleton<SourceFiles>().AddSingleton<StoredInputs>().AddSingleton<JobQueue>().AddSingleton<IJobs>(static services => services.GetRequiredService<JobQueue>()).AddHostedService(static services => services.GetRequiredService<JobQueue>());
        services.AddSingleton(_ => new SignInRate(settings.Rates));
        services.Configure<HostOptions>(static options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
        services.ConfigureHttpJsonOptions(static options => ApiJson.Configure(options.SerializerOptions));
        ApiProblem.AddServices(services);
        SignIns.AddTo(services, settings, access);
        settings.Rates.AddTo(services);
        PageFiles.AddCompression(services);
        ApiDescription.AddTo(services);
        Telemetry.AddTo(builder);
    }

    private static void Use(WebApplication app, Access access, WebSettings settings)
    {
        if (settings.Hosts.Count > 0)
        {
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        }

        AnswerHeaders.Use(app);
        app.UseResponseCompression();
        ApiProblem.Use(app);
        Gate.UseOrigin(app, access);
        app.UseRateLimiter();
        if (access.Kind != AccessKind.Open)
        {
            app.UseAuthentication();
        }

        Gate.UseAccess(app, access, app.Services.GetRequiredService<SignInRate>());
        ServerLimits.EndStreams(app);
        PageFiles.Use(app);
    }
}
