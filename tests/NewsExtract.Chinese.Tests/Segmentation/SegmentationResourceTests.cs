using NewsExtract.Chinese.Segmentation;

namespace NewsExtract.Chinese.Tests.Segmentation;

public sealed class SegmentationResourceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(5_000_000)]
    [InlineData(-1)]
    public void One_wrong_byte_in_the_compiled_dictionary_is_told(int offset)
    {
        var bytes = CompiledDictionary();
        bytes[offset < 0 ? bytes.Length + offset : offset] ^= 1;
        Assert.Equal("NX1202", Assert.Throws<SegmentationResourceException>(() => SegmentationModel.Read(bytes)).Diagnostic.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(1_000_000)]
    public void A_compiled_dictionary_cut_short_is_told(int length)
    {
        var bytes = CompiledDictionary().AsSpan(0, length).ToArray();
        Assert.Equal("NX1202", Assert.Throws<SegmentationResourceException>(() => SegmentationModel.Read(bytes)).Diagnostic.Code);
    }

    [Fact]
    public void A_copy_of_the_compiled_dictionary_serves()
    {
        const string Text = "全市经济工作会议";
        var tokenizer = new SpanTokenizer(SegmentationModel.Read(CompiledDictionary()), null);
        Assert.Equal(new SpanTokenizer().Tokenize(Text).ToArray(), tokenizer.Tokenize(Text).ToArray());
    }

    [Theory]
    [InlineData("dict.txt")]
    [InlineData("prob_emit.json")]
    public void A_missing_or_damaged_resource_of_jieba_net_is_told(string file)
    {
        var folder = Directory.CreateTempSubdirectory("resources").FullName;
        try
        {
            foreach (var source in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Resources")))
            {
                File.Copy(source, Path.Combine(folder, Path.GetFileName(source)));
            }

            SegmentationResourceException Fail() => Assert.Throws<SegmentationResourceException>(() => new JiebaNetTokenizer(folder));
            var path = Path.Combine(folder, file);
            File.SetAttributes(path, FileAttributes.Normal);
            File.AppendAllText(path, "x");
            Assert.Equal("NX1202", Fail().Diagnostic.Code);
            File.Delete(path);
            Assert.Equal("NX1201", Fail().Diagnostic.Code);
            Assert.Contains(path, Fail().Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] CompiledDictionary()
    {
        using var stream = typeof(SegmentationModel).Assembly.GetManifestResourceStream(SegmentationModel.ResourceName)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
