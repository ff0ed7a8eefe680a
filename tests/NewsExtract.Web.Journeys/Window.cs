using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace NewsExtract.Web.Journeys;

/// <summary>A page that keeps account of what must not be: errors on the console, requests to other hosts, dialogs of scripts.</summary>
internal sealed class Window : IAsyncDisposable
{
    // What looks at colours, which are all that light and dark differ in (Pages/shell/tokens.css).
    private static readonly List<string> s_ofColours = ["color-contrast", "link-in-text-block"];

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Window(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    public IEnumerable<string> Complaints => _complaints;

    /// <summary>Without what the browser says of each answer that refuses something.</summary>
    public IEnumerable<string> OwnComplaints => _complaints.Where(static what => !what.Contains("Failed to load resource", StringComparison.Ordinal));

    public static async Task<Window> OpenAsync(IBrowserContext context, string host)
    {
        var window = new Window(context, await context.NewPageAsync());
        window.Page.Console += (_, message) => window.Complain(message.Type == "error", $"console: {message.Text}");
        window.Page.PageError += (_, error) => window.Complain(true, $"script: {error}");
        window.Page.Request += (_, request) => window.Complain(!request.Url.StartsWith(host, StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), $"outside: {request.Url}");
        window.Page.Dialog += async (_, dialog) =>
        {
            window.Complain(true, $"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        return window;
    }

    /// <summary>Goes to an address and waits until the page has what it is about, and knows who is signed in.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await Assertions.Expect(Page.Locator("main h1, main form.sign-in").First).ToBeAttachedAsync();
        await Assertions.Expect(Page.Locator("#footer span").Nth(1)).ToBeAttachedAsync();
        await Assertions.Expect(Page.Locator(".state.loading, [aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <summary>The same, and waits until nothing more is asked for: what is not on the page then, will not be, and keys do what they do.</summary>
    public async Task GoWholeAsync(string path)
    {
        await GoAsync(path);
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Assertions.Expect(Page.Locator(".state.loading, [aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <summary>Who decides here, so that nothing asks for it.</summary>
    public Task SignAsync(string name) => Page.AddInitScriptAsync($"localStorage.setItem('newsextract.by', '{name}')");

    /// <summary>The elements that foreign text made: pages have no script of their own in them.</summary>
    public Task<int> CountMadeAsync() => Page.EvaluateAsync<int>("() => document.querySelectorAll('[onerror], script:not([src])').length");

    /// <summary>What axe finds in light, and of colours in dark, each as scheme, rule and place.</summary>
    public async Task<IReadOnlyList<string>> FindBarriersInBothSchemesAsync()
    {
        var found = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            // A colour on its way to another is none to measure.
            await Page.EvaluateAsync("() => Promise.allSettled(document.getAnimations().map(animation => animation.finished))");
            found.AddRange((await FindBarriersAsync(scheme == ColorScheme.Dark ? s_ofColours : null)).Select(barrier => $"{scheme}: {barrier}"));
        }

        return found;
    }

    /// <summary>The same; colours know no language, so that dark is looked at in one.</summary>
    public Task<IReadOnlyList<string>> FindBarriersAsync(string language) => language == "zh" ? FindBarriersInBothSchemesAsync() : FindBarriersAsync();

    /// <summary>What axe finds to be serious or critical, each as rule and place.</summary>
    /// <param name="rules">Those that are asked; <c>null</c> for all.</param>
    public async Task<IReadOnlyList<string>> FindBarriersAsync(List<string>? rules = null) =>
    [
        .. (await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = rules is null ? null : new RunOnlyOptions { Type = "rule", Values = rules } })).Violations.Where(static found => found.Impact is "serious" or "critical")
            .SelectMany(found => found.Nodes.Select(node => $"{found.Id}: {node.Html}")),
    ];

    public async Task<double> OverflowAsync() => await Page.EvaluateAsync<double>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
    }

    private void Complain(bool wrong, string what)
    {
        if (wrong)
        {
            _complaints.Enqueue(what);
        }
    }
}
