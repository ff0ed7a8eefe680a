using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace NewsExtract.Storage.Export;

/// <summary>
/// A workbook with a sheet for each fact type, and one of corrections. Cells hold text or numbers, never formulas. Where a type has more facts than Excel has
/// rows, they go on in a second sheet.
/// </summary>
internal sealed class XlsxExport : IStoreExport
{
    // Excel's limits: rows of a sheet, characters of a cell, letters of a sheet's name.
    private const int MostRows = 1_048_576;
    private const int MostCharacters = 32_767;
    private const int LongestName = 31;

    private readonly int _mostRows;

    /// <param name="mostRows">Of a sheet, its header among them; for tests.</param>
    public XlsxExport(int mostRows = MostRows) => _mostRows = mostRows;

    public string? FolderOf => null;

    public void Write(StoreSnapshot snapshot, FactTables tables, string path, CancellationToken cancellation)
    {
        using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
        {
            WriteAsync(snapshot, tables, stream, cancellation).GetAwaiter().GetResult();
        }

        ZipTimes.Clear(path);
    }

    /// <summary>Text as a cell takes it: cut, with … in the last place, where it is longer.</summary>
    internal static string Fit(string text)
    {
        if (text.Length <= MostCharacters)
        {
            return text;
        }

        var end = MostCharacters - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    // The library is asynchronous by its signature; the file is written where it is called.
    private async Task WriteAsync(StoreSnapshot snapshot, FactTables tables, Stream stream, CancellationToken cancellation)
    {
        var spreadsheet = await Spreadsheet.CreateNewAsync(stream, new SpreadCheetahOptions { DocumentProperties = null }, cancellation).ConfigureAwait(false);
        await using (spreadsheet.ConfigureAwait(false))
        {
            var bold = spreadsheet.AddStyle(new Style { Font = { Bold = true } });
            foreach (var table in tables.ByType)
            {
                var sheets = 0;
                await StartAsync().ConfigureAwait(false);
                foreach (var record in snapshot.Records(table.Type))
                {
                    cancellation.ThrowIfCancellationRequested();
                    foreach (var fact in record.Facts.Where(fact => fact.Type == table.Type))
                    {
                        if (spreadsheet.NextRowNumber > _mostRows)
                        {
                            await StartAsync().ConfigureAwait(false);
                        }

                        await spreadsheet.AddRowAsync(table.Columns.Select(column => Cell(column.Value(record, fact))).ToArray(), cancellation).ConfigureAwait(false);
                    }
                }

                async ValueTask StartAsync()
                {
                    var ending = ++sheets == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{sheets}");
                    var name = table.Name[..Math.Min(table.Name.Length, LongestName - ending.Length)] + ending;
                    await spreadsheet.StartWorksheetAsync(name, new WorksheetOptions { FrozenRows = 1 }, cancellation).ConfigureAwait(false);
                    await spreadsheet.AddHeaderRowAsync(table.Columns.Select(static column => column.Name).ToArray(), bold, cancellation).ConfigureAwait(false);
                }
            }

            await spreadsheet.StartWorksheetAsync(CorrectionColumns.Table, new WorksheetOptions { FrozenRows = 1 }, cancellation).ConfigureAwait(false);
            await spreadsheet.AddHeaderRowAsync(CorrectionColumns.All.Select(static column => column.Name).ToArray(), bold, cancellation).ConfigureAwait(false);
            foreach (var correction in snapshot.Corrections().Take(_mostRows - 1))
            {
                await spreadsheet.AddRowAsync(CorrectionColumns.Cells(correction).Select(Cell).ToArray(), cancellation).ConfigureAwait(false);
            }

            await spreadsheet.FinishAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static DataCell Cell(ArgumentValue? value) => value switch
    {
        null => default,
        ArgumentValue.Number number => new DataCell(number.Value),
        _ => new DataCell(Fit(CellText.Of(value))),
    };
}
