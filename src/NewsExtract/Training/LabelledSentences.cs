using System.Collections.Immutable;
using System.Text;

namespace NewsExtract.Training;

/// <summary>A sentence of a corpus and its marks: labels of that corpus, spans of <paramref name="Text"/>.</summary>
internal sealed record LabelledSentence(string Text, ImmutableArray<(string Label, TextSpan Span)> Marks);

/// <summary>
/// Reads files of one word or character a line with its tag (CoNLL: B-PER, I-PER; BMES: B-NAME, M-NAME, E-NAME, S-NAME; O for
/// none), sentences parted by an empty line. A first column of numbers, as in CoNLL-U, and lines that begin with # are passed over.
/// </summary>
internal static class LabelledSentences
{
    /// <param name="broken">Told of each sentence whose tags contradict one another, which is left out; without it they are refused.</param>
    /// <exception cref="InvalidDataException">A line without a tag, or tags that contradict one another.</exception>
    public static IEnumerable<LabelledSentence> Read(string path, Action<string>? broken = null)
    {
        var text = new StringBuilder();
        var marks = ImmutableArray.CreateBuilder<(string Label, TextSpan Span)>();
        var number = 0;
        var last = "O";
        string? contradiction = null;
        foreach (var line in File.ReadLines(path).Append(""))
        {
            number++;
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                continue;
            }

            if (string.IsNullOrWhiteSpace(line))
            {
                contradiction ??= text.Length > 0 && !CanFollow(last, "O") ? $"{path}({number}): the sentence ends after {last}, in the middle of a mention" : null;
                if (contradiction is not null)
                {
                    (broken ?? throw new InvalidDataException(contradiction))(contradiction);
                }
                else if (text.Length > 0)
                {
                    yield return new LabelledSentence(text.ToString(), marks.ToImmutable());
                }

                text.Clear();
                marks.Clear();
                (last, contradiction) = ("O", null);
                continue;
            }

            var columns = line.Split(['\t', ' '], StringSplitOptions.RemoveEmptyEntries);
            var first = columns.Length > 2 && columns[0].All(char.IsAsciiDigit) ? 1 : 0;
            if (columns.Length < first + 2)
            {
                throw new InvalidDataException($"{path}({number}): a word and its tag are wanted");
            }

            var (word, tag) = (columns[first], columns[first + 1]);
            if (!CanFollow(last, tag))
            {
                contradiction ??= $"{path}({number}): the tag {tag} of “{word}” can't stand {(text.Length == 0 ? "first in a sentence" : $"after {last}")}";
            }

            last = tag;
            var span = new TextSpan(text.Length, text.Length + word.Length);
            text.Append(word);
            if (tag is ['B' or 'S', '-', ..])
            {
                marks.Add((tag[2..], span));
            }
            else if (tag is [_, '-', ..] && contradiction is null)
            {
                marks[^1] = marks[^1] with { Span = new TextSpan(marks[^1].Span.Start, span.End) };
            }
        }
    }

    /// <summary>Whether a tag may stand after another: what goes on must have begun, as the same label, and after M it must go on.</summary>
    /// <remarks>CoNLL has no tag for an end, so that B and I may be the last of a mention.</remarks>
    private static bool CanFollow(string last, string tag) => tag switch
    {
        ['I' or 'M' or 'E', '-', .. var label] => last is ['B' or 'I' or 'M', '-', .. var begun] && begun == label,
        "O" or ['B' or 'S', '-', _, ..] => last is not ['M', '-', ..],
        _ => false,
    };
}
