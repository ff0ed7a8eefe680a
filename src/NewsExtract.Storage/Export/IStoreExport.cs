namespace NewsExtract.Storage.Export;

/// <summary>One format. Holds no more of the store than an article, or a bounded number of facts, at a time.</summary>
internal interface IStoreExport
{
    /// <summary>The ending of the files of the folder that it writes; <c>null</c> when it writes one file.</summary>
    string? FolderOf { get; }

    /// <param name="path">A file or folder that is not there yet.</param>
    /// <exception cref="IOException">The path can't be written.</exception>
    void Write(StoreSnapshot snapshot, FactTables tables, string path, CancellationToken cancellation);
}
