using System.Collections.Immutable;
using System.Text;

namespace NewsExtract;

/// <summary>Results as records.</summary>
public static class ExtractionResultExtensions
{
    /// <summary>One record an article, in order; empty for a source that could not be read.</summary>
    public static ImmutableArray<ArticleRecord> ToRecords(this ExtractionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Articles.Select(article => RecordBuilder.Build(article, NewsPipeline.Generator))];
    }

    /// <summary>The records as JSON, one line each, every line ended by '\n'.</summary>
    public static string ToJsonLines(this ExtractionResult result)
    {
        var builder = new StringBuilder();
        foreach (var record in result.ToRecords())
        {
            builder.Append(RecordJson.Serialize(record)).Append('\n');
        }

        return builder.ToString();
    }
}
