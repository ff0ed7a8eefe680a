namespace NewsExtract.Onnx;

/// <summary>A model that can't be used: <see cref="Diagnostic"/> has the code (NX2012 to NX2016) and says what to do.</summary>
public sealed class OnnxModelException : Exception
{
    internal OnnxModelException(string code, string message, Exception? inner = null)
        : base(message, inner) => Diagnostic = new Diagnostic(code, Severity.Error, message);

    public Diagnostic Diagnostic { get; }
}

/// <summary>docs/diagnostics.md explains each.</summary>
internal static class OnnxDiagnostics
{
    public const string FileMissing = "NX2012";
    public const string NoModel = "NX2013";
    public const string WrongVocabulary = "NX2014";
    public const string WrongLabels = "NX2015";
    public const string UnknownLabel = "NX2016";
}
