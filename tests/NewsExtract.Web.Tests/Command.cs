using System.Diagnostics;

namespace NewsExtract.Web.Tests;

/// <summary>The command in a process of its own.</summary>
internal static class Command
{
    /// <returns>What it wrote to standard output.</returns>
    public static async Task<byte[]> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsextract.dll"), .. arguments]) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }
}
