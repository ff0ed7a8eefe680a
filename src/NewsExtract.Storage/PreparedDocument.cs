using NewsExtract.Storage.Writing;

namespace NewsExtract.Storage;

/// <summary>A document with all that can be made ready before the store is asked, since only one may write at a time. Made by <see cref="NewsStore.Prepare"/>.</summary>
public sealed class PreparedDocument
{
    internal PreparedDocument(DocumentEntry entry, long id, IReadOnlyList<TableRows> rows)
    {
        Entry = entry;
        Id = id;
        Rows = rows;
    }

    public DocumentEntry Entry { get; }

    internal long Id { get; }

    /// <summary>In the order in which they may be written.</summary>
    internal IReadOnlyList<TableRows> Rows { get; }
}
