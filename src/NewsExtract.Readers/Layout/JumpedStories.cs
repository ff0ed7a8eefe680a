using System.Globalization;

namespace NewsExtract.Readers.Layout;

/// <summary>
/// The stories that broke off with 下转第3版, until 上接第1版 goes on with one of them: the one sent to that page from the page that is
/// named there; of several the one whose sentence goes on, then the one that broke off first.
/// </summary>
internal sealed class JumpedStories(string source, BreakJoiner joiner)
{
    private readonly string _source = source;
    private readonly BreakJoiner _joiner = joiner;
    private readonly List<Story> _waiting = [];
    private int _sheet;
    private string? _page;

    /// <summary>Follows the pages: a running head says which page it is (第3版), else its place in the file.</summary>
    public void Pass(TextUnit unit)
    {
        if (unit.Setting is { } setting && setting.Page != _sheet)
        {
            _sheet = setting.Page;
            _page = setting.Page.ToString(CultureInfo.InvariantCulture);
        }

        if (unit.IsFurniture)
        {
            _page = PageIn(unit) ?? _page;
        }
    }

    public void Add(ArticleDraft draft, TextUnit jump) => _waiting.Add(new Story(draft, _page, PageIn(jump)));

    /// <param name="next">The text below the jump.</param>
    /// <returns><c>null</c> when no story waits.</returns>
    public ArticleDraft? Take(TextUnit jump, TextUnit? next)
    {
        if (_waiting.Count == 0)
        {
            return null;
        }

        var from = PageIn(jump);
        var best = _waiting.MaxBy(story => (Agreement(story.To, _page) + Agreement(story.From, from), next is not null && story.Draft.Open is { } open && _joiner.Fit(open.Unit, next) > 0))!;
        _waiting.Remove(best);
        return best.Draft;
    }

    private static int Agreement(string? one, string? other) => one is null || other is null ? 0 : one == other ? 1 : -1;

    private string? PageIn(TextUnit unit) => JumpReader.PageIn(_source, new TextSpan(unit.Start, unit.End));

    /// <param name="From">The page on which it broke off.</param>
    /// <param name="To">The page to which it sends the reader.</param>
    private sealed record Story(ArticleDraft Draft, string? From, string? To);
}
