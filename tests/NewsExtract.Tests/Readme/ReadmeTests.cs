using System.Runtime.CompilerServices;

namespace NewsExtract.Tests.Readme;

/// <summary>Every C# block of these files is a region of Samples.cs.</summary>
public class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/models.md")]
    [InlineData("docs/add-a-fact-type.md")]
    public void Code_blocks_are_the_samples_that_run(string file)
    {
        var samples = ReadRegions(File.ReadAllLines(Beside("Samples.cs"))).ToList();
        var blocks = ReadBlocks(File.ReadAllLines(Path.Combine(Beside(".."), "..", "..", file))).ToList();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(block, samples));
    }

    private static string Beside(string name, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, name);

    private static IEnumerable<string> ReadBlocks(string[] lines)
    {
        List<string>? block = null;
        foreach (var line in lines)
        {
            if (line == "```csharp")
            {
                block = [];
            }
            else if (line == "```" && block is not null)
            {
                yield return string.Join('\n', block);
                block = null;
            }
            else
            {
                block?.Add(line);
            }
        }
    }

    private static IEnumerable<string> ReadRegions(string[] lines)
    {
        List<string>? region = null;
        foreach (var line in lines)
        {
            if (line.TrimStart().StartsWith("#region", StringComparison.Ordinal))
            {
                region = [];
            }
            else if (line.TrimStart().StartsWith("#endregion", StringComparison.Ordinal) && region is not null)
            {
                var indent = region.Where(item => item.Length > 0).Min(item => item.Length - item.TrimStart().Length);
                yield return string.Join('\n', region.Select(item => item.Length > 0 ? item[indent..] : item));
                region = null;
            }
            else
            {
                region?.Add(line);
            }
        }
    }
}
