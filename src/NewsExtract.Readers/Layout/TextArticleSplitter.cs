using System.Collections.Immutable;

namespace NewsExtract.Readers.Layout;

/// <summary>Finds articles in plain text.</summary>
public sealed class TextArticleSplitter : IArticleSplitter
{
    public ImmutableArray<Article> Split(Document document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        while (start < document.Text.Length)
        {
            var end = document.Text.IndexOf('\n', start);
            end = end < 0 ? document.Text.Length : end;
            if (end > start)
            {
                var kind = blocks.Count == 0 ? BlockKind.Headline : BlockKind.Body;
                blocks.Add(new Block(kind, [new TextSpan(start, end)]));
            }

            start = end + 1;
        }

        return [new Article { Blocks = blocks.ToImmutable(), PublicationDate = document.Date }];
    }
}
