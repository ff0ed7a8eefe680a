using NewsExtract.Chinese.Segmentation;

namespace NewsExtract.Chinese.Tests.Segmentation;

/// <summary>What holds for every tokenizer.</summary>
public sealed class TokenizerContractTests
{
    public static TheoryData<string> Names { get; } = ["span", "span with user words", "jieba-net"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Tokens_cover_the_text_without_gap_or_overlap_and_split_no_surrogate_pair(string name)
    {
        var tokenizer = Create(name);
        foreach (var text in Texts())
        {
            var position = 0;
            foreach (var token in tokenizer.Tokenize(text))
            {
                Assert.Equal(position, token.Span.Start);
                Assert.False(token.Span.IsEmpty);
                position = token.Span.End;
                Assert.False(position < text.Length && char.IsSurrogatePair(text[position - 1], text[position]), $"pair split at {position}");
            }

            Assert.Equal(text.Length, position);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Many_threads_give_what_one_gives(string name)
    {
        var tokenizer = Create(name);
        var texts = Texts().ToArray();
        var expected = texts.Select(text => tokenizer.Tokenize(text)).ToArray();
        Parallel.For(0, texts.Length * 4, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.True(expected[i % texts.Length].AsSpan().SequenceEqual(tokenizer.Tokenize(texts[i % texts.Length]).AsSpan())));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tags_come_from_the_dictionary_and_equal_tags_are_one_string(string name)
    {
        const string Text = "长沙建成3.5公里A4号线，增长20%，𠮷。";
        var tokenizer = Create(name);
        var tokens = tokenizer.Tokenize(Text);
        Assert.Equal(
            ["长沙/ns", "建成/v", "3.5/m", "公里/q", "A4/eng", "号线/", "，/", "增长/v", "20%/m", "，/", "𠮷/", "。/"],
            tokens.Select(token => $"{token.Span.Of(Text)}/{token.Tag}"));
        Assert.Same(tokens[1].Tag, tokenizer.Tokenize("增长")[0].Tag);
    }

    private static ITokenizer Create(string name) => name switch
    {
        "span" => new SpanTokenizer(),
        "jieba-net" => new JiebaNetTokenizer(),
        _ => new SpanTokenizer(new UserDictionary([new("增长极"), new("湘军", 0), new("科教新城")])),
    };

    private static IEnumerable<string> Texts()
    {
        yield return "";
        yield return "𠮷";
        yield return "\uD842";
        yield return "\uDFB7\uD842";
        yield return "\r\n\r";
        yield return new string('鿕', 1000) + new string('7', 1000) + new string('%', 300);
        foreach (var recording in new[] { "jieba-hard.txt", "jieba-corpus.txt" })
        {
            foreach (var cut in RecordedCut.ReadAll(recording))
            {
                yield return cut.Text;
            }
        }
    }
}
