using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Fonts;

namespace NewsExtract.Readers.Pdf;

/// <summary>
/// The exceptions that the library throws at damaged or hostile files. It has one of its own and lets those of the platform through,
/// for it follows what the file says; anything else is a defect and is not caught.
/// </summary>
internal static class PdfFailures
{
    public static bool IsReadFailure(Exception exception) => exception is PdfDocumentFormatException or PdfDocumentEncryptedException or PdfDocumentStackDepthException
        or InvalidFontFormatException or CorruptCompressedDataException
        or InvalidOperationException or ArgumentException or FormatException or IOException or InvalidDataException or NotSupportedException
        or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or InvalidCastException or ArithmeticException
        or InsufficientExecutionStackException or NotImplementedException or OutOfMemoryException or System.Security.Cryptography.CryptographicException;
}
