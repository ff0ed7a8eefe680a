using System.Text;

namespace NewsExtract.Storage.Export;

/// <summary>
/// <c>facts.csv</c> with all facts, a file for each type and one of corrections (<see cref="CsvText"/>), in UTF-8 with the byte order mark by which Excel
/// knows it.
/// </summary>
internal sealed class CsvExport : IStoreExport
{
    public string? FolderOf => ".csv";

    public void Write(StoreSnapshot snapshot, FactTables tables, string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(path);
        using var all = new CsvFile(Path.Combine(path, "facts.csv"), tables.All.Select(static column => column.Name));
        var ofTable = tables.ByType.ToDictionary(static table => table.Type, StringComparer.Ordinal);
        var ofType = new Dictionary<string, CsvFile>(StringComparer.Ordinal);
        try
        {
            foreach (var table in tables.ByType)
            {
                ofType.Add(table.Type, new CsvFile(Path.Combine(path, table.Name + ".csv"), table.Columns.Select(static column => column.Name)));
            }

            foreach (var record in snapshot.Records())
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var fact in record.Facts)
                {
                    all.Write(tables.All.Select(column => column.Value(record, fact)));
                    ofType[fact.Type].Write(ofTable[fact.Type].Columns.Select(column => column.Value(record, fact)));
                }
            }

            using var corrections = new CsvFile(Path.Combine(path, CorrectionColumns.Table + ".csv"), CorrectionColumns.All.Select(static column => column.Name));
            foreach (var correction in snapshot.Corrections())
            {
                corrections.Write(CorrectionColumns.Cells(correction));
            }
        }
        finally
        {
            foreach (var file in ofType.Values)
            {
                file.Dispose();
            }
        }
    }

    /// <summary>A cell as it stands in the file.</summary>
    internal static string Cell(ArgumentValue? value) => CsvText.Cell(CellText.Of(value), value is ArgumentValue.Number);

    private sealed class CsvFile : IDisposable
    {
        private readonly StreamWriter _writer;

        public CsvFile(string path, IEnumerable<string> columns)
        {
            _writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 14) { NewLine = CsvText.LineEnd };
            _writer.WriteLine(string.Join(',', columns.Select(static column => CsvText.Cell(column))));
        }

        public void Write(IEnumerable<ArgumentValue?> cells) => _writer.WriteLine(string.Join(',', cells.Select(Cell)));

        public void Dispose() => _writer.Dispose();
    }
}
