using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace NewsExtract.Web.Hosting;

/// <summary><c>/session</c>: who is signed in; pages sign in and out.</summary>
internal static class SessionApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/session", Find).WithName("FindSession").WithSummary("Who is signed in, and what the server takes.").AllowAnonymous();
        api.MapPost("/session", SignInAsync).WithName("SignIn").WithSummary("Signs in with the server's token, for a browser: sets a cookie.").AllowAnonymous();
        api.MapDelete("/session", SignOutAsync).WithName("SignOut").WithSummary("Signs out.").AllowAnonymous();
    }

    private static Ok<SessionItem> Find(HttpContext context, Access access, WebSettings settings, SignInRate rate)
    {
        var isIn = Gate.IsIn(context, access, rate);
        return TypedResults.Ok(new SessionItem(access.Kind, isIn, context.User.Identity?.Name, NewsPipeline.Generator.Version, settings.MaxUploadBytes, isIn));
    }

    private static async Task<NoContent> SignInAsync(SignInWanted wanted, HttpContext context, Access access, SignInRate rate)
    {
        if (!access.HasToken)
        {
            throw ApiException.BadValue(access.Kind == AccessKind.Open ? "this server is open to its own machine — no one signs in" : "this server has no token — sign in at /sign-in");
        }

        if (!rate.Try(context))
        {
            throw SignInRate.Exceeded(context);
        }

        if (!access.Knows(wanted.Token?.Trim()))
        {
            throw new ApiException(StatusCodes.Status401Unauthorized, "NX4202", "this is not the token — take it from the file that the server was started with");
        }

        // The token is known to many, so that it gives no name.
        await context.SignInAsync(SignIns.Cookie, new ClaimsPrincipal(new ClaimsIdentity("token"))).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignOutAsync(HttpContext context, Access access)
    {
        if (access.Kind != AccessKind.Open)
        {
            await context.SignOutAsync(SignIns.Cookie).ConfigureAwait(false);
        }

        return TypedResults.NoContent();
    }
}

/// <summary>Who asks, and what the server takes.</summary>
internal sealed record SessionItem(AccessKind Auth, bool SignedIn, string? Name, string Version, long MaxUploadBytes, bool CanWrite);

/// <summary>The server's token.</summary>
internal sealed record SignInWanted(string? Token);
