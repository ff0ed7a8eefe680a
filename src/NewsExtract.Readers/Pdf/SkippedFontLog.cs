using UglyToad.PdfPig.Logging;

namespace NewsExtract.Readers.Pdf;

/// <summary>Hears from the library that it left out text whose font it can't use; it says so nowhere else.</summary>
internal sealed class SkippedFontLog : ILog
{
    public bool HasSkipped { get; private set; }

    public void Reset() => HasSkipped = false;

    public void Debug(string message)
    {
    }

    public void Debug(string message, Exception ex)
    {
    }

    public void Warn(string message) => HasSkipped |= message.StartsWith("Skipping a missing font", StringComparison.Ordinal);

    public void Error(string message)
    {
    }

    public void Error(string message, Exception ex)
    {
    }
}
