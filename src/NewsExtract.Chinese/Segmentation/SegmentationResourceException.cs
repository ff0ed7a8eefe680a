namespace NewsExtract.Chinese.Segmentation;

/// <summary>A dictionary or table that segmentation needs is missing, damaged or malformed; the diagnostic says which and what to do.</summary>
public sealed class SegmentationResourceException(Diagnostic diagnostic, Exception? inner = null) : Exception(diagnostic?.Message, inner)
{
    internal const string Missing = "NX1201";
    internal const string Damaged = "NX1202";
    internal const string MalformedUserDictionary = "NX1203";

    internal SegmentationResourceException(string code, string message, Exception? inner = null)
        : this(new Diagnostic(code, Severity.Error, message), inner)
    {
    }

    public Diagnostic Diagnostic { get; } = diagnostic ?? throw new ArgumentNullException(nameof(diagnostic));
}
