using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsExtract.Storage;

/// <summary>
/// Ids out of content: 63 bits of a SHA-256. Among ten million documents the chance that two share an id is one in 180,000; the
/// database then refuses the second (NX3006) instead of mixing them.
/// </summary>
internal static class StoreKeys
{
    /// <param name="sha256">64 hex digits.</param>
    public static long Document(string sha256) => First63Bits(Convert.FromHexString(sha256));

    /// <param name="index">0-based place in the document.</param>
    public static long Article(string sha256, int index) =>
        First63Bits(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{sha256}/{index}"))));

    /// <summary>The subject of a worker's presence; negative, as no document's is.</summary>
    public static long Worker(string name) => First63Bits(SHA256.HashData(Encoding.UTF8.GetBytes(name))) | long.MinValue;

    /// <summary>The subject of what is made of the whole store.</summary>
    public const long Steps = -2;

    /// <summary>The subject of runs, and of paths that can't be read: it is free while the whole store is held for hours.</summary>
    public const long Runs = -3;

    private static long First63Bits(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadInt64BigEndian(hash) & long.MaxValue;
}
