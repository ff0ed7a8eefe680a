using System.IO.Compression;
using System.Security.Cryptography;

namespace NewsExtract.Learning.Models;

/// <summary>The entries of a model file, a ZIP file that has the same bytes for the same entries.</summary>
internal static class ModelArchive
{
    private const long MostBytes = 512 << 20;

    /// <returns>SHA-256, lower-case hexadecimal.</returns>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <param name="name">Of the file, for messages.</param>
    /// <exception cref="ModelFileException">There is no such entry, or another one than <paramref name="hash"/> says.</exception>
    public static byte[] ReadChecked(this ZipArchive archive, string entry, string hash, string name)
    {
        var bytes = archive.ReadEntry(entry, name);
        return Hash(bytes) == hash
            ? bytes
            : throw new ModelFileException($"{name} is damaged: its {entry} is not the one that its manifest names; get the file again");
    }

    /// <exception cref="ModelFileException">There is no such entry, or one that is too long.</exception>
    public static byte[] ReadEntry(this ZipArchive archive, string entry, string name)
    {
        var found = archive.GetEntry(entry) ?? throw new ModelFileException($"{name} is no model: it holds no {entry}");
        if (found.Length > MostBytes)
        {
            throw new ModelFileException($"{name} is no model: its {entry} has {found.Length} bytes");
        }

        var bytes = new byte[found.Length];
        using var stream = found.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static void WriteEntry(this ZipArchive archive, string name, byte[] bytes, CompressionLevel compression = CompressionLevel.Optimal)
    {
        var entry = archive.CreateEntry(name, compression);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the same model, the same bytes
        using var stream = entry.Open();
        stream.Write(bytes);
    }
}
