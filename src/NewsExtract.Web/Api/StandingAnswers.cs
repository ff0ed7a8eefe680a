using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsExtract.Storage;

namespace NewsExtract.Web.Api;

/// <summary>
/// Counts that take the whole store, by question. While what was written last is not counted yet, the answer is the one before, and X-As-Of says when
/// that was last known to hold. Who asks with <c>Prefer: wait=SECONDS</c> (RFC 7240) waits so long for the counts of now.
/// </summary>
internal sealed class StandingAnswers(VersionWatch watch, WebSettings settings) : IDisposable
{
    /// <summary>More questions than anybody asks between two writings.</summary>
    private const int MostAnswers = 500;

    private const double LongestWait = 60;

    /// <summary>What a caller may be told of the past without asking for it.</summary>
    private static readonly TimeSpan s_oldest = TimeSpan.FromMinutes(1);

    // Half of the machine is left to those who ask.
    private readonly SemaphoreSlim _gate = new(Math.Max(Environment.ProcessorCount / 2, 1));
    private readonly ConcurrentDictionary<string, Standing<object>> _answers = new(StringComparer.Ordinal);

    /// <param name="question">Names it and all that it depends on but the store.</param>
    /// <exception cref="StoreException">The store can't be read.</exception>
    public async Task<T> FindAsync<T>(HttpContext context, string question, Func<T> answer)
        where T : class
    {
        if (_answers.Count > MostAnswers)
        {
            _answers.Clear();
        }

        var standing = _answers.GetOrAdd(question, _ => new Standing<object>(watch, settings.Clock, answer, _gate, s_oldest));
        var wait = WaitOf(context.Request);
        var found = await standing.FindAsync(wait ?? settings.Patience, isUrgent: wait is not null).ConfigureAwait(false);
        if (!found.IsCurrent)
        {
            Tell(context.Response, found.At);
        }

        return (T)found.Value;
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Says as of when an answer is; of several that it is made of, the oldest.</summary>
    public static void Tell(HttpResponse response, DateTimeOffset at)
    {
        var text = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var told = response.Headers["X-As-Of"].ToString();
        if (told.Length == 0 || string.CompareOrdinal(text, told) < 0)
        {
            response.Headers["X-As-Of"] = text;
        }
    }

    private static TimeSpan? WaitOf(HttpRequest request)
    {
        var wait = request.Headers["Prefer"].SelectMany(static line => (line ?? "").Split([',', ';'], StringSplitOptions.TrimEntries)).FirstOrDefault(static one => one.StartsWith("wait=", StringComparison.OrdinalIgnoreCase));
        return wait is not null && int.TryParse(wait.AsSpan("wait=".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, LongestWait)) : null;
    }
}
