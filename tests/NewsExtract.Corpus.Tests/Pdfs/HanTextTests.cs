using NewsExtract.PdfChecks;

namespace NewsExtract.Corpus.Tests.Pdfs;

public class HanTextTests
{
    [Theory]
    [InlineData("江州市", "江州市", 1, 1)]
    [InlineData("江州市 2024 A", "市州江", 1, 1 / 3.0)]
    [InlineData("江州江州", "江州", 0.5, 0.5)]
    [InlineData("江州市", "", 0, 0)]
    [InlineData("", "江", 1, 1)]
    [InlineData("𠮷江", "江𠮷", 1, 0.5)]
    public void Shares_of_a_text_found_in_another(string truth, string found, double recall, double order)
    {
        Assert.Equal(recall, HanText.Of(truth).Recall(HanText.Of(found)), 6);
        Assert.Equal(order, HanText.Of(truth).Order(HanText.Of(found)), 6);
    }

    [Fact]
    public void Common_subsequence_equals_that_of_the_table_over_several_words()
    {
        // 200 and 170 characters of an alphabet of 7, so that carries run over the limits of words.
        var first = string.Concat(Enumerable.Range(0, 200).Select(i => (char)('一' + (i * i * 31 % 7))));
        var second = string.Concat(Enumerable.Range(0, 170).Select(i => (char)('一' + (((i * 13) + (i / 5)) % 7))));

        Assert.Equal(ByTable(first, second), HanText.Of(first).CommonSubsequence(HanText.Of(second)));
    }

    private static int ByTable(string first, string second)
    {
        var lengths = new int[first.Length + 1, second.Length + 1];
        for (var i = 1; i <= first.Length; i++)
        {
            for (var j = 1; j <= second.Length; j++)
            {
                lengths[i, j] = first[i - 1] == second[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return lengths[first.Length, second.Length];
    }
}
