using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsExtract.Web.Hosting;

/// <summary>Who may ask at all: by the right name, from our own pages, and signed in.</summary>
internal static class Gate
{
    private const string Bearer = "Bearer ";

    /// <summary>Refuses requests that a page of others sends, whoever reads it.</summary>
    public static void UseOrigin(WebApplication app, Access access) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (!request.Host.HasValue || !access.IsCalled(request.Host.Host))
        {
            throw new ApiException(StatusCodes.Status400BadRequest, "NX4201", "this server is not called so — use an address that it listens on, or name this one with --hosts");
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !IsOurs(request))
        {
            throw new ApiException(StatusCodes.Status403Forbidden, "NX4203", "another site sent this — nothing was done; use this server's own pages");
        }

        return next(context);
    });

    /// <summary>Lets in to all endpoints but those that allow anyone only who is signed in. Goes after authentication.</summary>
    public static void UseAccess(WebApplication app, Access access, SignInRate rate)
    {
        if (access.Kind == AccessKind.Open)
        {
            return;
        }

        app.Use((context, next) =>
        {
            if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                return next(context);
            }

            return IsIn(context, access, rate) ? next(context) : throw Refused(context);
        });
    }

    /// <summary>Whether a caller may ask for anything: by a token, if it sends one, else by its cookie.</summary>
    /// <exception cref="ApiException">NX4205: it tried too many tokens.</exception>
    public static bool IsIn(HttpContext context, Access access, SignInRate rate)
    {
        var sent = context.Request.Headers.Authorization;
        if (access.Kind == AccessKind.Open || StringValues.IsNullOrEmpty(sent))
        {
            return access.Kind == AccessKind.Open || context.User.Identity is { IsAuthenticated: true };
        }

        // A guess by this way is one as well. The right token counts all the same: else who guesses keeps those out who know it.
        var isKnown = IsKnown(access, sent);
        if (!isKnown && !rate.Try(context))
        {
            throw SignInRate.Exceeded(context);
        }

        return isKnown;
    }

    public static ApiException Refused(HttpContext context)
    {
        context.Items[HeaderNames.WWWAuthenticate] = "Bearer";
        return new ApiException(StatusCodes.Status401Unauthorized, "NX4202", "this needs a sign-in — send Authorization: Bearer TOKEN, or sign in at /sign-in");
    }

    private static bool IsKnown(Access access, StringValues sent) =>
        sent is [{ } header] && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && access.Knows(header[Bearer.Length..].Trim());

    // Browsers say where a request comes from; a page can't change that. Programs say nothing, and carry no cookie of a reader.
    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
        {
            return site is ["same-origin" or "none"];
        }

        var origin = request.Headers.Origin;
        return origin.Count == 0 || (origin is [{ } text] && Uri.TryCreate(text, UriKind.Absolute, out var from) && from.IsDefaultPort == IsDefault(request, from) && string.Equals(from.Authority, Authority(request, from), StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsDefault(HttpRequest request, Uri from) => request.Host.Port is not { } port || port == (from.Scheme == "https" ? 443 : 80);

    private static string Authority(HttpRequest request, Uri from) => IsDefault(request, from) ? request.Host.Host : request.Host.Value!;
}
