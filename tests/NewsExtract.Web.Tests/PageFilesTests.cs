using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Tests;

public class PageFilesTests
{
    /// <summary>Bytes, compressed as browsers take them, until a reader sees the first page: the aim that docs/benchmarks.md tells.</summary>
    private const int MostOfFirstPage = 200_000;

    [PagesTheory]
    [InlineData("/", "index.html")]
    [InlineData("/article?id=1&fact=2", "article.html")]
    [InlineData("/sign-in", "sign-in.html")]
    public async Task A_page_is_asked_for_again_and_sent_only_when_it_changed(string path, string file)
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.GetAsync(path);
        using var again = await server.GetAsync(path, ("If-None-Match", answer.Headers.ETag!.ToString()));

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(PagesFactAttribute.Root, file)), await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [PagesFact]
    public async Task The_first_page_is_small_with_all_that_it_loads()
    {
        await using var server = await RunningServer.StartAsync();
        var wanted = new Queue<string>(["/"]);
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        while (wanted.TryDequeue(out var path))
        {
            if (sizes.ContainsKey(path))
            {
                continue;
            }

            using var answer = await server.GetAsync(path, ("Accept-Encoding", "br"));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, path);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            sizes[path] = bytes.Length;
            if (answer.Content.Headers.ContentType!.MediaType is "text/html" or "text/javascript" or "text/css")
            {
                await using var text = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
                using var reader = new StreamReader(text);
                foreach (var link in Links(await reader.ReadToEndAsync()))
                {
                    wanted.Enqueue(new Uri(new Uri(server.Client.BaseAddress!, path), link).AbsolutePath);
                }
            }
        }

        Assert.Contains(sizes.Keys, static path => path.EndsWith(".css", StringComparison.Ordinal));
        Assert.True(sizes.Keys.Count(static path => path.EndsWith(".js", StringComparison.Ordinal)) > 1, string.Join(", ", sizes.Keys));
        Assert.True(sizes.Values.Sum() <= MostOfFirstPage, string.Join(", ", sizes.OrderByDescending(static size => size.Value).Select(static size => $"{size.Key} {size.Value}")));
    }

    // <script src="/assets/a.js">, <link href="/a.css">; import{b}from"./b.js", import"./b.js", export*from"./b.js", which import("./b.js") is not; url(a.svg).
    private static IEnumerable<string> Links(string text) =>
        Regex.Matches(text, """<(?:script|link|img)[^>]*? (?:src|href)="([^"]+)"|(?:\bfrom|\bimport)\s*"(\.[^"]+)"|\burl\("?([^")]+)"?\)""").Select(static match => match.Groups.Values.Skip(1).First(static group => group.Success).Value).Where(static link => !link.StartsWith("data:", StringComparison.Ordinal));

    [Fact]
    public async Task Where_no_pages_were_built_the_page_says_how()
    {
        var folder = Directory.CreateTempSubdirectory("newsextract-pages-");
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { WebRootPath = folder.FullName });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using (var app = builder.Build())
        {
            PageFiles.Use(app);
            await app.StartAsync();
            using var client = new HttpClient();

            using var answer = await client.GetAsync(new Uri(app.Urls.First()));

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("install npm", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }

    [PagesFact]
    public async Task Scripts_are_kept_for_good_compressed_and_of_the_type_that_browsers_run()
    {
        await using var server = await RunningServer.StartAsync();
        var files = Directory.GetFiles(Path.Combine(PagesFactAttribute.Root, "assets"), "*", SearchOption.AllDirectories);
        foreach (var (ending, type) in ((string, string)[])[(".js", "text/javascript"), (".mjs", "text/javascript"), (".css", "text/css"), (".wasm", "application/wasm"), (".bcmap", "application/octet-stream")])
        {
            var path = "/" + Path.GetRelativePath(PagesFactAttribute.Root, files.First(file => Path.GetExtension(file) == ending)).Replace('\\', '/');
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
