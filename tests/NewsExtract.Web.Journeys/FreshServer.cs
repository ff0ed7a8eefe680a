namespace NewsExtract.Web.Journeys;

/// <summary>A server of a class's own: what it brings in, or calls off, is in nobody's way.</summary>
public sealed class FreshServer : IAsyncLifetime
{
    internal Server? Server { get; private set; }

    public async Task InitializeAsync() => Server = Archive.Missing is null ? await Journeys.Server.StartAsync("--model", "none", "--fact-model", "none") : null;

    public async Task DisposeAsync() => await (Server?.DisposeAsync() ?? ValueTask.CompletedTask);
}
