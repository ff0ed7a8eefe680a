namespace NewsExtract.Storage.Tests.Export;

[Collection(StoreCollection.Name)]
public class PostgreSqlExportTests(StoreDatabases databases)
{
    [Theory]
    [OnPostgreSql]
    public void Both_databases_give_the_same_bytes(StoreKind kind)
    {
        using var file = new ExportedStore();
        using var server = databases.Create(kind);
        ExportedStore.Fill(server.Store);

        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            file.Export(format, $"file-{format}");
            server.Store.Export(format, file.PathOf($"server-{format}"), ExportedStore.Options);

            Assert.Equal(StoreExportTests.Contents(file.PathOf($"file-{format}")), StoreExportTests.Contents(file.PathOf($"server-{format}")));
        }
    }
}
