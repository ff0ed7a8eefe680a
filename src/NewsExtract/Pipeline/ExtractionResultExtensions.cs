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
        using var buffer = new MemoryStream();
        result.WriteJsonLines(buffer);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>Writes what <see cref="ToJsonLines"/> gives as UTF-8, holding one record at a time.</summary>
    public static void WriteJsonLines(this ExtractionResult result, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var article in result.Articles)
        {
            RecordJson.Serialize(output, RecordBuilder.Build(article, NewsPipeline.Generator));
            output.WriteByte((byte)'\n');
        }
    }
}
