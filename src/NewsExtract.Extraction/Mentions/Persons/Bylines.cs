using NewsExtract.Extraction.Mentions.Titles;

namespace NewsExtract.Extraction.Mentions.Persons;

/// <summary>
/// The names that the article's own byline gives, pen names too: where the splitter says that the author stands, each
/// part of two to four characters that is no credit word is a name.
/// </summary>
internal static class Bylines
{
    /// <returns>For each character the length of the name that begins there, 0 where none does.</returns>
    public static int[] Find(ArticleText article, IReadOnlyList<TitleCandidate> titles)
    {
        var lengths = new int[article.Text.Length + 1];
        foreach (var span in article.Article.AuthorSpans)
        {
            Mark(article, span, lengths);
        }

        foreach (var title in titles)
        {
            Array.Clear(lengths, title.Start, title.End - title.Start);
        }

        return lengths;
    }

    private static void Mark(ArticleText article, TextSpan source, int[] lengths)
    {
        var text = article.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsIn(article, source, i) || !IsNamePart(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && IsIn(article, source, i) && (IsNamePart(text[i]) || (text[i] == ' ' && IsWide(article, i) && (i - start == 1 || (i - start == 2 && NameModel.Shared.IsSurname(text, start, out var surname) && surname == 2)))))
            {
                i++;
            }

            var length = i - start;
            var credit = PersonLexicon.NotName.Longest(text, start, out _);
            if (credit == 0 && length is >= 2 and <= 4 && !text.AsSpan(start, length).Contains('·') && !IsOffice(text.AsSpan(start, length)))
            {
                lengths[start] = length;
            }
        }
    }

    // （普外科 李明）, （市科技局 供稿）
    private static bool IsOffice(ReadOnlySpan<char> name) =>
        name is "供稿" or "供图" or "本报" or "本刊" or "报道" or "文图" or "综合" or "整理" or "转载" or "新华社" or "特约"
        || name[^1] is '办'
        || (name.Length > 2 && name[^1] is '科' or '部' or '处' or '室' or '院' or '局' or '委' or '办' or '社' or '报' or '台' or '站' or '厅' or '校' or '系' or '网' or '会');

    private static bool IsIn(ArticleText article, TextSpan source, int position) =>
        article.SourceOffset(position) is var offset && offset != ArticleText.NoSource && source.Contains(offset);

    private static bool IsWide(ArticleText article, int position) => article.Document.Text[article.SourceOffset(position)] == '　';

    private static bool IsNamePart(char character) => character is (>= '\u4e00' and <= '\u9fff') or '·';
}
