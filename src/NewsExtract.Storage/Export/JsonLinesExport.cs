using System.Text;

namespace NewsExtract.Storage.Export;

/// <summary>The records as <c>newsextract extract</c> writes them, one a line.</summary>
internal sealed class JsonLinesExport : IStoreExport
{
    public string? FolderOf => null;

    public void Write(StoreSnapshot snapshot, FactTables tables, string path, CancellationToken cancellation)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16) { NewLine = "\n" };
        foreach (var record in snapshot.RecordTexts())
        {
            cancellation.ThrowIfCancellationRequested();
            writer.WriteLine(record);
        }
    }
}
