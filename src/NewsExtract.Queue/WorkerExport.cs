using NewsExtract.Batch.Work;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace NewsExtract.Queue;

/// <summary>Sends traces and metrics to where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says, and nowhere without it.</summary>
internal sealed class WorkerExport(TracerProvider traces, MeterProvider metrics) : IDisposable
{
    public static WorkerExport? Start() => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"))
        ? null
        : new WorkerExport(
            Sdk.CreateTracerProviderBuilder().AddSource(WorkTelemetry.Name).AddOtlpExporter().Build(),
            Sdk.CreateMeterProviderBuilder().AddMeter(WorkTelemetry.Name).AddOtlpExporter().Build());

    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }
}
