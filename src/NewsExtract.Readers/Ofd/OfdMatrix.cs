namespace NewsExtract.Readers.Ofd;

/// <summary>Maps object space to the page, both in millimetres with the y axis down: x' = ax + cy + e, y' = bx + dy + f.</summary>
internal readonly record struct OfdMatrix(double A, double B, double C, double D, double E, double F)
{
    public static OfdMatrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>How much lengths grow.</summary>
    public double Scale => Math.Sqrt(Math.Abs((A * D) - (B * C)));

    public (double X, double Y) Map(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>This mapping first, then another.</summary>
    public OfdMatrix Then(in OfdMatrix outer) => new(
        (outer.A * A) + (outer.C * B),
        (outer.B * A) + (outer.D * B),
        (outer.A * C) + (outer.C * D),
        (outer.B * C) + (outer.D * D),
        (outer.A * E) + (outer.C * F) + outer.E,
        (outer.B * E) + (outer.D * F) + outer.F);
}
