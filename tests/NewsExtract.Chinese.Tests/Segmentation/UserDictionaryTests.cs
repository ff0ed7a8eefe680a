using System.Text;
using NewsExtract.Chinese.Segmentation;

namespace NewsExtract.Chinese.Tests.Segmentation;

/// <summary>Expected words are those of python3-jieba 0.42.1 with the same dictionary in load_userdict.</summary>
public sealed class UserDictionaryTests
{
    private const string Text = "柯湘泽在科教新城调研增长极建设，云计算产业园和台中市的石墨烯项目。";

    [Theory]
    [InlineData("柯湘泽\n科教新城\n增长极", Text, "柯湘泽/在/科教新城/调研/增长极/建设/，/云/计算/产业园/和/台中市/的/石墨/烯/项目/。")]
    [InlineData("云计算产业园 3 n\n石墨烯\n台中 0", Text, "柯湘泽在/科教/新城/调研/增长极/建设/，/云计算产业园/和/台中市/的/石墨烯/项目/。")]
    [InlineData("石墨烯 5 nz\n石墨 0\n产业园 0\n湘泽 0", Text, "柯湘泽在/科教/新城/调研/增长极/建设/，/云/计算/产业/园/和/台中市/的/石墨烯/项目/。")]
    [InlineData("C++语言\n3.5公里", "他学C++语言走了3.5公里路", "他学/C++语言/走/了/3.5公里/路")]
    [InlineData("江大桥\n长江 0", "南京市长江大桥", "南京市/长江大桥")]
    public void User_words_win_as_in_the_original(string dictionary, string text, string words)
    {
        var tokens = new SpanTokenizer(Read(dictionary)).Tokenize(text);
        Assert.Equal(words, string.Join('/', tokens.Select(token => token.Span.Of(text).ToString())));
    }

    [Fact]
    public void An_instance_keeps_its_words_to_itself()
    {
        var plain = new SpanTokenizer();
        var before = plain.Tokenize(Text);
        var own = new SpanTokenizer(Read("柯湘泽 3 nr"));
        var other = new SpanTokenizer(Read("科教新城"));
        Assert.Contains(own.Tokenize(Text), token => token.Span == new TextSpan(0, 3) && token.Tag == "nr");
        Assert.DoesNotContain(other.Tokenize(Text), token => token.Span == new TextSpan(0, 3));
        Assert.Equal(before.ToArray(), plain.Tokenize(Text).ToArray());
    }

    [Fact]
    public void Reads_the_format_of_jieba()
    {
        Assert.Equal(
            [new("云计算", 5), new("李小福", 2, "nr"), new("台中"), new("凱特琳", null, "nz"), new("Edu Trust认证", 2000), new("5"), new("n 5x")],
            Read("\uFEFF云计算 5\r\n李小福 2 nr\n\n  台中  \n凱特琳 nz\nEdu Trust认证 2000\n5\nn 5x").Words.ToArray());
    }

    [Fact]
    public void A_word_without_a_tag_keeps_that_of_the_dictionary()
    {
        Assert.Equal("ns", new SpanTokenizer(Read("长沙 9")).Tokenize("长沙")[0].Tag);
        Assert.Equal("nz", new SpanTokenizer(Read("长沙 9 nz")).Tokenize("长沙")[0].Tag);
    }

    [Theory]
    [InlineData("长沙 99999999999 ns", "NX1203", "line 1")]
    [InlineData("长沙\n\uFFFF", "NX1203", "line 2")]
    public void A_malformed_line_is_told(string dictionary, string code, string place)
    {
        var bytes = Encoding.UTF8.GetBytes(dictionary);
        if (dictionary[^1] == '\uFFFF')
        {
            bytes[^1] = 0xFF;
        }

        var diagnostic = Assert.Throws<SegmentationResourceException>(() => UserDictionary.Read(new MemoryStream(bytes), "own.txt")).Diagnostic;
        Assert.Equal(code, diagnostic.Code);
        Assert.Contains("own.txt", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains(place, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_told() =>
        Assert.Equal("NX1201", Assert.Throws<SegmentationResourceException>(() => UserDictionary.Load("nowhere.txt")).Diagnostic.Code);

    private static UserDictionary Read(string lines) => UserDictionary.Read(new MemoryStream(Encoding.UTF8.GetBytes(lines)), "own.txt");
}
