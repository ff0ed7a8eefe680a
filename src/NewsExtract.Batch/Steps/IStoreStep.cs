using NewsExtract.Storage;

namespace NewsExtract.Batch.Steps;

/// <summary>Something that is made of all that a store holds once its documents are in. What it writes depends on the store's content alone.</summary>
public interface IStoreStep
{
    /// <summary>Does it, unless nothing has changed since it was last done.</summary>
    /// <returns>A line that says what came of it; <c>null</c> when nothing had to be done.</returns>
    /// <exception cref="StoreException">The store can't be read or written; what it had of this stays.</exception>
    string? Run(NewsStore store, CancellationToken cancellation);
}
