namespace NewsExtract.Linking.Names;

/// <summary>Where an article is at home: what it means by 省, 市 and 县.</summary>
/// <param name="Confidence">0 when nothing is known.</param>
internal readonly record struct ArticleHome(string? Province, string? City, string? County, double Confidence)
{
    public static ArticleHome Unknown => default;

    public static ArticleHome Of(LinkHome known) => new(known.Province, known.City, known.County, known.Confidence);

    /// <summary>The closest place that is known, counties left aside.</summary>
    public string? Area => City ?? Province;
}
