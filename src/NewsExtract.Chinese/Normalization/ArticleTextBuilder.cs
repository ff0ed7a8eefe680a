using System.Collections.Immutable;
using System.Text;

namespace NewsExtract.Chinese.Normalization;

/// <summary>Builds the view of an article that matching runs on.</summary>
public sealed class ArticleTextBuilder : IArticleTextBuilder
{
    public ArticleText Build(Document document, Article article)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(article);
        var text = new StringBuilder();
        var offsets = new List<int>();
        var blocks = ImmutableArray.CreateBuilder<BlockSpan>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var block in article.Blocks)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
                offsets.Add(ArticleText.NoSource);
            }

            var start = text.Length;
            foreach (var piece in block.Pieces)
            {
                for (var i = piece.Start; i < piece.End; i++)
                {
                    text.Append(document.Text[i]);
                    offsets.Add(i);
                }
            }

            var sentence = start;
            for (var i = start; i < text.Length; i++)
            {
                if (text[i] is '。' or '！' or '？')
                {
                    while (i + 1 < text.Length && text[i + 1] is '”' or '’' or '」' or '）')
                    {
                        i++;
                    }

                    sentences.Add(new Sentence(new TextSpan(sentence, i + 1), blocks.Count));
                    sentence = i + 1;
                }
            }

            if (sentence < text.Length)
            {
                sentences.Add(new Sentence(new TextSpan(sentence, text.Length), blocks.Count));
            }

            blocks.Add(new BlockSpan(block.Kind, new TextSpan(start, text.Length)));
        }

        return new ArticleText(document, article, text.ToString(), [.. offsets], blocks.ToImmutable(), sentences.ToImmutable());
    }
}
