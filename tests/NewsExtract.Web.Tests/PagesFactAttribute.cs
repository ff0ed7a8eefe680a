namespace NewsExtract.Web.Tests;

/// <summary>Needs the pages; skipped where npm could not make them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PagesFactAttribute : FactAttribute
{
    public PagesFactAttribute() => Skip = Missing;

    /// <summary>Where the pages lie.</summary>
    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Why there are none; <c>null</c> when there are.</summary>
    public static string? Missing { get; } = File.Exists(Path.Combine(Root, "index.html")) ? null : "the pages were not built: npm is not installed, or could not load their packages (scripts/build-pages.sh)";
}

/// <inheritdoc cref="PagesFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PagesTheoryAttribute : TheoryAttribute
{
    public PagesTheoryAttribute() => Skip = PagesFactAttribute.Missing;
}
