using System.Collections;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace NewsExtract.Web.Hosting;

/// <summary>Measurements as OpenTelemetry has them: <c>/metrics</c> for Prometheus, and OTLP to where its environment variables say.</summary>
internal static class Telemetry
{
    private static readonly string[] s_endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    public static void AddTo(WebApplicationBuilder builder)
    {
        // The server takes no other settings from its environment.
        builder.Configuration.AddInMemoryCollection(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(static pair => KeyValuePair.Create((string)pair.Key, (string?)pair.Value))
            .Where(static pair => pair.Key.StartsWith("OTEL_", StringComparison.Ordinal)));
        var isSent = s_endpoints.Any(name => !string.IsNullOrEmpty(builder.Configuration[name]));
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddService("newsextract", serviceVersion: NewsPipeline.Generator.Version))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(ServerMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime").AddPrometheusExporter();
                if (isSent)
                {
                    metrics.AddOtlpExporter();
                }
            });
    }

    public static void Map(WebApplication app) => app.MapPrometheusScrapingEndpoint("/metrics");
}
