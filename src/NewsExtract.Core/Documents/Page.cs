namespace NewsExtract.Core;

/// <summary>A page of a source: its characters in <see cref="Document.Text"/> and its size in PDF points (1/72 inch).</summary>
public sealed record Page(int Number, TextSpan Span, double Width, double Height);
