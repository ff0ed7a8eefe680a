using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NewsExtract.Web.Hosting;

/// <summary>What one connection may cost.</summary>
/// <param name="Headers">A caller may take so long until all headers are there.</param>
/// <param name="Grace">So long a body may come, or an answer be taken, as slowly as it likes; Kestrel takes a second at least.</param>
internal sealed record ServerLimits(TimeSpan Headers, TimeSpan Grace)
{
    /// <summary>Bytes of a body at most, unless its endpoint takes more.</summary>
    public const int Body = 1 << 20;

    /// <summary>Bytes of a body or an answer in a second at least.</summary>
    private const double Rate = 240;

    public ServerLimits()
        : this(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(10))
    {
    }

    public void Set(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        var limits = options.Limits;
        limits.MaxRequestBodySize = Body;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestHeadersTotalSize = 32 << 10;
        limits.MaxRequestLineSize = 16 << 10;
        limits.MaxConcurrentConnections = 1000;
        limits.RequestHeadersTimeout = Headers;
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = new MinDataRate(Rate, Grace);
        limits.MinResponseDataRate = new MinDataRate(Rate, Grace);
    }

    /// <summary>Events that have no end would hold the server when it should end.</summary>
    public static void EndStreams(WebApplication app)
    {
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        app.Use(async (context, next) =>
        {
            if (!context.Request.Path.Value!.EndsWith("/events", StringComparison.OrdinalIgnoreCase))
            {
                await next(context).ConfigureAwait(false);
                return;
            }

            using var _ = stopping.Register(context.Abort);
            await next(context).ConfigureAwait(false);
        });
    }
}
