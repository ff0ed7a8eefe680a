using System.Runtime.CompilerServices;

namespace NewsExtract.Batch;

/// <summary>Takes what is ready in one go instead of one by one.</summary>
internal static class ReadyGroups
{
    /// <returns>Groups of at least one, of all that need not be waited for, and no more than <paramref name="most"/>; the order stays.</returns>
    public static async IAsyncEnumerable<List<T>> Of<T>(IAsyncEnumerable<T> source, int most, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var items = source.GetAsyncEnumerator(cancellation);
        await using var _ = items.ConfigureAwait(false);
        var next = items.MoveNextAsync().AsTask();
        try
        {
            while (await next.ConfigureAwait(false))
            {
                var group = new List<T>(most);
                do
                {
                    group.Add(items.Current);
                    next = items.MoveNextAsync().AsTask();
                }
                while (group.Count < most && next.IsCompletedSuccessfully && await next.ConfigureAwait(false));

                // What is awaited next time goes on meanwhile.
                yield return group;
            }
        }
        finally
        {
            // Nothing may be ended while its next is awaited; what came of that is thrown above, or not wanted any more.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
