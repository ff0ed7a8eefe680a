using System.Collections.Immutable;
using NewsExtract.Chinese.Segmentation;

namespace NewsExtract.Extraction.Tests.Mentions;

/// <summary>Runs one recognizer over a text of one block.</summary>
internal static class NameSamples
{
    private static readonly SpanTokenizer s_tokenizer = new();

    /// <summary>The surfaces found, without those that a longer one holds, by position and parted by <c>|</c>.</summary>
    public static string Find(IMentionRecognizer recognizer, string text)
    {
        var span = new TextSpan(0, text.Length);
        var document = new Document { Id = "sample", SourceName = "sample.txt", Text = text, Encoding = "utf-8" };
        var article = new Article { Blocks = [new Block(BlockKind.Body, [span])] };
        var view = new ArticleText(document, article, text, [.. Enumerable.Range(0, text.Length)], [new BlockSpan(BlockKind.Body, span)], [new Sentence(span, 0)]);
        var mentions = recognizer.Recognize(view, s_tokenizer.Tokenize(text));
        return string.Join('|', Extraction.Mentions.MentionOverlapPolicy.Resolve(mentions).Select(mention => view.Surface(mention.Span)));
    }
}
