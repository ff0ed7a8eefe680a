namespace NewsExtract.Storage.Writing;

/// <summary>Rows of one table.</summary>
internal sealed record TableRows(Table Table, IReadOnlyCollection<object?[]> Rows);
