using System.IO.Compression;
using System.Text;

namespace NewsExtract.Readers.Tests;

/// <summary>Makes ZIP containers of parts given as text.</summary>
internal static class Packed
{
    public static byte[] Zip(params IEnumerable<(string Name, string Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
