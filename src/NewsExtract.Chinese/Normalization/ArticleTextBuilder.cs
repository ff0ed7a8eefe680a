using System.Buffers;
using System.Collections.Immutable;

namespace NewsExtract.Chinese.Normalization;

/// <summary>
/// Builds the view of an article that matching runs on. Characters fold one for one (<see cref="CharacterFolds"/>);
/// what stands for nothing is dropped; blanks become one, and none where they only spread a word out; a line break
/// joins without a blank but between Latin letters. Safe for concurrent use.
/// </summary>
public sealed class ArticleTextBuilder : IArticleTextBuilder
{
    // Below this many characters that only Traditional text writes, a name such as 朱鎔基 may account for them.
    private const int TraditionalFloor = 4;

    /// <inheritdoc/>
    public ArticleText Build(Document document, Article article)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(article);
        var source = document.Text;
        var capacity = article.Blocks.Length;
        foreach (var block in article.Blocks)
        {
            foreach (var piece in block.Pieces)
            {
                capacity += piece.Length + 1;
            }
        }

        var view = new ViewBuffer(capacity);
        var isTraditional = IsTraditional(source, article);
        var blocks = ImmutableArray.CreateBuilder<BlockSpan>(article.Blocks.Length);
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var block in article.Blocks)
        {
            if (blocks.Count > 0)
            {
                view.Add('\n', ArticleText.NoSource);
            }

            var start = view.Length;
            Append(source, block, isTraditional, view);
            var span = new TextSpan(start, view.Length);
            SentenceSplitter.Split(view.Text, span, blocks.Count, sentences);
            blocks.Add(new BlockSpan(block.Kind, span));
        }

        return new ArticleText(document, article, view.Text.ToString(), view.Offsets.ToArray(), blocks.DrainToImmutable(), sentences.DrainToImmutable());
    }

    private static bool IsTraditional(string source, Article article)
    {
        var folds = CharacterFolds.Default;
        int traditional = 0, han = 0;
        foreach (var block in article.Blocks)
        {
            foreach (var piece in block.Pieces)
            {
                foreach (var character in piece.Of(source))
                {
                    han += Characters.IsHan(character) ? 1 : 0;
                    traditional += folds.IsTraditional(character) ? 1 : 0;
                }
            }
        }

        // About a third of running Traditional text is written otherwise in Simplified.
        return traditional >= TraditionalFloor && traditional * 20 >= han;
    }

    private static void Append(string source, Block block, bool isTraditional, ViewBuffer view)
    {
        var start = view.Length;
        var spread = IsSpreadOut(source, block);
        var pending = Gap.None;
        var blankOffset = 0;
        foreach (var piece in block.Pieces)
        {
            for (var i = piece.Start; i < piece.End; i++)
            {
                var character = source[i];
                if (Characters.IsLineEnd(character))
                {
                    pending = Gap.LineBreak;
                }
                else if (Characters.IsBlank(character))
                {
                    // An indent after a line break says no more than the break.
                    if (pending == Gap.None)
                    {
                        pending = Gap.Blank;
                        blankOffset = i;
                    }
                }
                else if (!Characters.IsInvisible(character))
                {
                    if (pending != Gap.None && view.Length > start)
                    {
                        AppendGap(view, pending, blankOffset, character, spread);
                    }

                    pending = Gap.None;
                    view.Add(character, i);
                }
            }

            pending = pending == Gap.None ? Gap.LineBreak : pending;
        }

        DropNamePadding(view, start, source);
        ViewFolding.Fold(view.Writable(start), isTraditional);
    }

    private static void AppendGap(ViewBuffer view, Gap gap, int blankOffset, char next, bool spread)
    {
        var last = view.Last;
        if (gap == Gap.LineBreak)
        {
            // "New / York" needs its blank back; 投资 / 项目 and 12 / 00万元 were one word or number.
            if (Characters.IsLatin(last) && Characters.IsLatin(next) && !(char.IsDigit(last) && char.IsDigit(next)))
            {
                view.Add(' ', ArticleText.NoSource);
            }
        }
        else if (!(spread && (Characters.IsHan(last) || Characters.IsHan(next))))
        {
            view.Add(' ', blankOffset);
        }
    }

    // 全 省 开 发 区 共 签 约: a PDF that spaces its letters. Names in a row (李明 王强) have far fewer blanks.
    private static bool IsSpreadOut(string source, Block block)
    {
        int han = 0, gaps = 0;
        var last = '\0';
        var blank = false;
        foreach (var piece in block.Pieces)
        {
            foreach (var character in piece.Of(source))
            {
                if (Characters.IsBlank(character))
                {
                    blank = true;
                    continue;
                }

                if (Characters.IsHan(character))
                {
                    han++;
                    gaps += blank && Characters.IsHan(last) ? 1 : 0;
                }

                blank = false;
                last = character;
            }
        }

        return han >= 3 && gaps * 3 >= han * 2;
    }

    // 记者 王　波: one full-width blank evens out a name of two characters; 安 岭 晚 报: a run of single characters.
    private static void DropNamePadding(ViewBuffer view, int start, string source)
    {
        var text = view.Text;
        var drop = new List<int>();
        for (var i = start; i < text.Length; i++)
        {
            if (!IsLoneHan(text, start, i))
            {
                continue;
            }

            var end = i;
            while (end + 2 < text.Length && text[end + 1] == ' ' && IsLoneHan(text, start, end + 2))
            {
                end += 2;
            }

            var isName = end == i + 2 && view.Offsets[i + 1] != ArticleText.NoSource && source[view.Offsets[i + 1]] == '　';
            if (end >= i + 4 || isName)
            {
                for (var blank = i + 1; blank < end; blank += 2)
                {
                    drop.Add(blank);
                }
            }

            i = end;
        }

        view.Remove(drop);
    }

    private static bool IsLoneHan(ReadOnlySpan<char> text, int start, int position) =>
        Characters.IsHan(text[position]) && !char.IsSurrogate(text[position])
        && (position == start || !Characters.IsHan(text[position - 1]))
        && (position + 1 == text.Length || !Characters.IsHan(text[position + 1]));

    private enum Gap
    {
        None,
        LineBreak,
        Blank,
    }
}
