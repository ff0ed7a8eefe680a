using System.Collections.Immutable;
using System.Text;

namespace NewsExtract.Storage.Export;

/// <summary>
/// <c>facts.csv</c> with all facts and a file for each type (<see cref="CsvText"/>), in UTF-8 with the byte order mark by which Excel
/// knows it.
/// </summary>
internal sealed class CsvExport : IStoreExport
{
    public string? FolderOf => ".csv";

    public void Write(StoreSnapshot snapshot, FactTables tables, string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(path);
        using var all = new CsvFile(Path.Combine(path, "facts.csv"), tables.All);
        var ofType = new Dictionary<string, CsvFile>(StringComparer.Ordinal);
        try
        {
            foreach (var table in tables.ByType)
            {
                ofType.Add(table.Type, new CsvFile(Path.Combine(path, table.Name + ".csv"), table.Columns));
            }

            foreach (var record in snapshot.Records())
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var fact in record.Facts)
                {
                    all.Write(record, fact);
                    ofType[fact.Type].Write(record, fact);
                }
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
        private readonly ImmutableArray<FactColumn> _columns;

        public CsvFile(string path, ImmutableArray<FactColumn> columns)
        {
            _columns = columns;
            _writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 14) { NewLine = CsvText.LineEnd };
            _writer.WriteLine(string.Join(',', columns.Select(static column => CsvText.Cell(column.Name))));
        }

        public void Write(ArticleRecord record, FactRecord fact)
        {
            for (var i = 0; i < _columns.Length; i++)
            {
                if (i > 0)
                {
                    _writer.Write(',');
                }

                _writer.Write(Cell(_columns[i].Value(record, fact)));
            }

            _writer.WriteLine();
        }

        public void Dispose() => _writer.Dispose();
    }
}
