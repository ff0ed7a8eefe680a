using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsExtract.Web.Hosting;

/// <summary>What every answer tells browsers: nothing but our own scripts run, and no one else frames, reads or guesses.</summary>
internal static class AnswerHeaders
{
    // pdf.js decodes pictures with WebAssembly, in a worker, and shows fonts and pictures of a PDF file that it has in memory.
    private const string Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; worker-src 'self' blob:; font-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void Use(WebApplication app) => app.Use((context, next) =>
    {
        // When it starts, since an error takes away all that was set before.
        context.Response.OnStarting(static state => Set((HttpContext)state), context);
        return next(context);
    });

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        SetUnlessGiven(headers, HeaderNames.ContentSecurityPolicy, Policy);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        if (!context.Response.Headers.ContainsKey(HeaderNames.CacheControl))
        {
            headers.CacheControl = "no-store";
        }

        foreach (var name in (string[])[HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate])
        {
            if (context.Items.TryGetValue(name, out var value))
            {
                headers[name] = (string?)value;
            }
        }

        return Task.CompletedTask;
    }

    private static void SetUnlessGiven(IHeaderDictionary headers, string name, StringValues value)
    {
        if (!headers.ContainsKey(name))
        {
            headers[name] = value;
        }
    }
}
