using System.Text;
using NewsExtract.Learning.Neural;

namespace NewsExtract.Learning.Tests.Neural;

public class LacTaggerTests
{
    private static readonly Lazy<LacTagger> s_tagger = new(() => LacTagger.Load(ModelPath));

    private static string ModelPath => Path.Combine(RepositoryRoot, "models/lac/lac-small.bin");

    private static string RepositoryRoot
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "NewsExtract.sln")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} lies in no checkout");
            }

            return folder.FullName;
        }
    }

    [Theory]
    [InlineData("李文静昨天在青岛说，项目进展顺利。", "李文静/PER 昨天/TIME 在/p 青岛/LOC 说/v ，/w 项目/n 进展/v 顺利/a 。/w")]
    [InlineData("国家统计局2023年3月公布了数据", "国家统计局/ORG 2023年3月/TIME 公布/v 了/u 数据/n")]
    [InlineData("赵国强(右二)", "赵国强/PER (/w 右/f 二/m )/w")]
    public void Words_and_names_are_found(string text, string expected) => Assert.Equal(expected, Words(text));

    [Fact]
    public void Full_width_letters_digits_and_stops_are_read_as_half_width_ones() =>
        Assert.Equal(s_tagger.Value.Tag("周晓明(左)任A公司第2任经理,年薪5万元!"), s_tagger.Value.Tag("周晓明（左）任Ａ公司第２任经理，年薪５万元！"));

    [Fact]
    public void A_sentence_is_tagged_alike_alone_and_among_others()
    {
        string[] lines = ["王海燕到达广州。", "孙立国表示欢迎，并介绍了青山镇的情况。", "会议开了三天。", "上海市教育局局长钱学礼出席了会议", "好！"];
        var text = string.Join('\n', Enumerable.Repeat(lines, 300).SelectMany(line => line));
        var together = s_tagger.Value.Tag(text);
        var alone = lines.ToDictionary(line => line, line => s_tagger.Value.Tag(line), StringComparer.Ordinal);
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            Assert.Equal(alone[line], together.AsSpan(start, line.Length).ToArray());
            start += line.Length + 1;
        }
    }

    [Fact]
    public void A_surrogate_pair_is_one_character_and_a_lone_half_one_too()
    {
        var tags = s_tagger.Value.Tag("住在𠮷林路\ud842");

        Assert.NotEqual(s_tagger.Value.Outside, tags[2]);
        Assert.Equal(s_tagger.Value.Outside, tags[3]);
        Assert.Equal(8 - 1, tags.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n　")]
    public void Nothing_but_blanks_is_outside(string text) =>
        Assert.Equal(Enumerable.Repeat(s_tagger.Value.Outside, text.Length), s_tagger.Value.Tag(text));

    [Fact]
    public void A_changed_byte_is_found_when_the_model_is_loaded() => AssertRefused(bytes => bytes[bytes.Length / 2] ^= 1, "damaged: SHA-256");

    [Fact]
    public void Another_file_is_told_from_a_model() => AssertRefused(bytes => bytes[0] = (byte)'P', "not a packed LAC model");

    private static void AssertRefused(Action<byte[]> change, string reason)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var bytes = File.ReadAllBytes(ModelPath);
            change(bytes);
            File.WriteAllBytes(path, bytes);
            var refusal = Assert.Throws<InvalidDataException>(() => LacTagger.Load(path));
            Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
            Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>word/tag, by the borders that <c>-B</c> sets.</summary>
    private static string Words(string text)
    {
        var tagger = s_tagger.Value;
        var best = tagger.Tag(text);
        var words = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            words.Append(text[i]);
            var name = tagger.Tags[best[i]];
            if (i + 1 == text.Length || !tagger.Tags[best[i + 1]].EndsWith("-I", StringComparison.Ordinal))
            {
                words.Append('/').Append(name.Split('-')[0]).Append(i + 1 == text.Length ? "" : " ");
            }
        }

        return words.ToString();
    }
}
