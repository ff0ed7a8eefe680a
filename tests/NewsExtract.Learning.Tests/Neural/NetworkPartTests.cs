using System.Runtime.Intrinsics;
using NewsExtract.Learning.Neural;

namespace NewsExtract.Learning.Tests.Neural;

public class NetworkPartTests
{
    [Theory]
    [InlineData(1, 3, 5)]
    [InlineData(7, 10, 57)]
    [InlineData(9, 128, 384)]
    public void A_product_is_one_chain_of_fused_multiply_adds_for_each_value(int rows, int inputs, int outputs)
    {
        var random = new Random(5);
        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
        float[] left = Values(rows * inputs), weights = Values(inputs * outputs), bias = Values(outputs);
        var matrix = new PackedMatrix(weights, inputs, outputs, bias);
        var results = new float[rows * matrix.Stride];

        matrix.Multiply(left, rows, results);

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < outputs; column++)
            {
                var sum = bias[column];
                for (var i = 0; i < inputs; i++)
                {
                    sum = MathF.FusedMultiplyAdd(left[(row * inputs) + i], weights[(i * outputs) + column], sum);
                }

                Assert.Equal(BitConverter.SingleToInt32Bits(sum), BitConverter.SingleToInt32Bits(results[(row * matrix.Stride) + column]));
            }
        }
    }

    [Fact]
    public void Activations_are_those_of_mathematics()
    {
        for (var x = -100f; x <= 100f; x += 0.0371f)
        {
            Assert.Equal(1 / (1 + Math.Exp(-x)), Activation.Sigmoid(Vector512.Create(x))[0], 3e-7);
            Assert.Equal(Math.Tanh(x), Activation.Tanh(Vector512.Create(x))[0], 3e-7);
        }
    }

    [Fact]
    public void An_inside_tag_follows_its_own_kind_only()
    {
        string[] tags = ["X-B", "X-I", "Y-B", "Y-I", "O"];
        var stride = 4 * Vector512<float>.Count;
        var scores = new float[3 * stride];
        scores[1] = 9;
        scores[stride + 3] = 9;
        scores[stride] = 1;
        scores[(2 * stride) + 1] = 2;
        var best = new byte[3];

        new TagDecoder(tags, new float[(tags.Length + 2) * tags.Length], stride).Decode(scores, best);

        // Y-I may stand behind Y-B only, and X-I at the head not at all.
        Assert.Equal([2, 3, 0], best);
    }

    [Fact]
    public void Transitions_outweigh_scores()
    {
        string[] tags = ["A-B", "O"];
        var stride = 4 * Vector512<float>.Count;
        float[] transitions = [0, 0, 0, 0, 0, 5, 0, 0];
        var scores = new float[2 * stride];
        scores[1] = 1;
        scores[stride] = 2;
        var best = new byte[2];

        new TagDecoder(tags, transitions, stride).Decode(scores, best);

        Assert.Equal([0, 1], best);
    }

    [Theory]
    [InlineData("甲。乙！？”丙；丁", "甲。|乙！？”|丙；|丁")]
    [InlineData(" 甲 \n\n　乙\r\n丙", "甲|乙|丙")]
    [InlineData("", "")]
    public void A_text_is_cut_at_lines_and_stops(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', LacSentences.Cut(text).Select(piece => piece.Of(text).ToString())));

    [Fact]
    public void A_long_sentence_is_cut_at_a_comma_and_within_no_surrogate_pair()
    {
        var text = new string('字', 100) + "，" + new string('字', LacSentences.LongestPiece - 1) + "𠮷" + new string('字', 50);

        var pieces = LacSentences.Cut(text);

        Assert.Equal([new TextSpan(0, 101), new TextSpan(101, 100 + LacSentences.LongestPiece), new TextSpan(100 + LacSentences.LongestPiece, text.Length)], pieces);
    }
}
