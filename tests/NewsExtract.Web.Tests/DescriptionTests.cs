using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Tests;

/// <summary>What the server says of itself: <c>/openapi/v1.json</c>, <c>/metrics</c>.</summary>
public class DescriptionTests
{
    [Fact]
    public async Task Everything_that_can_be_asked_is_described()
    {
        List<(string Path, string Method)> mapped = [];
        await using var server = await RunningServer.StartAsync(null, [], app => mapped = [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(static source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(static endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(static endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => (Plain(endpoint.RoutePattern), method.ToLowerInvariant())))]);

        var paths = (await server.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");

        Assert.True(mapped.Count > 30);
        var operations = mapped.Select(one => paths.GetProperty(one.Path).GetProperty(one.Method)).ToList();
        Assert.All(operations, static operation => Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString())));
        Assert.Equal(operations.Count, operations.Select(static operation => operation.GetProperty("operationId").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("/api/v1/facts", "q type role entity entityId entityType place from to source minConfidence modality once limit after")]
    [InlineData("/api/v1/articles", "q type role entity entityId entityType place from to source minConfidence modality once limit after")]
    [InlineData("/api/v1/facts.csv", "q type role entity entityId entityType place from to source minConfidence modality once")]
    [InlineData("/api/v1/entities", "limit after q type")]
    public async Task The_conditions_of_a_question_are_described(string path, string names)
    {
        await using var server = await RunningServer.StartAsync();

        var parameters = (await server.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("parameters");

        Assert.Equal(names, string.Join(' ', parameters.EnumerateArray().Select(static parameter => parameter.GetProperty("name").GetString())));
        Assert.All(parameters.EnumerateArray(), static parameter => Assert.NotEqual("", parameter.GetProperty("description").GetString()));
    }

    [Fact]
    public async Task What_was_ingested_is_measured()
    {
        await using var server = await RunningServer.StartAsync();
        ServerMeter.Ingested(documents: 2, pages: 7, facts: 11, failures: 1, seconds: 0.5);
        await server.Client.GetStringAsync("/api/v1/session");

        var text = await server.Client.GetStringAsync("/metrics");

        foreach (var name in (string[])["newsextract_documents_total", "newsextract_pages_total", "newsextract_facts_total", "newsextract_failures_total", "newsextract_ingest_duration_seconds_count", "http_server_request_duration_seconds_count"])
        {
            Assert.Contains(name, text, StringComparison.Ordinal);
        }
    }

    private static string Plain(RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(static segment => string.Concat(segment.Parts.Select(static part => part is RoutePatternParameterPart parameter ? $"{{{parameter.Name}}}" : ((RoutePatternLiteralPart)part).Content))));
}
