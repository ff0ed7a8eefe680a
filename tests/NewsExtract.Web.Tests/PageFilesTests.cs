using System.Net;
using System.Net.Http.Headers;

namespace NewsExtract.Web.Tests;

public class PageFilesTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    [Theory]
    [InlineData("/", "index.html")]
    [InlineData("/article?id=1&fact=2", "article.html")]
    [InlineData("/sign-in", "sign-in.html")]
    public async Task A_page_is_asked_for_again_and_sent_only_when_it_changed(string path, string file)
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.GetAsync(path);
        if (!File.Exists(Path.Combine(s_root, "index.html")))
        {
            Assert.Contains("install npm", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            return;
        }

        using var again = await server.GetAsync(path, ("If-None-Match", answer.Headers.ETag!.ToString()));

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(s_root, file)), await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Scripts_are_kept_for_good_compressed_and_of_the_type_that_browsers_run()
    {
        await using var server = await RunningServer.StartAsync();
        var files = Directory.Exists(s_root) ? Directory.GetFiles(Path.Combine(s_root, "assets"), "*", SearchOption.AllDirectories) : [];
        foreach (var (ending, type) in files.Length == 0 ? [] : ((string, string)[])[(".js", "text/javascript"), (".mjs", "text/javascript"), (".css", "text/css"), (".wasm", "application/wasm"), (".bcmap", "application/octet-stream")])
        {
            var path = "/" + Path.GetRelativePath(s_root, files.First(file => Path.GetExtension(file) == ending)).Replace('\\', '/');
            using var answer = await server.GetAsync(path, ("Accept-Encoding", "br"));

            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(365), Extensions = { new("immutable") } }.ToString(), answer.Headers.CacheControl!.ToString());
            Assert.Equal(ending != ".bcmap", answer.Content.Headers.ContentEncoding.Contains("br"));
        }
    }

    [Fact]
    public async Task Answers_are_compressed_for_who_takes_it()
    {
        await using var server = await RunningServer.StartAsync();

        using var brotli = await server.GetAsync("/api/v1/fact-types", ("Accept-Encoding", "br"));
        using var gzip = await server.GetAsync("/api/v1/fact-types", ("Accept-Encoding", "gzip"));
        using var plain = await server.GetAsync("/api/v1/fact-types");

        Assert.Equal(["br"], brotli.Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], gzip.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.True((await brotli.Content.ReadAsByteArrayAsync()).Length < (await plain.Content.ReadAsByteArrayAsync()).Length / 2);
    }

    [Theory]
    [InlineData("/../NewsExtract.Web.dll")]
    [InlineData("/..%2fNewsExtract.Web.dll")]
    [InlineData("/assets/..%5c..%5cNewsExtract.Web.dll")]
    [InlineData("//etc/passwd")]
    public async Task Nothing_beside_the_pages_is_sent(string path)
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Client.GetAsync(new Uri(server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.BadRequest]);
    }
}
