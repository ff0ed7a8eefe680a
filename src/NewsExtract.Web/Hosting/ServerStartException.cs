namespace NewsExtract.Web.Hosting;

/// <summary>The server does not start with these settings, or not on this machine. The message is one line that says what to do.</summary>
public sealed class ServerStartException : Exception
{
    internal ServerStartException(string code, string message) : base(message) => Code = code;

    /// <summary>NX44xx; docs/diagnostics.md lists them.</summary>
    public string Code { get; }
}
