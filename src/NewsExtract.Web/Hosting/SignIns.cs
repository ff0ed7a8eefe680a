using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace NewsExtract.Web.Hosting;

/// <summary>The cookie of who is signed in, and the way to a provider of OpenID Connect and back.</summary>
internal static class SignIns
{
    public const string Cookie = "session";
    private const string Provider = "oidc";
    private const string Subject = "sub";
    private const int LongestName = 100;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);
    private static readonly string[] s_names = ["name", "preferred_username", "email", Subject];

    public static void AddTo(IServiceCollection services, WebSettings settings, Access access)
    {
        if (access.Kind == AccessKind.Open)
        {
            return;
        }

        // Keys of this process alone: nothing secret lies on the disk, and who was signed in does so again after a restart.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var schemes = services.AddAuthentication(Cookie).AddCookie(Cookie, options =>
        {
            options.Cookie.Name = "newsextract";
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Who comes back from a provider comes from another site.
            options.Cookie.SameSite = settings.OpenIdConnect is null ? SameSiteMode.Strict : SameSiteMode.Lax;
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.TimeProvider = settings.Clock;
        });
        if (settings.OpenIdConnect is { } provider)
        {
            schemes.AddOpenIdConnect(Provider, options => Configure(options, provider));
        }
    }

    /// <summary><c>/sign-in</c> leads to the provider; without one it is a page.</summary>
    public static void Map(IEndpointRouteBuilder app, Access access)
    {
        if (access.Kind == AccessKind.Oidc)
        {
            app.MapGet("/sign-in", SendAsync).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static async Task SendAsync(HttpContext context)
    {
        var then = context.Request.Query["then"];
        try
        {
            await context.ChallengeAsync(Provider, new AuthenticationProperties { RedirectUri = then is [{ } path] && IsHere(path) ? path : "/" }).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            throw Away();
        }
    }

    private static bool IsHere(string path) => path is ['/'] or ['/', not ('/' or '\\'), ..] && !path.Any(static c => char.IsControl(c) || c == '\\');

    private static void Configure(OpenIdConnectOptions options, OpenIdConnectSettings provider)
    {
        options.Authority = provider.Authority;
        options.ClientId = provider.Client;
        options.ClientSecret = provider.Secret;
        options.RequireHttpsMetadata = provider.Authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.SignInScheme = Cookie;
        options.CallbackPath = "/sign-in/done";
        options.DisableTelemetry = true;
        options.BackchannelTimeout = s_patience;

        // Some providers tell the name there alone.
        options.GetClaimsFromUserInfoEndpoint = true;
        foreach (var kind in s_names)
        {
            options.ClaimActions.MapUniqueJsonKey(kind, kind);
        }

        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Events.OnTokenValidated = static context =>
        {
            // The standard lets it pass where TLS says who sent it.
            if (context.SecurityToken.RawSignature.Length == 0)
            {
                context.Fail("the token is not signed");
            }

            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = static context =>
        {
            // The cookie carries no more than a name.
            context.Principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, NameOf(context.Principal!))], Provider));
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = static context => throw (IsAway(context.Failure)
            ? Away()
            : new ApiException(StatusCodes.Status401Unauthorized, "NX4204", "the sign-in did not succeed — start again at /sign-in"));
    }

    private static string NameOf(ClaimsPrincipal told)
    {
        var name = s_names.Select(kind => told.FindFirstValue(kind)).FirstOrDefault(static text => !string.IsNullOrWhiteSpace(text)) ?? "?";
        return name.Length > LongestName ? name[..LongestName] : name;
    }

    private static bool IsAway(Exception? failure) => failure is not null && (failure is HttpRequestException { StatusCode: null or >= System.Net.HttpStatusCode.InternalServerError } or TaskCanceledException || IsAway(failure.InnerException));

    private static ApiException Away() => new(StatusCodes.Status503ServiceUnavailable, "NX4204", "the sign-in provider does not answer — try again; if it stays so, check --oidc-authority");
}
