using System.Collections.Immutable;

namespace NewsExtract.Training;

/// <summary>Takes every line for a paragraph of one article: sentences of a corpus, and examples of rules, have no headline.</summary>
internal sealed class LineSplitter : IArticleSplitter
{
    public ImmutableArray<Article> Split(Document document, CancellationToken cancellation = default)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        foreach (var line in document.Text.Split('\n'))
        {
            if (line.Length > 0)
            {
                blocks.Add(new Block(BlockKind.Body, [new TextSpan(start, start + line.Length)]));
            }

            start += line.Length + 1;
        }

        return [new Article { Blocks = blocks.ToImmutable(), PublicationDate = document.Date }];
    }
}
