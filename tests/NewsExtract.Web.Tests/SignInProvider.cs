using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace NewsExtract.Web.Tests;

/// <summary>
/// A provider of OpenID Connect in this process, as small as one can be: everybody is let in as <c>王编辑</c>. It holds callers to the code flow with PKCE, and
/// tells them what a test wants it to tell.
/// </summary>
internal sealed class SignInProvider : IAsyncDisposable
{
    public const string Client = "newsextract";
    public const string Secret = "client-secret";
    public const string Name = "王编辑";
    private static readonly RSA s_key = RSA.Create(2048);
    private static readonly RSA s_other = RSA.Create(2048);

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Asked> _codes = new(StringComparer.Ordinal);
    private int _next;

    private SignInProvider()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            if (!IsAway && !(IsAwayForTokens && context.Request.Path == "/token"))
            {
                return next(context);
            }

            context.Abort();
            return Task.CompletedTask;
        });
        _app.MapGet("/.well-known/openid-configuration", Discover);
        _app.MapGet("/keys", static () => Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = Encode(s_key.ExportParameters(false).Modulus!), e = Encode(s_key.ExportParameters(false).Exponent!) } } }));
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", RedeemAsync);
        _app.MapGet("/userinfo", (HttpRequest request) => request.Headers.Authorization == "Bearer access" ? Json(UserInfo) : Results.Unauthorized());
    }

    public string Address => _app.Urls.First();

    public OpenIdConnectSettings Settings => new(Address, Client, Secret);

    /// <summary>Changes what the next tokens say.</summary>
    public Action<Dictionary<string, object>> Change { get; set; } = static _ => { };

    public Dictionary<string, object> UserInfo { get; } = new(StringComparer.Ordinal) { ["sub"] = "7" };

    /// <summary>Signs with a key that it does not show.</summary>
    public bool SignsWithOther { get; set; }

    /// <summary>RS256, or none for tokens without a signature.</summary>
    public string Algorithm { get; set; } = "RS256";

    /// <summary>What it sends back for the state that it was given.</summary>
    public Func<string, string> State { get; set; } = static state => state;

    /// <summary>Refuses whoever would sign in.</summary>
    public string? Error { get; set; }

    /// <summary>Breaks every connection.</summary>
    public bool IsAway { get; set; }

    /// <summary>Breaks the connection instead of giving a token for the code.</summary>
    public bool IsAwayForTokens { get; set; }

    public static async Task<SignInProvider> StartAsync()
    {
        var provider = new SignInProvider();
        await provider._app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Discover(HttpRequest request) => Json(new Dictionary<string, object>
    {
        ["issuer"] = $"http://{request.Host}",
        ["authorization_endpoint"] = $"http://{request.Host}/authorize",
        ["token_endpoint"] = $"http://{request.Host}/token",
        ["userinfo_endpoint"] = $"http://{request.Host}/userinfo",
        ["jwks_uri"] = $"http://{request.Host}/keys",
        ["response_types_supported"] = new[] { "code" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    });

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != Client || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || query["nonce"].Count == 0 || !query["scope"].ToString().Split(' ').Contains("openid"))
        {
            return Results.BadRequest();
        }

        var code = string.Create(CultureInfo.InvariantCulture, $"code-{Interlocked.Increment(ref _next)}");
        _codes[code] = new Asked(query["nonce"].ToString(), query["code_challenge"].ToString(), query["redirect_uri"].ToString());
        var answer = Error is { } error ? $"error={error}" : $"code={code}";
        return Results.Redirect($"{query["redirect_uri"]}?{answer}&state={Uri.EscapeDataString(State(query["state"].ToString()))}");
    }

    private async Task<IResult> RedeemAsync(HttpRequest request)
    {
        // A code is good for once, for who asked for it and knows what its challenge was made of.
        var form = await request.ReadFormAsync();
        if (!_codes.TryRemove(form["code"].ToString(), out var asked) || form["grant_type"] != "authorization_code" || form["client_id"] != Client || form["client_secret"] != Secret || form["redirect_uri"] != asked.Return
            || Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
        {
            return Json(new { error = "invalid_grant" }, StatusCodes.Status400BadRequest);
        }

        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object> { ["iss"] = $"http://{request.Host}", ["aud"] = Client, ["sub"] = "7", ["name"] = Name, ["nonce"] = asked.Nonce, ["iat"] = now, ["exp"] = now + 300 };
        Change(claims);
        return Json(new { id_token = Sign(claims), access_token = "access", token_type = "Bearer" });
    }

    private string Sign(Dictionary<string, object> claims)
    {
        var text = $"{Encode(JsonSerializer.SerializeToUtf8Bytes(new { alg = Algorithm, typ = "JWT", kid = "1" }))}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return Algorithm == "none" ? text + "." : $"{text}.{Encode((SignsWithOther ? s_other : s_key).SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static IResult Json(object value, int status = StatusCodes.Status200OK) => Results.Text(JsonSerializer.Serialize(value), "application/json", statusCode: status);

    private static string Encode(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);

    private sealed record Asked(string Nonce, string Challenge, string Return);
}
