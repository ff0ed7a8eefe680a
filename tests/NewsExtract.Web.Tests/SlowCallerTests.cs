using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Tests;

/// <summary>Callers that hold a connection and send next to nothing.</summary>
public class SlowCallerTests
{
    // Short for who waits for it, long for a whole request on a machine that does much else.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(3);

    // A server that waits on gives no answer at all.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("GET /api/v1/facts HTTP/1.1\r\nHost: 127")]
    [InlineData("POST /api/v1/corrections HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")]
    [InlineData("POST /api/v1/uploads?name=a.txt HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n会")]
    public async Task Who_sends_a_part_and_no_more_is_sent_away_and_others_are_answered_meanwhile(string part)
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Limits = new ServerLimits(s_limit, s_limit) });
        using var slow = new TcpClient("127.0.0.1", server.Client.BaseAddress!.Port);
        var stream = slow.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(part));

        using var other = await server.GetAsync("/api/v1/facts");
        using var patience = new CancellationTokenSource(s_patience);
        using var reader = new StreamReader(stream);
        var answer = await EndAsync(reader, patience.Token);

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal), answer);
        Assert.False(Directory.Exists(server.UploadFolder) && Directory.EnumerateFiles(server.UploadFolder, "*.txt", SearchOption.AllDirectories).Any());
    }

    private static async Task<string> EndAsync(StreamReader reader, CancellationToken patience)
    {
        try
        {
            return await reader.ReadToEndAsync(patience);
        }
        catch (IOException)
        {
            // Broken off without a word.
            return "";
        }
    }
}
