using System.Collections.Immutable;
using Parquet;
using Parquet.Schema;

namespace NewsExtract.Storage.Export;

/// <summary>A Parquet file for each fact type, and one of corrections. Text, 64-bit numbers and lists of text; all may be null.</summary>
internal sealed class ParquetExport : IStoreExport
{
    // Facts of a type that are held until they are written; a dozen types of some kilobytes a fact.
    private const int RowsInGroup = 4096;

    public string? FolderOf => ".parquet";

    public void Write(StoreSnapshot snapshot, FactTables tables, string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(path);
        using var corrections = new ParquetFile(Path.Combine(path, CorrectionColumns.Table + ".parquet"), CorrectionColumns.All);
        var columns = tables.ByType.ToDictionary(static table => table.Type, static table => table.Columns, StringComparer.Ordinal);
        var files = new Dictionary<string, ParquetFile>(StringComparer.Ordinal);
        try
        {
            foreach (var table in tables.ByType)
            {
                files.Add(table.Type, new ParquetFile(Path.Combine(path, table.Name + ".parquet"), [.. table.Columns.Select(static column => column.Plain)]));
            }

            foreach (var record in snapshot.Records())
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var fact in record.Facts)
                {
                    files[fact.Type].Add([.. columns[fact.Type].Select(column => column.Value(record, fact))]);
                }
            }

            foreach (var correction in snapshot.Corrections())
            {
                corrections.Add(CorrectionColumns.Cells(correction));
            }

            corrections.Finish();
            foreach (var file in files.Values)
            {
                file.Finish();
            }
        }
        finally
        {
            foreach (var file in files.Values)
            {
                file.Dispose();
            }
        }
    }

    // The writer is asynchronous by its signature; files are written where they are called.
    private sealed class ParquetFile : IDisposable
    {
        private readonly FileStream _stream;
        private readonly ParquetWriter _writer;
        private readonly ImmutableArray<ExportColumn> _columns;
        private readonly ImmutableArray<DataField> _fields;
        private readonly List<ArgumentValue?[]> _rows = [];

        public ParquetFile(string path, ImmutableArray<ExportColumn> columns)
        {
            _columns = columns;
            var schema = new ParquetSchema(columns.Select(FieldOf));
            _fields = [.. schema.DataFields];
            _stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            _writer = ParquetWriter.CreateAsync(schema, _stream, new ParquetOptions { CompressionMethod = CompressionMethod.Snappy }).GetAwaiter().GetResult();
        }

        public void Add(ArgumentValue?[] row)
        {
            _rows.Add(row);
            if (_rows.Count == RowsInGroup)
            {
                WriteGroup();
            }
        }

        public void Finish()
        {
            if (_rows.Count > 0)
            {
                WriteGroup();
            }
        }

        public void Dispose()
        {
            _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
            _stream.Dispose();
        }

        private static Field FieldOf(ExportColumn column) => column switch
        {
            { Kind: RoleKind.List } => new ListField(column.Name, new DataField("element", typeof(string), isNullable: true)),
            { IsWhole: true } => new DataField(column.Name, typeof(long), isNullable: true),
            { Kind: RoleKind.Number } => new DataField(column.Name, typeof(double), isNullable: true),
            _ => new DataField(column.Name, typeof(string), isNullable: true),
        };

        private void WriteGroup()
        {
            using var group = _writer.CreateRowGroup();
            for (var i = 0; i < _columns.Length; i++)
            {
                WriteColumn(group, i).GetAwaiter().GetResult();
            }

            group.CompleteValidate();
            _rows.Clear();
        }

        private Task WriteColumn(ParquetRowGroupWriter group, int index)
        {
            var (column, field) = (_columns[index], _fields[index]);
            var values = _rows.Select(row => row[index]);
            return column switch
            {
                { Kind: RoleKind.List } => WriteList(group, field, values),
                { IsWhole: true } => group.WriteAsync<long>(field, values.Select(static value => (long?)NumberOf(value)).ToArray()),
                { Kind: RoleKind.Number } => group.WriteAsync<double>(field, values.Select(static value => (double?)NumberOf(value)).ToArray()),
                _ => group.WriteAsync(field, values.Select(static value => value is null ? null! : CellText.Of(value)).ToArray()),
            };
        }

        private static decimal? NumberOf(ArgumentValue? value) => value is ArgumentValue.Number number ? number.Value : null;

        // Levels as the format has them: an item of a list is defined at the highest, an empty list one below the items, no list at 0;
        // repetition is 0 at the first item of a row and 1 at those behind it.
        private static Task WriteList(ParquetRowGroupWriter group, DataField field, IEnumerable<ArgumentValue?> values)
        {
            var items = new List<ReadOnlyMemory<char>>();
            var definitions = new List<int>();
            var repetitions = new List<int>();
            foreach (var value in values)
            {
                ImmutableArray<string> list = value switch
                {
                    null => [],
                    ArgumentValue.List { Values: var several } => several,
                    _ => [CellText.Of(value)],
                };
                if (list.Length == 0)
                {
                    definitions.Add(value is null ? 0 : 1);
                    repetitions.Add(0);
                }

                for (var i = 0; i < list.Length; i++)
                {
                    items.Add(list[i].AsMemory());
                    definitions.Add(field.MaxDefinitionLevel);
                    repetitions.Add(i == 0 ? 0 : 1);
                }
            }

            return group.WriteAllPartsAsync<ReadOnlyMemory<char>>(field, items.ToArray(), definitions.ToArray(), repetitions.ToArray(), default);
        }
    }
}
