using System.CommandLine;
using NewsExtract.Cli.Input;
using NewsExtract.Web;

namespace NewsExtract.Cli.Commands;

/// <summary>Where <c>serve</c> listens and whom it lets in.</summary>
internal sealed class AccessOptions
{
    private readonly Option<string[]> _urls = new("--urls") { Description = "Addresses to listen on; http://127.0.0.1:5080 unless given. Any other than loopback needs a token or OpenID Connect.", HelpName = "URL", DefaultValueFactory = static _ => ["http://127.0.0.1:5080"] };
    private readonly Option<string[]> _hosts = new("--hosts") { Description = "Names by which a reverse proxy on this machine is called.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _tokenFile = new("--token-file") { Description = "File with a secret of at least 16 characters that callers must know.", HelpName = "FILE" };
    private readonly Option<string?> _token = new("--token") { Description = "The secret itself. Other users can see it in the list of processes: --token-file keeps it to yourself." };
    private readonly Option<string?> _authority = new("--oidc-authority") { Description = "Address of a provider of OpenID Connect, where people sign in.", HelpName = "URL" };
    private readonly Option<string?> _client = new("--oidc-client") { Description = "Name under which the provider knows this server.", HelpName = "NAME" };
    private readonly Option<string?> _secretFile = new("--oidc-secret-file") { Description = "File with the secret that the provider gave this server.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        Option[] options = [_urls, _hosts, _tokenFile, _token, _authority, _client, _secretFile];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    /// <exception cref="CommandException">NX2000, NX2001 or NX2002: options that don't go together, or a file that can't be read.</exception>
    public WebSettings Settings(ParseResult result, string uploads)
    {
        var token = result.GetValue(_token);
        if (result.GetValue(_tokenFile) is { } file)
        {
            token = token is null ? OptionFile.Read(_tokenFile.Name, file, File.ReadAllText).Trim() : throw new CommandException(DiagnosticCodes.Usage, "--token and --token-file are both given — give one");
        }

        return new WebSettings { Urls = [.. result.GetRequiredValue(_urls).SelectMany(static urls => urls.Split(';', StringSplitOptions.RemoveEmptyEntries))], Hosts = result.GetValue(_hosts) ?? [], Token = token, OpenIdConnect = Provider(result), UploadFolder = uploads };
    }

    private OpenIdConnectSettings? Provider(ParseResult result)
    {
        var (authority, client, secret) = (result.GetValue(_authority), result.GetValue(_client), result.GetValue(_secretFile));
        if (authority is null)
        {
            return client is null && secret is null ? null : throw new CommandException(DiagnosticCodes.Usage, "--oidc-authority is missing — write the address of the provider");
        }

        return new OpenIdConnectSettings(authority, client ?? "", secret is null ? null : OptionFile.Read(_secretFile.Name, secret, File.ReadAllText).Trim());
    }
}
