using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;

namespace NewsExtract.Web.Hosting;

/// <summary>The pages that npm makes of <c>Pages/</c>: <c>/article</c> is <c>article.html</c>; scripts and styles have names that change with them.</summary>
internal static class PageFiles
{
    private static readonly string[] s_pages = ["/article", "/entities", "/entity", "/numbers", "/review", "/ingest", "/sign-in"];
    private static readonly string[] s_compressed = [.. ResponseCompressionDefaults.MimeTypes, "text/javascript", "text/csv", "image/svg+xml", "application/jsonl", "application/problem+json", "font/ttf"];

    // What pdf.js loads by itself, and no browser knows by its ending.
    private static readonly FileExtensionContentTypeProvider s_types = new()
    {
        Mappings = { [".mjs"] = "text/javascript", [".wasm"] = "application/wasm", [".bcmap"] = "application/octet-stream", [".pfb"] = "application/octet-stream", [".icc"] = "application/octet-stream", [".ttf"] = "font/ttf" },
    };

    public static void AddCompression(IServiceCollection services)
    {
        services.AddResponseCompression(static options =>
        {
            // What is sent holds no secret that could be guessed by its length: tokens and cookies stand in no body.
            options.EnableForHttps = true;
            options.MimeTypes = s_compressed.Distinct();
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(static options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(static options => options.Level = CompressionLevel.Fastest);
    }

    public static void Use(WebApplication app)
    {
        if (!File.Exists(Path.Combine(app.Environment.WebRootPath ?? "", "index.html")))
        {
            app.Use(static (context, next) => context.GetEndpoint() is null && IsPage(context.Request)
                ? WriteAsync(context.Response, "The pages were not built: install npm and build again (scripts/build-pages.sh). The API under /api/v1 works without.\n")
                : next(context));
            return;
        }

        app.Use(static (context, next) =>
        {
            if (IsPage(context.Request))
            {
                context.Request.Path = context.Request.Path == "/" ? "/index.html" : context.Request.Path + ".html";
            }

            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = s_types,
            OnPrepareResponse = static context =>
                context.Context.Response.Headers.CacheControl = context.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    private static bool IsPage(HttpRequest request) => request.Path == "/" || s_pages.Contains(request.Path.Value, StringComparer.Ordinal);

    private static Task WriteAsync(HttpResponse response, string text)
    {
        response.StatusCode = StatusCodes.Status404NotFound;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(text);
    }
}
