namespace NewsExtract.Cli.Tests;

public class ServeCommandTests
{
    [Fact]
    public async Task A_start_that_is_refused_leaves_no_store_behind()
    {
        using var folder = new TemporaryFolder();
        var store = folder.At("news.db");

        var run = await CommandRun.Of("serve", "--store", store, "--urls", "http://0.0.0.0:0");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("NX4401", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
