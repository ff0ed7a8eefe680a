using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Extraction.Mentions.NameShapes;

/// <summary>
/// The words of an article as the search for names sees them, made once and shared by the recognizers: the tokenizer's
/// words, with places of the gazetteer cut out as words of their own and posts cut off the bodies that the dictionary
/// joins them to (局|局长, 市委|书记).
/// </summary>
internal sealed class NameWords
{
    private static readonly ConditionalWeakTable<ArticleText, NameWords> s_made = [];

    private readonly int[] _wordAt;
    private readonly bool[] _endsToken;
    private readonly List<TextSpan> _spans = [];
    private readonly List<WordTraits> _traits = [];

    private NameWords(ArticleText article, ImmutableArray<Token> tokens)
    {
        Article = article;
        Text = article.Text;
        _wordAt = new int[Text.Length + 1];
        _endsToken = new bool[Text.Length + 1];
        foreach (var token in tokens)
        {
            _endsToken[token.Span.End] = true;
        }

        var position = 0;
        var walls = NameScan.Of(article, tokens).Walls;
        var next = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            position = Math.Max(position, tokens[i].Span.Start);
            while (next < walls.Length && walls[next].Span.Start < position)
            {
                next++;
            }

            if (next < walls.Length && walls[next].Span.Start < tokens[i].Span.End)
            {
                // 选举|罗文博|为县人民政府|县长: no name of a body crosses a person's or a post.
                var wall = walls[next].Span;
                if (!walls[next].IsTitle
                    && (Gazetteer.Shared.Longest(Text, wall.Start).Length > wall.Length || (NameWordLexicon.Traits(wall.Of(Text), "n") & WordTraits.National) != 0))
                {
                    next++;
                    i--;
                    continue;
                }

                if (wall.Start > position)
                {
                    AddWord(new TextSpan(position, wall.Start), tokens[i]);
                }

                Add(wall.Start, wall.End, walls[next].IsTitle ? WordTraits.Title : WordTraits.Person);
                position = wall.End;
                i--;
                continue;
            }

            if (tokens[i].Span.End <= position)
            {
                continue;
            }

            var joined = NameWordLexicon.Abbreviation(Text, position);
            if (joined > tokens[i].Span.End - position)
            {
                Add(position, position + joined, NameWordLexicon.Traits(Text.AsSpan(position, joined), "n"));
                position += joined;
                continue;
            }

            position = AddPlace(tokens, i, position) is var end and > 0 ? end : AddWord(new TextSpan(position, tokens[i].Span.End), tokens[i]);
        }

        for (var word = 0; word < _spans.Count; word++)
        {
            _wordAt.AsSpan(_spans[word].Start, _spans[word].Length).Fill(word);
        }

        _wordAt[Text.Length] = _spans.Count;
    }

    public ArticleText Article { get; }

    public string Text { get; }

    public int Count => _spans.Count;

    /// <summary>The words of <paramref name="article"/>; <paramref name="tokens"/> must be the same at every call for one article.</summary>
    public static NameWords Of(ArticleText article, ImmutableArray<Token> tokens) =>
        s_made.GetValue(article, key => new NameWords(key, tokens));

    public WordTraits Traits(int word) => _traits[word];

    public TextSpan Span(int word) => _spans[word];

    /// <summary>Index of the word that holds the character at <paramref name="position"/>.</summary>
    public int WordAt(int position) => _wordAt[position];

    public bool StartsWord(int position) => position == Text.Length || _spans[_wordAt[position]].Start == position;

    /// <summary>Whether a word of the tokenizer ends here, guessed ones included.</summary>
    public bool EndsToken(int position) => _endsToken[position];

    public ReadOnlySpan<char> Word(int word) => Text.AsSpan(_spans[word].Start, _spans[word].Length);

    /// <summary>End of the word at <paramref name="position"/>.</summary>
    public int EndOfWord(int position) => _spans[_wordAt[position]].End;

    public bool Has(int word, WordTraits traits) => (_traits[word] & traits) != 0;

    private void Add(int start, int end, WordTraits traits)
    {
        _spans.Add(new TextSpan(start, end));
        _traits.Add(traits);
    }

    /// <summary>Adds the place at <paramref name="start"/>; its end, or 0 when there is none or a longer word of the dictionary holds it.</summary>
    private int AddPlace(ImmutableArray<Token> tokens, int token, int start)
    {
        var place = Gazetteer.Shared.Longest(Text, start);
        if (!place.IsFound || place.Length < 2)
        {
            return 0;
        }

        var end = start + place.Length;
        var first = tokens[token].Span;
        if (first.End > end || (place.NeedsCompany && first.Length > 1 && first.End != end) || (place.NeedsCompany && tokens[token].Tag is null or "v" or "vn" or "d" or "p" or "c"))
        {
            return 0;
        }

        if (first.End < end)
        {
            var last = token;
            while (tokens[last].Span.End < end)
            {
                last++;
            }

            // 昆|山东|和 is 昆山|东|和, but 大|连海 stays: the cut needs a word that the dictionary did not join on purpose.
            if (tokens[last].Span.End > end && first.Length > 1 && !(tokens[token].Tag ?? "").StartsWith("ns", StringComparison.Ordinal))
            {
                return 0;
            }
        }

        Add(start, end, place.NeedsCompany ? WordTraits.Unknown : WordTraits.Place);
        return end;
    }

    private int AddWord(TextSpan span, Token token)
    {
        if (token.Tag is null && span.Length > 1 && !char.IsAscii(Text[span.Start]))
        {
            return AddGuessed(span);
        }

        var isWhole = span == token.Span;
        var word = Text.AsSpan(span.Start, span.Length);
        var tag = isWhole ? token.Tag : null;
        var traits = NameWordLexicon.Traits(word, tag);
        if (word.Length > 2 && word.StartsWith("公司", StringComparison.Ordinal))
        {
            // 公司|党委: of one firm, a word of the dictionary all the same.
            Add(span.Start, span.Start + 2, NameWordLexicon.Traits("公司", "n"));
            Add(span.Start + 2, span.End, NameWordLexicon.Traits(word[2..], "n"));
            return span.End;
        }

        if (word.Length > 2 && (traits & WordTraits.Title) == 0 && PostWords.LengthAtEnd(word) is var post and > 0)
        {
            Add(span.Start, span.End - post, NameWordLexicon.Traits(word[..^post], null));
            Add(span.End - post, span.End, WordTraits.Title);
            return span.End;
        }

        if (word.Length >= 5 && (traits & (WordTraits.Generic | WordTraits.Stop)) == 0 && Gazetteer.Shared.Longest(word, 0) is { IsFound: true, NeedsCompany: false })
        {
            traits |= WordTraits.Unknown | WordTraits.Place;
        }

        if (word.Length > 3 && (traits & WordTraits.Generic) == 0 && (tag is "nt" || (tag is "l" or "nz" && NamePrefixes.IsBodySuffix(word))))
        {
            if (tag is "nt" && IsOfTheState(word))
            {
                traits |= WordTraits.National;
            }

            traits |= WordTraits.Unknown | (tag is "nt" && Gazetteer.Shared.Longest(word, 0).IsFound ? WordTraits.Place : WordTraits.None);
        }

        Add(span.Start, span.End, traits);
        return span.End;
    }

    private static bool IsOfTheState(ReadOnlySpan<char> word) =>
        word.StartsWith("国家", StringComparison.Ordinal) || word.StartsWith("全国", StringComparison.Ordinal) || word.StartsWith("中央", StringComparison.Ordinal)
        || word.StartsWith("中国", StringComparison.Ordinal) || word.StartsWith("中华", StringComparison.Ordinal) || word.StartsWith("国际", StringComparison.Ordinal)
        || word.StartsWith("世界", StringComparison.Ordinal) || word.StartsWith("联合国", StringComparison.Ordinal);

    /// <summary>Adds a word that the tokenizer guessed by its characters: its edges are not to be trusted (商务|委副|主任).</summary>
    private int AddGuessed(TextSpan span)
    {
        for (var i = span.Start; i < span.End;)
        {
            var joined = NameWordLexicon.Abbreviation(Text, i);
            if (joined > 0)
            {
                Add(i, i + joined, NameWordLexicon.Traits(Text.AsSpan(i, joined), "n"));
                i += joined;
                if (i >= span.End)
                {
                    return i;
                }

                continue;
            }

            Add(i, i + 1, NameWordLexicon.Traits(Text.AsSpan(i, 1), null));
            i++;
        }

        return span.End;
    }
}
