using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsExtract.Web.Api;

namespace NewsExtract.Web.Tests;

/// <summary>Answers that are as long as the store.</summary>
public class DownloadTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_download_that_is_given_up_is_made_no_further()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await RunningServer.StartAsync(null, [], app => app.MapGet("/api/v1/endless.csv", (HttpContext context) => DownloadsApi.Send(context, Lines(ended), "text/csv", "endless.csv")));

        using (var answer = await server.Client.GetAsync("/api/v1/endless.csv", HttpCompletionOption.ResponseHeadersRead))
        {
            using var stream = await answer.Content.ReadAsStreamAsync();
            await stream.ReadExactlyAsync(new byte[100_000]);
        }

        await ended.Task.WaitAsync(s_patience);
    }

    // Ends by itself at last, so that a server that makes them all ends too.
    private static IEnumerable<string> Lines(TaskCompletionSource ended)
    {
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            while (TimeProvider.System.GetElapsedTime(began) < 2 * s_patience)
            {
                yield return "太原市,市长,李明\r\n";
            }
        }
        finally
        {
            ended.TrySetResult();
        }
    }
}
