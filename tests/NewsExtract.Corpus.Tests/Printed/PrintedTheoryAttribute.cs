using NewsExtract.BulletinPrinter.Fonts;

namespace NewsExtract.Corpus.Tests.Printed;

/// <summary>A test that prints bulletins and so needs Debian's fonts; skipped without, with the packages to install.</summary>
internal sealed class PrintedTheoryAttribute : TheoryAttribute
{
    public PrintedTheoryAttribute() => Skip = FontFace.Missing;
}
