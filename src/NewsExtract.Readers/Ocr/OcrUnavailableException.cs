namespace NewsExtract.Readers.Ocr;

/// <summary>An OCR engine can't work on this machine: its models, its program or a library are missing.</summary>
public sealed class OcrUnavailableException : Exception
{
    /// <param name="diagnostic">What is missing and which command brings it.</param>
    public OcrUnavailableException(Diagnostic diagnostic, Exception? inner = null)
        : base(diagnostic?.Message, inner)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        Diagnostic = diagnostic;
    }

    public Diagnostic Diagnostic { get; }
}
