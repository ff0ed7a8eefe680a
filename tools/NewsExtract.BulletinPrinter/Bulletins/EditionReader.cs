using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsExtract.BulletinPrinter.Bulletins;

/// <summary>
/// Takes what is printed from the gold articles of a bulletin: headlines and paragraphs whole, wherever the text cuts or moves
/// them. Lines of the text that are neither (bylines, captions, editors, running heads) are printed in the article where they
/// stand, and so are paragraphs that the text scatters too far, after those that it has in order; page numbers are not, since the printed page has its own.
/// </summary>
internal static partial class EditionReader
{
    /// <summary>NAME.txt of the bulletins below a folder that have gold articles, in ordinal order.</summary>
    public static IEnumerable<string> Find(string folder) => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => Path.ChangeExtension(path, ".txt"));

    public static Edition Read(string textPath)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.ChangeExtension(textPath, ".json")));
        var articles = json.RootElement.GetProperty("articles").EnumerateArray().Select(element => new Draft(element)).ToList();
        string? runningHead = null;
        var current = -1;
        foreach (var line in File.ReadLines(textPath).Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var squeezed = Squeeze(line);
            var owner = articles.FindIndex(Math.Max(current, 0), article => article.TakeHead(squeezed) || article.TakeBody(squeezed));
            if (owner >= 0)
            {
                current = owner;
            }
            else if (PageNumber().IsMatch(squeezed))
            {
                continue;
            }
            else if (articles.Exists(article => article.HasPiece(squeezed)))
            {
                continue;
            }
            else if (current < 0 || squeezed == Squeeze(runningHead))
            {
                runningHead = runningHead is null || squeezed == Squeeze(runningHead) ? line : $"{runningHead}　{line}";
            }
            else if (Dated().IsMatch(line) && articles[current].IsEnded)
            {
                continue;
            }
            else
            {
                articles[current].TakeOther(line, squeezed);
            }
        }

        return new Edition(Path.GetFileNameWithoutExtension(textPath), runningHead, [.. articles.Select(article => article.ToArticle())]);
    }

    internal static string Squeeze(string? text) => string.Concat((text ?? "").Where(character => !char.IsWhiteSpace(character))).TrimStart('—');

    // "- 3 -", "— ０１ —", "02"
    [GeneratedRegex(@"^[-—–·\s]*[0-9０-９]{1,3}[-—–·\s]*$")]
    private static partial Regex PageNumber();

    // "江州日报　第03版　2023年9月28日"
    [GeneratedRegex(@"第\s*[0-9]+\s*版.*[0-9]{4}年")]
    private static partial Regex Dated();

    // "责任编辑：张三", "▶相关报道见第3版"
    [GeneratedRegex(@"^(责任编辑|责编|编辑|美编|[▶►■]|（?下转|相关报道)")]
    private static partial Regex Tail();

    /// <summary>An article whose lines are being found.</summary>
    private sealed class Draft(JsonElement gold)
    {
        private readonly ImmutableArray<string> _paragraphs = gold.TryGetProperty("paragraphs", out var items) ? [.. items.EnumerateArray().Select(item => item.GetString()!)] : [];
        private readonly List<BodyBlock> _body = [];
        private string _begun = "";
        private string? _byline;
        private int _next;

        /// <summary>All of its paragraphs were found.</summary>
        public bool IsEnded => _next == _paragraphs.Length;

        private string? this[string field] => gold.TryGetProperty(field, out var value) ? value.GetString() : null;

        public bool TakeHead(string squeezed) => squeezed == Squeeze(this["headline"]) || squeezed == Squeeze(this["kicker"]) || squeezed == Squeeze(this["subhead"]);

        public bool TakeBody(string squeezed)
        {
            if (IsEnded || squeezed.Length == 0)
            {
                return false;
            }

            var whole = Squeeze(_paragraphs[_next].TrimStart('#', ' '));
            if (!whole.StartsWith(_begun + squeezed, StringComparison.Ordinal))
            {
                return false;
            }

            _begun += squeezed;
            if (_begun.Length == whole.Length)
            {
                AddNext();
            }

            return true;
        }

        /// <summary>A line that is part of a paragraph, out of its order.</summary>
        public bool HasPiece(string squeezed) => squeezed.Length >= 6 && _paragraphs.Any(paragraph => Squeeze(paragraph).Contains(squeezed, StringComparison.Ordinal));

        public void TakeOther(string line, string squeezed)
        {
            if (Tail().IsMatch(squeezed))
            {
                _body.Add(new BodyBlock(BodyKind.Tail, line));
            }
            else if (_byline is null && _next == 0 && _begun.Length == 0 && IsByline(squeezed))
            {
                _byline = line;
            }
            else
            {
                _body.Add(new BodyBlock(BodyKind.Caption, Blanks().Replace(line, "　")));
            }
        }

        public PrintedArticle ToArticle()
        {
            while (!IsEnded)
            {
                AddNext();
            }

            return new PrintedArticle(this["headline"] ?? "")
            {
                Kicker = this["kicker"],
                Subhead = this["subhead"],
                Byline = _byline,
                Body = [.. _body],
            };
        }

        private void AddNext()
        {
            var text = _paragraphs[_next].Trim();
            _body.Add(new BodyBlock(text[0] == '#' ? BodyKind.Section : text.Contains("　　", StringComparison.Ordinal) ? BodyKind.Row : BodyKind.Paragraph, text.TrimStart('#', ' ')));
            (_begun, _next) = ("", _next + 1);
        }

        private bool IsByline(string squeezed) =>
            squeezed.Length < 40 && ((this["author"] is { } author && squeezed.Contains(Squeeze(author.Split(' ')[0]), StringComparison.Ordinal)) || (this["source"] is { } source && squeezed.Contains(Squeeze(source), StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"[　 ]{2,}")]
    private static partial Regex Blanks();
}
