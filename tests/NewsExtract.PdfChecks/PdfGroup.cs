namespace NewsExtract.PdfChecks;

/// <summary>Files of one kind, with the least shares of Han characters that reading must give. A floor of 0 asks nothing.</summary>
/// <param name="Recall">In any order.</param>
/// <param name="Order">In the true order.</param>
internal sealed record PdfGroup(string Name, double Recall, double Order)
{
    public static PdfGroup Natural { get; } = new("layout, natural", 0.99, 0.99);

    /// <summary>Lines drawn row by row over all columns, or in random order.</summary>
    public static PdfGroup Disordered { get; } = new("layout, disordered", 0.99, 0.95);

    public static PdfGroup Vertical { get; } = new("vertical", 0.98, 0.98);

    public static PdfGroup Encodings { get; } = new("encodings", 1, 1);

    /// <summary>Fonts that don't say which characters they show: left to OCR.</summary>
    public static PdfGroup Unreadable { get; } = new("no usable text", 0.98, 0);

    /// <summary>Encrypted with a password, empty, cut off, no PDF at all: each must give a diagnostic.</summary>
    public static PdfGroup Damaged { get; } = new("damaged or locked", 0, 0);

    public static PdfGroup Real { get; } = new("real", 0.99, 0);

    /// <summary>Made to crash or hang readers: nothing but a result or a diagnostic in bounded time.</summary>
    public static PdfGroup Hostile { get; } = new("robust", 0, 0);

    public static IReadOnlyList<PdfGroup> All { get; } = [Natural, Disordered, Vertical, Encodings, Unreadable, Damaged, Real, Hostile];

    public bool WantsDiagnostic => this == Damaged || this == Hostile;

    /// <summary>The folder and the name's scheme (see the README of the files) tell the group.</summary>
    public static PdfGroup Of(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return Path.GetFileName(Path.GetDirectoryName(file)) switch
        {
            "real" => Real,
            "robust" => Hostile,
            _ when name.Contains("_vert", StringComparison.Ordinal) || name.Contains("L5_", StringComparison.Ordinal) || name.EndsWith("-V", StringComparison.Ordinal) => Vertical,
            _ when name.EndsWith("_rand", StringComparison.Ordinal) || name.EndsWith("_row", StringComparison.Ordinal) => Disordered,
            _ when name.StartsWith("syn30", StringComparison.Ordinal) || name.StartsWith("syn31", StringComparison.Ordinal) => Unreadable,
            _ when name.StartsWith("syn35", StringComparison.Ordinal) || name.StartsWith("syn37", StringComparison.Ordinal) => Damaged,
            _ when name.StartsWith("syn2", StringComparison.Ordinal) || name.StartsWith("syn3", StringComparison.Ordinal) => Encodings,
            _ => Natural,
        };
    }
}
