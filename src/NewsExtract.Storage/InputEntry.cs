namespace NewsExtract.Storage;

/// <summary>What became of a path.</summary>
public enum InputStatus
{
    Stored,

    /// <summary>Its bytes are those of another path, which was first.</summary>
    Duplicate,

    /// <summary>It was read to no use; its document's diagnostics say why.</summary>
    Failed,

    /// <summary>Its bytes could not be had.</summary>
    Unreadable,
}

/// <summary>A path that was named, and which document its bytes were.</summary>
/// <param name="Sha256"><c>null</c> when its bytes could not be had.</param>
/// <param name="Bytes"><c>null</c> for a path that is no file.</param>
/// <param name="Modified">When the file last changed, in 100 ns since year 1, UTC; <c>null</c> for a path that is no file.</param>
/// <param name="Problem">Why it is not stored; <c>null</c> when it is.</param>
public sealed record InputEntry(string Path, InputStatus Status, string? Sha256, long? Bytes, long? Modified, Diagnostic? Problem = null);
