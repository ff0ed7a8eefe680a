using System.Security.Cryptography;

namespace NewsExtract.Cli.Input;

/// <summary>Names a file by what it holds.</summary>
internal static class FileKey
{
    /// <returns>16 hex digits.</returns>
    public static string Of(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..16];
    }
}
