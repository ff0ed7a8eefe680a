namespace NewsExtract.Web;

/// <summary>How the server listens and what it lets in.</summary>
public sealed record WebSettings
{
    /// <summary>Loopback unless given; any other address needs <see cref="Token"/> or OpenID Connect.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>What a caller must know; <c>null</c> for a server that is open to its own machine alone.</summary>
    public string? Token { get; init; }

    /// <summary>Where uploaded files are kept, by their SHA-256.</summary>
    public required string UploadFolder { get; init; }

    /// <summary>Bytes of one upload at most.</summary>
    public long MaxUploadBytes { get; init; } = 256L << 20;

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
