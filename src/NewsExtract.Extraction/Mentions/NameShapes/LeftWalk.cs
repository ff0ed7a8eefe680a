namespace NewsExtract.Extraction.Mentions.NameShapes;

/// <summary>What a walk may cross.</summary>
[Flags]
internal enum Crossing
{
    None = 0,

    /// <summary>Numbers and their units: 年产8万吨石英砂项目.</summary>
    Numbers = 1,

    /// <summary>第二, 第十五届.</summary>
    Ordinals = 2,

    /// <summary>2023年, 一季度.</summary>
    Times = 4,

    /// <summary>A quoted part: “百日攻坚”活动.</summary>
    Quotes = 8,

    /// <summary>和, 与, 及 between any two words that are not stops.</summary>
    AnyConjunction = 16,

    /// <summary>至, — between places: 张北至胜利.</summary>
    Routes = 32,

    /// <summary>省, 市, 县 without a name before it.</summary>
    Levels = 64,

    /// <summary>A place that stands after other words: 泓岳大同基地.</summary>
    InnerPlaces = 128,

    /// <summary>公司 and other words that end the name of a firm.</summary>
    Bodies = 256,

    /// <summary>全省, 全国.</summary>
    Scopes = 512,

    /// <summary>开发区 and other words that end the name of a zone.</summary>
    Zones = 1024,

    /// <summary>A person, where no place, level or state stands after: 叶松年|青年育种基金.</summary>
    Persons = 2048,
}

/// <summary>Where a walk ended and what it crossed.</summary>
/// <param name="Start">First character of the name; the suffix's own start when nothing before it belongs to the name.</param>
internal readonly record struct WalkResult(int Start, WordTraits Seen, int Specific);

/// <summary>
/// Finds the left edge of a name whose suffix is known: goes left from word to word until one that no name contains.
/// Bounded by <see cref="Limit"/> characters, so a text costs linear time.
/// </summary>
internal static class LeftWalk
{
    public const int Limit = 40;

    public static WalkResult From(NameWords words, int suffixStart, Crossing crossing)
    {
        var text = words.Text;
        var start = suffixStart;
        var seen = WordTraits.None;
        var specific = 0;
        var word = words.WordAt(suffixStart);
        if (words.StartsWord(suffixStart))
        {
            word--;
        }

        var lastPlace = -1;
        while (word >= 0)
        {
            var span = words.Span(word);
            if (suffixStart - span.Start > Limit)
            {
                break;
            }

            var traits = words.Traits(word);
            if (lastPlace >= 0 && (crossing & Crossing.InnerPlaces) == 0 && (traits & WordTraits.Place) == 0 && !MayPrecedePlace(words, word, crossing))
            {
                break;
            }

            if ((traits & WordTraits.Place) == 0)
            {
                lastPlace = -1;
            }

            if ((traits & WordTraits.Punctuation) != 0)
            {
                var open = Bracket(words, word, start, crossing);
                if (open < 0)
                {
                    break;
                }

                start = words.Span(open).Start;
                seen |= WordTraits.Unknown;
                specific += 2;
                word = open - 1;
                continue;
            }

            if ((traits & WordTraits.Conjunction) != 0)
            {
                if (!Joins(words, word, start, crossing))
                {
                    break;
                }
            }
            else if ((traits & WordTraits.Place) != 0)
            {
                lastPlace = span.Start;
            }
            else if ((traits & WordTraits.Person) != 0)
            {
                if ((crossing & Crossing.Persons) == 0 || (seen & (WordTraits.Place | WordTraits.Level | WordTraits.National)) != 0)
                {
                    break;
                }
            }
            else if (!MayCross(words, word, start, traits, crossing))
            {
                break;
            }

            seen |= traits;
            start = Math.Min(start, span.Start);
            if ((traits & (WordTraits.Generic | WordTraits.Conjunction)) == 0)
            {
                specific++;
            }

            if ((traits & WordTraits.Level) != 0 && (crossing & Crossing.Levels) == 0 && !(word > 0 && MayPrecedeLevel(words.Traits(word - 1))))
            {
                break;
            }

            word--;
        }

        return new WalkResult(start, seen, specific);
    }

    /// <summary>示范|区 and 东乌|旗 go on, 、市 and 任|州 do not.</summary>
    private static bool MayPrecedeLevel(WordTraits traits) =>
        (traits & (WordTraits.Stop | WordTraits.Title | WordTraits.Punctuation | WordTraits.Time | WordTraits.Number | WordTraits.Conjunction)) == 0;

    private static bool MayCross(NameWords words, int word, int start, WordTraits traits, Crossing crossing)
    {
        if ((traits & (WordTraits.Stop | WordTraits.Title)) != 0)
        {
            return (crossing & Crossing.Routes) != 0 && words.Word(word) is "至";
        }

        if ((traits & WordTraits.Ordinal) != 0)
        {
            return (crossing & Crossing.Ordinals) != 0;
        }

        if ((traits & WordTraits.Number) != 0)
        {
            // 中铁|十九|局, 第八师一四三|团.
            return (crossing & Crossing.Numbers) != 0 || IsNumeralOfName(words.Word(word))
                || (NameWordLexicon.IsNumeral(words.Word(word)[0]) && (words.Text[words.Span(word).End] is '局' or '冶' or '农' or '团' or '师'
                    || words.Text.AsSpan(words.Span(word).End).StartsWith("中队", StringComparison.Ordinal) || words.Text.AsSpan(words.Span(word).End).StartsWith("大队", StringComparison.Ordinal)));
        }

        // 27|家, 23|项, 亿|元: a count.
        if (words.Span(word).Length == 1 && words.Word(word)[0] is not ('局' or '冶' or '农' or '团' or '师') && word > 0 && (crossing & Crossing.Numbers) == 0 && words.Has(word - 1, WordTraits.Number) && !IsNumeralOfName(words.Word(word - 1)))
        {
            return false;
        }

        if ((traits & WordTraits.Scope) != 0)
        {
            return (crossing & Crossing.Scopes) != 0;
        }

        if ((traits & WordTraits.Time) != 0)
        {
            return (crossing & Crossing.Times) != 0;
        }

        if (words.Span(word).End > start)
        {
            // The dictionary's word that the suffix ends: 雀巢公司.
            return true;
        }

        return ((crossing & Crossing.Bodies) != 0 || !EndsFirm(words.Word(word))) && ((crossing & Crossing.Zones) != 0 || !ZoneWords.EndsZone(words.Word(word)));
    }

    /// <summary>三|屿, 零|碳: a lone numeral that may open an own name.</summary>
    private static bool IsNumeralOfName(ReadOnlySpan<char> word) => word.Length == 1 && word[0] is '零' or '三' or '九' or '八' or '七' or '六' or '百' or '万' or '千';

    private static bool EndsFirm(ReadOnlySpan<char> word) =>
        word.EndsWith("公司", StringComparison.Ordinal) || word is "株式会社";

    /// <summary>中国科学院|青海, 武警|双鸭山: a word that a name of a body may have before a place.</summary>
    private static bool MayPrecedePlace(NameWords words, int word, Crossing crossing)
    {
        var span = words.Word(word);
        return (words.Traits(word) & WordTraits.National) != 0 || IsStateFirm(words, word) || HasOpening(words, word) || NamePrefixes.IsPrefix(span)
            || (NamePrefixes.IsBodySuffix(span) && ((crossing & Crossing.Bodies) != 0 || !EndsFirm(span)));
    }

    /// <summary>中国外运|长江, 山西泓岳|大同: the state or a place opens the name within two words, after the end of another.</summary>
    private static bool HasOpening(NameWords words, int word)
    {
        for (var i = word; i >= 0 && i > word - 3; i--)
        {
            if (words.Has(i, WordTraits.Stop | WordTraits.Title | WordTraits.Punctuation | WordTraits.Conjunction | WordTraits.Lead | WordTraits.Number | WordTraits.Time | WordTraits.Person))
            {
                return false;
            }

            if (words.Has(i, WordTraits.Place | WordTraits.National))
            {
                return i < word && (i == 0 || words.Has(i - 1, WordTraits.Stop | WordTraits.Punctuation | WordTraits.Title | WordTraits.Lead | WordTraits.Conjunction));
            }
        }

        return false;
    }

    /// <summary>中铝|山西, 国电|大同: short for a firm of the state, after the end of another word.</summary>
    private static bool IsStateFirm(NameWords words, int word)
    {
        var span = words.Span(word);
        var start = span.Length == 2 ? span.Start : span.Length == 1 && word > 0 && words.Span(word - 1).Length == 1 ? span.Start - 1 : -1;
        if (start < 0 || words.Text[start] is not ('中' or '国' or '华'))
        {
            return false;
        }

        var before = words.WordAt(start) - 1;
        return before < 0 || words.Has(before, WordTraits.Stop | WordTraits.Punctuation | WordTraits.Title | WordTraits.Lead);
    }

    /// <summary>和 in 发展和改革, 住房和城乡建设: both neighbours are words of the joined list.</summary>
    private static bool Joins(NameWords words, int word, int start, Crossing crossing)
    {
        if (word == 0)
        {
            return false;
        }

        if ((crossing & Crossing.AnyConjunction) != 0)
        {
            return (words.Traits(word - 1) & (WordTraits.Stop | WordTraits.Title | WordTraits.Punctuation | WordTraits.Place)) == 0;
        }

        // 台|和 in the own name of a firm from 台湾.
        if (word > 1 && words.Span(word - 1).Length == 1 && words.Has(word - 1, WordTraits.Unknown) && words.Has(word - 2, WordTraits.Place))
        {
            return true;
        }

        var right = words.WordAt(start);
        return (words.Traits(word - 1) & WordTraits.Joined) != 0
            && ((words.Traits(right) & WordTraits.Joined) != 0 || NamePrefixes.StartsJoined(words.Text, start));
    }

    /// <summary>The word that opens what the closing mark at <paramref name="word"/> closes; negative when a name can't hold it.</summary>
    private static int Bracket(NameWords words, int word, int start, Crossing crossing)
    {
        var mark = words.Text[words.Span(word).Start];
        if (mark is '—' or '-' or '·' or '/' or '%' or '±' or '.')
        {
            return Links(words, word, mark, crossing) ? word : -1;
        }

        var (opening, reach) = mark switch
        {
            '”' => ('“', 14),
            '」' => ('「', 14),
            '）' or ')' => (mark == ')' ? '(' : '（', 8),
            _ => ('\0', 0),
        };
        if (reach == 0 || ((crossing & Crossing.Quotes) == 0 && mark is '”' or '」' && reach > 8 && (crossing & Crossing.Quotes) == 0))
        {
            return -1;
        }

        for (var i = word - 1; i >= 0; i--)
        {
            var span = words.Span(i);
            var character = words.Text[span.Start];
            if (character == opening)
            {
                // A bracket opens no name.
                return mark is '）' or ')' && (i == 0 || (words.Traits(i - 1) & (WordTraits.Stop | WordTraits.Punctuation)) != 0) ? -1 : i;
            }

            if (mark is ('）' or ')') && words.Has(i, WordTraits.Stop | WordTraits.Title))
            {
                return -1;
            }

            if (words.Span(word).Start - span.Start > reach || character is '。' or '，' or '；' or '\n' or '！' or '？' or '”')
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool Links(NameWords words, int word, char mark, Crossing crossing)
    {
        var position = words.Span(word).Start;
        if (word == 0 || words.Span(word).Length > 1 || position + 1 >= words.Text.Length)
        {
            return false;
        }

        char before = words.Text[position - 1], after = words.Text[position + 1];
        if (!char.IsLetterOrDigit(after) || !char.IsLetterOrDigit(before))
        {
            return (crossing & Crossing.Numbers) != 0 && mark is '±' && char.IsAsciiDigit(after);
        }

        return mark switch
        {
            '—' or '-' => (crossing & (Crossing.Routes | Crossing.Bodies)) != 0,
            '·' => true,
            _ => (crossing & Crossing.Numbers) != 0,
        };
    }
}
