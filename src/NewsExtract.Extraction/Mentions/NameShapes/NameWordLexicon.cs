using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.NameShapes;

/// <summary>Reads <c>name-words.lex.txt</c> and gives a word its traits.</summary>
internal static class NameWordLexicon
{
    private const int Inside = 1 << 20;
    private static readonly WordTrie s_words = Load();
    private static readonly WordTrie s_abbreviations = LoadAbbreviations();

    /// <summary>Traits from the word lists and, for words that no list has, from the tokenizer's part of speech.</summary>
    public static WordTraits Traits(ReadOnlySpan<char> word, string? tag)
    {
        var listed = s_words.TryGet(word, out var value) ? value : 0;
        var traits = (WordTraits)(listed & ~Inside) | FromForm(word, (listed & Inside) != 0 && tag is ("t" or "tg") ? "n" : tag);
        if (word.Length > 1 && tag is ("v" or "vn" or "vi" or "vd"))
        {
            traits |= WordTraits.Verb;
        }

        if (word.Length > 1 && (listed & Inside) == 0 && (traits & (WordTraits.Number | WordTraits.Ordinal)) == 0)
        {
            traits |= FromTag(tag);
        }

        if (tag is "i" && word.Length == 4 && (listed & Inside) == 0 && word[2..] is not ("开发" or "管理" or "服务" or "建设" or "保护" or "监督" or "利用" or "合作" or "办公"))
        {
            traits |= WordTraits.Stop;
        }

        return traits;
    }

    private static WordTraits FromForm(ReadOnlySpan<char> word, string? tag)
    {
        var first = word[0];
        if (word is "首届")
        {
            return WordTraits.Ordinal;
        }

        if (first == '第' && word.Length > 1 && IsNumeral(word[1]))
        {
            return WordTraits.Ordinal;
        }

        if (char.IsAsciiDigit(first) || (tag is "m" or "mq" && word.Length > 1) || (IsNumeral(first) && word.Length == 1))
        {
            return WordTraits.Number;
        }

        if (word is "自治区" or "自治州" or "自治县")
        {
            return WordTraits.Level;
        }

        if (word.Length == 1)
        {
            if (first is '省' or '市' or '县' or '区' or '州' or '旗' or '盟')
            {
                return WordTraits.Level;
            }

            if (first is '和' or '与' or '及' or '暨')
            {
                return WordTraits.Conjunction;
            }

            if (char.IsPunctuation(first) || char.IsSymbol(first) || char.IsWhiteSpace(first))
            {
                return WordTraits.Punctuation;
            }

            return WordTraits.Unknown;
        }

        if (char.IsAsciiLetter(first))
        {
            return WordTraits.Unknown;
        }

        return tag switch
        {
            null or "x" or "j" or "nr" or "nrt" or "nrfg" or "nz" or "ns" => WordTraits.Unknown,
            "t" or "tg" => WordTraits.Time,
            _ => WordTraits.None,
        };
    }

    private static WordTraits FromTag(string? tag) => tag switch
    {
        "v" or "vi" or "vq" or "vd" or "d" or "df" or "p" or "c" or "r" or "rr" or "rz" or "u" or "uj" or "ul" or "uz" or "uv" or "ud" or "ug"
            or "y" or "e" or "o" => WordTraits.Stop,
        _ => WordTraits.None,
    };

    public static bool IsNumeral(char character) =>
        char.IsAsciiDigit(character) || character is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '百' or '千' or '万' or '亿' or '〇' or '○' or '零' or '两' or '几';

    /// <summary>Length of the abbreviation at <paramref name="start"/> that the tokenizer may tear apart: 经开, 卫健, 管委会.</summary>
    public static int Abbreviation(ReadOnlySpan<char> text, int start) => s_abbreviations.Longest(text, start, out _);

    private static WordTrie LoadAbbreviations() => new(
        LexiconFile.Read(typeof(NameWordLexicon).Assembly, "Mentions/NameShapes/name-words.lex.txt")
            .Where(entry => entry.Section == "abbreviation")
            .Select(entry => KeyValuePair.Create(entry.Word, 0)));

    private static WordTrie Load()
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in LexiconFile.Read(typeof(NameWordLexicon).Assembly, "Mentions/NameShapes/name-words.lex.txt"))
        {
            var trait = entry.Section switch
            {
                "stop" => (int)WordTraits.Stop,
                "title" => (int)WordTraits.Title,
                "inside" => Inside,
                "joined" => (int)WordTraits.Joined | Inside,
                "generic" => (int)WordTraits.Generic | Inside,
                "plain" => (int)WordTraits.Plain,
                "lead" => (int)WordTraits.Lead | Inside,
                "scope" => (int)WordTraits.Scope,
                "abbreviation" => Inside,
                "national" => (int)WordTraits.National | Inside,
                _ => throw new InvalidDataException($"name-words.lex.txt: section [{entry.Section}] is unknown"),
            };
            words[entry.Word] = words.GetValueOrDefault(entry.Word) | trait;
        }

        return new WordTrie(words);
    }
}
