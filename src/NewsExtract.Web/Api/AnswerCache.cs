using System.Collections.Concurrent;
using NewsExtract.Storage;

namespace NewsExtract.Web.Api;

/// <summary>Answers that take the whole store, kept until something is written. One question is answered once, however many ask it at a time.</summary>
internal sealed class AnswerCache(NewsStore store)
{
    /// <summary>More questions than anybody asks between two writings.</summary>
    private const int MostAnswers = 500;

    private readonly Lock _lock = new();
    private ConcurrentDictionary<string, Lazy<object>> _answers = new(StringComparer.Ordinal);
    private string? _version;

    /// <param name="question">Names it and all that it depends on but the store.</param>
    public T Find<T>(string question, Func<T> answer)
        where T : class
    {
        var answers = Answers();
        var lazy = answers.GetOrAdd(question, _ => new Lazy<object>(answer));
        try
        {
            return (T)lazy.Value;
        }
        finally
        {
            if (!lazy.IsValueCreated)
            {
                // What went wrong, as with a store that was busy, is asked again.
                answers.TryRemove(KeyValuePair.Create(question, lazy));
            }
        }
    }

    private ConcurrentDictionary<string, Lazy<object>> Answers()
    {
        var version = store.ContentVersion();
        lock (_lock)
        {
            if (version != _version || _answers.Count > MostAnswers)
            {
                (_version, _answers) = (version, new ConcurrentDictionary<string, Lazy<object>>(StringComparer.Ordinal));
            }

            return _answers;
        }
    }
}
