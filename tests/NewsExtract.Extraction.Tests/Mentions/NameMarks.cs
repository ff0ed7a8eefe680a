using System.Collections.Immutable;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Chinese.Segmentation;
using NewsExtract.Extraction.Mentions;
using NewsExtract.Extraction.Mentions.Persons;
using NewsExtract.Extraction.Mentions.Places;
using NewsExtract.Extraction.Mentions.Titles;
using NewsExtract.Extraction.Mentions.Works;

namespace NewsExtract.Extraction.Tests.Mentions;

/// <summary>Runs the name recognizers over a text and writes what they find as <c>{TYPE|surface}</c>, as gold files do.</summary>
internal static class NameMarks
{
    private static readonly SpanTokenizer s_tokenizer = new();

    private static readonly ImmutableArray<IMentionRecognizer> s_recognizers =
        [new PersonRecognizer(), new TitleRecognizer(), new PlaceRecognizer(), new WorkRecognizer()];

    public static string Strip(string marked)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{')
            {
                i = marked.IndexOf('|', i);
            }
            else if (marked[i] != '}')
            {
                text.Append(marked[i]);
            }
        }

        return text.ToString();
    }

    public static string Mark(string source)
    {
        var document = new Document { Id = new string('0', 64), SourceName = "a.txt", Text = source };
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        foreach (var line in source.Split('\n'))
        {
            blocks.Add(new Block(BlockKind.Body, [new TextSpan(start, start + line.Length)]));
            start += line.Length + 1;
        }

        var text = new ArticleTextBuilder().Build(document, new Article { Blocks = blocks.ToImmutable() });
        var tokens = s_tokenizer.Tokenize(text.Text);
        var mentions = MentionOverlapPolicy.Resolve([.. s_recognizers.SelectMany(recognizer => recognizer.Recognize(text, tokens))]);
        var marked = new System.Text.StringBuilder();
        var position = 0;
        foreach (var mention in mentions)
        {
            marked.Append(text.Text.AsSpan(position, mention.Span.Start - position));
            marked.Append('{').Append(mention.Type.Label()).Append('|').Append(mention.Span.Of(text.Text)).Append('}');
            position = mention.Span.End;
        }

        return marked.Append(text.Text.AsSpan(position)).ToString();
    }
}
