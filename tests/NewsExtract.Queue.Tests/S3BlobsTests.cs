using System.Net;
using System.Text;
using NewsExtract.Queue.Blobs;
using NewsExtract.Storage.Tests;

namespace NewsExtract.Queue.Tests;

/// <summary>Against a stand-in that answers the two questions that are asked.</summary>
public sealed class S3BlobsTests : IDisposable
{
    private static readonly Dictionary<string, string> s_objects = new(StringComparer.Ordinal) { ["2023/a.txt"] = "一", ["2023/b.txt"] = "二", ["2023/"] = "", ["2024/c.txt"] = "三" };

    private readonly HttpListener _listener = new();
    private readonly S3Blobs _blobs = new();

    public S3BlobsTests()
    {
        var address = $"http://127.0.0.1:{PostgresServer.FindFreePort()}/";
        _listener.Prefixes.Add(address);
        _listener.Start();
        _ = Task.Run(AnswerAsync);
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_S3", address);
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "test");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "test");
    }

    [Fact]
    public void Objects_below_a_prefix_are_inputs()
    {
        var inputs = _blobs.List("s3://news/2023/").ToList();

        Assert.Equal(["s3://news/2023/a.txt", "s3://news/2023/b.txt"], inputs.Select(static input => input.Path));
        Assert.Equal(["a.txt", "b.txt"], inputs.Select(static input => input.Name));
        Assert.Equal(3, inputs[0].Bytes);
        Assert.Equal("二", Encoding.UTF8.GetString(inputs[1].Load().Span));
    }

    [Fact]
    public void An_object_that_is_not_there_is_said_to_be_so() =>
        Assert.Equal("NX2001", Assert.Throws<DocumentReadException>(() => _blobs.Open("s3://news/2023/z.txt").Load()).Diagnostic.Code);

    public void Dispose()
    {
        _blobs.Dispose();
        _listener.Close();
    }

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var url = context.Request.Url!;
                var key = Uri.UnescapeDataString(url.AbsolutePath)["/news".Length..].TrimStart('/');
                var text = context.Request.QueryString["list-type"] == "2" ? Page(context.Request.QueryString["prefix"] ?? "") : s_objects.GetValueOrDefault(key);
                context.Response.StatusCode = text is null ? 404 : 200;
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text ?? "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>"));
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static string Page(string prefix) => "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>news</Name><IsTruncated>false</IsTruncated>"
        + string.Concat(s_objects.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .Select(static pair => $"<Contents><Key>{pair.Key}</Key><LastModified>2023-12-01T00:00:00.000Z</LastModified><Size>{Encoding.UTF8.GetByteCount(pair.Value)}</Size></Contents>"))
        + "</ListBucketResult>";
}
