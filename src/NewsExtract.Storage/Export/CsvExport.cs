using System.Collections.Immutable;
using System.Text;

namespace NewsExtract.Storage.Export;

/// <summary>
/// <c>facts.csv</c> with all facts and a file for each type: RFC 4180, UTF-8 with the byte order mark by which Excel knows it. Text that
/// a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection); numbers stay as they are.
/// </summary>
internal sealed class CsvExport : IStoreExport
{
    // The wide ones because Excel takes ＝ for = where it reads Chinese or Japanese.
    private const string FormulaSigns = "=+-@\t\r\n＝＋－＠";

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
    internal static string Cell(ArgumentValue? value)
    {
        var text = CellText.Of(value);
        if (value is ArgumentValue.Number)
        {
            return text;
        }

        if (text.Length > 0 && FormulaSigns.Contains(text[0], StringComparison.Ordinal))
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private sealed class CsvFile : IDisposable
    {
        private readonly StreamWriter _writer;
        private readonly ImmutableArray<FactColumn> _columns;

        public CsvFile(string path, ImmutableArray<FactColumn> columns)
        {
            _columns = columns;
            _writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 14) { NewLine = "\r\n" };
            _writer.WriteLine(string.Join(',', columns.Select(static column => Cell(new ArgumentValue.Text(column.Name)))));
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
