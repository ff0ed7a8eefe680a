using NewsExtract.Web.Hosting;

namespace NewsExtract.Web;

/// <summary>How the server listens and whom it lets in.</summary>
public sealed record WebSettings
{
    /// <summary><c>http://HOST:PORT</c>. Loopback unless given; any other address needs <see cref="Token"/> or <see cref="OpenIdConnect"/>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>Names by which a reverse proxy on this machine is called; what it says of who calls is then believed.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>What a caller must know, at least 16 characters; <c>null</c> for none.</summary>
    public string? Token { get; init; }

    /// <summary>Where people sign in; <c>null</c> for nowhere.</summary>
    public OpenIdConnectSettings? OpenIdConnect { get; init; }

    /// <summary>Where uploaded files are kept, by their SHA-256.</summary>
    public required string UploadFolder { get; init; }

    /// <summary>Bytes of one upload at most.</summary>
    public long MaxUploadBytes { get; init; } = 256L << 20;

    /// <summary>Where inputs lie that are no files; <c>null</c> where the server reaches none, and reads no page of them again.</summary>
    public NewsExtract.Batch.IBlobs? Blobs { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal RequestRates Rates { get; init; } = new();

    internal ServerLimits Limits { get; init; } = new();
}

/// <summary>A provider of OpenID Connect, at which this server is known.</summary>
/// <param name="Authority">Its address, <c>https://…</c>: <c>/.well-known/openid-configuration</c> lies under it.</param>
/// <param name="Secret"><c>null</c> for a public client, which PKCE alone protects.</param>
public sealed record OpenIdConnectSettings(string Authority, string Client, string? Secret);
