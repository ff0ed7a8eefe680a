using System.Collections.Immutable;
using System.Text;

namespace NewsExtract.Training;

/// <summary>A sentence of a corpus and its marks: labels of that corpus, spans of <paramref name="Text"/>.</summary>
internal sealed record LabelledSentence(string Text, ImmutableArray<(string Label, TextSpan Span)> Marks);

/// <summary>
/// Reads files of one word or character a line with its tag (CoNLL: B-PER, I-PER, or BMES: B-NAME, M-NAME, E-NAME), sentences
/// parted by an empty line. A first column of numbers, as in CoNLL-U, and lines that begin with # are passed over.
/// </summary>
internal static class LabelledSentences
{
    /// <exception cref="InvalidDataException">A line without a tag.</exception>
    public static IEnumerable<LabelledSentence> Read(string path)
    {
        var text = new StringBuilder();
        var marks = ImmutableArray.CreateBuilder<(string Label, TextSpan Span)>();
        var number = 0;
        foreach (var line in File.ReadLines(path).Append(""))
        {
            number++;
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                continue;
            }

            if (string.IsNullOrWhiteSpace(line))
            {
                if (text.Length > 0)
                {
                    yield return new LabelledSentence(text.ToString(), marks.ToImmutable());
                }

                text.Clear();
                marks.Clear();
                continue;
            }

            var columns = line.Split(['\t', ' '], StringSplitOptions.RemoveEmptyEntries);
            var first = columns.Length > 2 && columns[0].All(char.IsAsciiDigit) ? 1 : 0;
            if (columns.Length < first + 2)
            {
                throw new InvalidDataException($"{path}({number}): a word and its tag are wanted");
            }

            var (word, tag) = (columns[first], columns[first + 1]);
            var span = new TextSpan(text.Length, text.Length + word.Length);
            text.Append(word);
            if (tag is ['B' or 'S', '-', ..])
            {
                marks.Add((tag[2..], span));
            }
            else if (tag is [_, '-', ..] && marks is [.., var last] && last.Span.End == span.Start && last.Label == tag[2..])
            {
                marks[^1] = (last.Label, new TextSpan(last.Span.Start, span.End));
            }
        }
    }
}
