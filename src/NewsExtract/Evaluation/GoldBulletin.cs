using System.Collections.Immutable;
using System.Text.Json;

namespace NewsExtract.Evaluation;

/// <summary>What a person marked in one article.</summary>
internal sealed record GoldArticle(string? Headline, string? Author, ImmutableArray<string> Paragraphs, ImmutableArray<ScoredFact> Facts);

/// <summary>A bulletin with gold marks: NAME.txt, NAME.ann and, unless only mentions were marked, NAME.json.</summary>
/// <param name="Articles"><c>null</c> when only mentions were marked.</param>
internal sealed record GoldBulletin(string Name, string TextPath, ImmutableArray<GoldMark> Marks, string Text, ImmutableArray<GoldArticle>? Articles)
{
    /// <summary>The .ann files below a folder, in ordinal order of their paths.</summary>
    public static IEnumerable<string> Find(string folder) =>
        Directory.EnumerateFiles(folder, "*.ann", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">A bad mark or value.</exception>
    /// <exception cref="JsonException">NAME.json is no JSON.</exception>
    public static GoldBulletin Load(string annotationPath)
    {
        var (marks, text) = GoldMarks.Parse(File.ReadAllText(annotationPath));
        var jsonPath = Path.ChangeExtension(annotationPath, ".json");
        return new GoldBulletin(
            Path.GetFileNameWithoutExtension(annotationPath),
            Path.ChangeExtension(annotationPath, ".txt"),
            marks,
            text,
            File.Exists(jsonPath) ? ReadArticles(File.ReadAllBytes(jsonPath)) : null);
    }

    private static ImmutableArray<GoldArticle> ReadArticles(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.GetProperty("articles").EnumerateArray().Select(article => new GoldArticle(
                article.TryGetProperty("headline", out var headline) ? headline.GetString() : null,
                article.TryGetProperty("author", out var author) ? author.GetString() : null,
                article.TryGetProperty("paragraphs", out var paragraphs) ? [.. paragraphs.EnumerateArray().Select(item => item.GetString()!)] : [],
                article.TryGetProperty("facts", out var facts) ? [.. facts.EnumerateArray().Select(ScoredFact.Of)] : [])),
        ];
    }
}
