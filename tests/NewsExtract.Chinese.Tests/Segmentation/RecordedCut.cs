using System.Security.Cryptography;
using System.Text;

namespace NewsExtract.Chinese.Tests.Segmentation;

/// <summary>A text and how the original jieba cut it; see record_jieba.py for the format.</summary>
public sealed record RecordedCut(string Name, string Text, int[] Ends)
{
    private static readonly string Root = FindRoot();

    public static IEnumerable<RecordedCut> ReadAll(string recording)
    {
        foreach (var line in File.ReadLines(Path.Combine(Root, "tests/NewsExtract.Chinese.Tests/Segmentation", recording)).Where(line => line[0] != '#'))
        {
            var fields = line.Split('\t');
            var bytes = File.ReadAllBytes(Path.Combine(Root, fields[0]));
            Assert.True(fields[1] == Convert.ToHexStringLower(SHA256.HashData(bytes)), $"{fields[0]} has changed: run record_jieba.py again");
            yield return new RecordedCut(fields[0], Encoding.UTF8.GetString(bytes), [.. ReadEnds(fields[2])]);
        }
    }

    private static IEnumerable<int> ReadEnds(string lengths)
    {
        var end = 0;
        for (var i = 0; i < lengths.Length; i++)
        {
            var from = i;
            if (lengths[i] == '(')
            {
                i = lengths.IndexOf(')', i);
                from++;
            }

            end += int.Parse(lengths.AsSpan(from, Math.Max(i - from, 1)), null);
            yield return end;
        }
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "NewsExtract.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("NewsExtract.sln isn't above the tests");
    }
}
