using System.Reflection;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Chinese.Normalization;

/// <summary>
/// What single characters become in the view, one UTF-16 unit for one: full-width letters and digits, compatibility
/// ideographs and radicals, dashes, dots and quotes of one kind, Traditional to Simplified. Immutable.
/// </summary>
internal sealed class CharacterFolds
{
    private const string ResourceName = "Normalization/character-folds.txt";
    private const int NoPhrase = 0;

    private static readonly Lazy<CharacterFolds> s_default = new(Load);

    private readonly char[] _plain;
    private readonly char[] _traditional;
    private readonly bool[] _isTraditional;
    private readonly Lazy<(WordTrie Trie, string[] Targets)> _phrases;

    private CharacterFolds(char[] plain, char[] traditional, bool[] isTraditional, Func<(WordTrie, string[])> phrases)
    {
        _plain = plain;
        _traditional = traditional;
        _isTraditional = isTraditional;
        _phrases = new Lazy<(WordTrie, string[])>(phrases);
    }

    public static CharacterFolds Default => s_default.Value;

    /// <summary>The fold of any text; characters that Simplified text also uses stay.</summary>
    public char Fold(char character) => _plain[character];

    /// <summary>The fold of Traditional text, where 於 becomes 于 and 後 becomes 后.</summary>
    public char FoldTraditional(char character) => _traditional[character];

    /// <summary>Whether Simplified text never writes this character.</summary>
    public bool IsTraditional(char character) => _isTraditional[character];

    /// <summary>
    /// A phrase of Traditional text in which a character goes another way than alone: 乾隆 stays, 瞭解 becomes 了解.
    /// </summary>
    /// <returns>Length in UTF-16 units, 0 when none starts here; <paramref name="target"/> is as long.</returns>
    public int FindPhrase(ReadOnlySpan<char> text, int start, out string target)
    {
        var (trie, targets) = _phrases.Value;
        var length = trie.Longest(text, start, out var index);
        target = length == NoPhrase ? "" : targets[index];
        return length;
    }

    private static CharacterFolds Load()
    {
        var plain = new char[char.MaxValue + 1];
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = (char)i;
        }

        // ＡＢＣ１２３％ are folded; ，：；（）！？ stay as Chinese punctuation, and ～ marks ranges.
        for (var i = 0xFF01; i <= 0xFF5E; i++)
        {
            if ("！（），：；？～＂＇".IndexOf((char)i) < 0)
            {
                plain[i] = (char)(i - 0xFEE0);
            }
        }

        FoldAll(plain, "‧•・･⋅∙", '·');
        FoldAll(plain, "―─━⸺", '—');
        FoldAll(plain, "〜∼˜", '～');
        FoldAll(plain, "「﹁｢〝", '“');
        FoldAll(plain, "」﹂｣〞", '”');
        FoldAll(plain, "『﹃", '‘');
        FoldAll(plain, "』﹄", '’');
        FoldAll(plain, "﹐", '，');
        FoldAll(plain, "﹕︰", '：');
        FoldAll(plain, "﹔", '；');
        FoldAll(plain, "｡", '。');
        FoldAll(plain, "､", '、');
        FoldAll(plain, "〈﹤", '〈');
        plain['￥'] = '¥';

        var isTraditional = new bool[char.MaxValue + 1];
        var shared = new List<(char From, char To)>();
        var phrases = new List<(string From, string To)>();
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourceName)
            ?? throw new InvalidDataException($"{ResourceName} is not embedded");
        using var reader = new StreamReader(stream);
        var section = "";
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == '[')
            {
                section = line[1..^1];
            }
            else if (section == "phrase")
            {
                foreach (var item in line.Split(' '))
                {
                    var equals = item.IndexOf('=');
                    phrases.Add((item[..equals], item[(equals + 1)..]));
                }
            }
            else
            {
                for (var i = 0; i + 1 < line.Length; i += 3)
                {
                    var (from, to) = (line[i], line[i + 1]);
                    switch (section)
                    {
                        case "variant":
                            plain[from] = to;
                            break;
                        case "traditional":
                            plain[from] = to;
                            isTraditional[from] = true;
                            break;
                        case "shared":
                            shared.Add((from, to));
                            break;
                        default:
                            throw new InvalidDataException($"{ResourceName}:{number}: unknown section [{section}]");
                    }
                }
            }
        }

        var traditional = (char[])plain.Clone();
        foreach (var (from, to) in shared)
        {
            traditional[from] = to;
        }

        return new CharacterFolds(plain, traditional, isTraditional, () =>
            (new WordTrie(phrases.Select((phrase, index) => KeyValuePair.Create(phrase.From, index))), [.. phrases.Select(phrase => phrase.To)]));
    }

    private static void FoldAll(char[] table, string characters, char target)
    {
        foreach (var character in characters)
        {
            table[character] = target;
        }
    }
}
