using System.Globalization;
using System.Security.Cryptography;

namespace NewsExtract.Batch.Work;

/// <summary>Which process does something: <c>host:1234:9f02c1d4</c>.</summary>
public sealed record WorkerIdentity(string Name)
{
    /// <summary>Of this process; never given twice, since the number of a process that ended is given to another.</summary>
    public static WorkerIdentity Create() => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.MachineName}:{Environment.ProcessId}:{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}"));
}
