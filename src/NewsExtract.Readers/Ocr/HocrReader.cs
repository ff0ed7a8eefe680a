using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsExtract.Readers.Ocr;

/// <summary>Reads tesseract's hOCR with boxes of characters: upright lines, words, characters.</summary>
internal static partial class HocrReader
{
    public static ImmutableArray<OcrLine> Read(ReadOnlySpan<byte> hocr)
    {
        var lines = ImmutableArray.CreateBuilder<OcrLine>();
        var characters = new List<(string Text, int Left, int Right, float Confidence)>();
        (int Left, int Top, int Right, int Bottom)? box = null;
        foreach (Match match in Marks().Matches(Encoding.UTF8.GetString(hocr)))
        {
            if (match.Groups["line"].Success)
            {
                Close();
                box = (Int(match, "l"), Int(match, "t"), Int(match, "r"), Int(match, "b"));
            }
            else if (match.Groups["word"].Success)
            {
                // A blank stands between words that have one; between Han the layout tells by the gap.
                if (characters.Count > 0 && characters[^1].Text[0] < 0x2000)
                {
                    characters.Add((" ", characters[^1].Right, characters[^1].Right, characters[^1].Confidence));
                }
            }
            else
            {
                characters.Add((WebUtility.HtmlDecode(match.Groups["text"].Value), Int(match, "cl"), Int(match, "cr"), float.Parse(match.Groups["conf"].Value, CultureInfo.InvariantCulture) / 100));
            }
        }

        Close();
        return lines.ToImmutable();

        void Close()
        {
            if (box is { } b && b.Right > b.Left && characters.Exists(character => character.Text != " "))
            {
                var width = (float)(b.Right - b.Left);
                lines.Add(new OcrLine(
                    [new(b.Left, b.Top), new(b.Right, b.Top), new(b.Right, b.Bottom), new(b.Left, b.Bottom)],
                    [.. characters.Select(c => new OcrCharacter(c.Text, Math.Clamp((c.Left - b.Left) / width, 0, 1), Math.Clamp((c.Right - b.Left) / width, 0, 1), Math.Clamp(c.Confidence, 0, 1)))],
                    IsVertical: false));
            }

            characters.Clear();
        }
    }

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    // <span class='ocr_line' … title="bbox 437 146 750 189; …">, <span class='ocrx_word' …>, <span class='ocrx_cinfo' title='x_bboxes 437 146 552 189; x_conf 99.5'>通</span>
    [GeneratedRegex("""<span class='(?:(?<line>ocr_(?:line|caption|header|textfloat))'[^>]*?bbox (?<l>\d+) (?<t>\d+) (?<r>\d+) (?<b>\d+)[^>]*>|(?<word>ocrx_word)'|ocrx_cinfo' title='x_bboxes (?<cl>-?\d+) -?\d+ (?<cr>-?\d+) -?\d+; x_conf (?<conf>[\d.]+)'>(?<text>[^<]+)<)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Marks();
}
