using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace NewsExtract.Web.Tests;

/// <summary>Uploads and jobs, as callers ask for them.</summary>
internal static class JobCalls
{
    public static async Task<HttpResponseMessage> PostFileAsync(this HttpClient client, string name, byte[] bytes, bool chunked = false)
    {
        using var content = new ByteArrayContent(bytes);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/uploads?name={Uri.EscapeDataString(name)}") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        return await client.SendAsync(request);
    }

    /// <returns>Its SHA-256.</returns>
    public static Task<string> UploadAsync(this HttpClient client, string name, string text) => client.UploadAsync(name, Encoding.UTF8.GetBytes(text));

    public static async Task<string> UploadAsync(this HttpClient client, string name, byte[] bytes)
    {
        using var upload = await client.PostFileAsync(name, bytes);
        Assert.Equal(HttpStatusCode.Created, upload.StatusCode);
        return (await upload.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sha256").GetString()!;
    }

    /// <returns>The job's id.</returns>
    public static async Task<string> StartJobAsync(this HttpClient client, object body)
    {
        using var started = await client.PostAsJsonAsync("/api/v1/jobs", body);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        return (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>Ingests files that were uploaded, and waits for the end.</summary>
    public static async Task<List<SseItem<string>>> IngestAsync(this HttpClient client, params IEnumerable<string> hashes) =>
        await client.WatchJobAsync(await client.StartJobAsync(new { uploads = hashes.Select(static sha256 => new { sha256 }).ToArray() }), after: 0);

    /// <summary>All that happens to a job until it is over.</summary>
    public static async Task<List<SseItem<string>>> WatchJobAsync(this HttpClient client, string job, int after)
    {
        var events = new List<SseItem<string>>();
        await foreach (var one in client.EventsAsync(job, after))
        {
            events.Add(one);
        }

        return events;
    }

    /// <summary>What happens to a job, as it happens.</summary>
    public static async IAsyncEnumerable<SseItem<string>> EventsAsync(this HttpClient client, string job, int after = 0)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/jobs/{job}/events");
        request.Headers.Add("Last-Event-ID", after.ToString(CultureInfo.InvariantCulture));
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await foreach (var one in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            yield return one;
        }
    }
}
