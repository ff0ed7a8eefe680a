using System.Collections.Immutable;
using System.Text;
using NewsExtract.Readers.Ocr;
using Xunit;

namespace NewsExtract.Readers.Tests.Ocr;

/// <summary>The parts of OCR that need no models and no native library.</summary>
public sealed class OcrPartsTests
{
    // Class 0 is CTC's blank: 江江·州 is 江州, and 江·江 is 江江.
    [Theory]
    [InlineData("0 1 1 0 2 0", "江州")]
    [InlineData("1 0 1 0", "江江")]
    [InlineData("0 0 0", "")]
    public void Steps_of_one_class_are_one_character_unless_a_blank_parts_them(string best, string text)
    {
        var characters = CtcDecoder.Decode(Steps(best), ["", "江", "州"], width: best.Split(' ').Length, em: 2);
        Assert.Equal(text, string.Concat(characters.Select(character => character.Text)));
    }

    [Fact]
    public void Characters_stand_on_their_peaks_and_do_not_overlap()
    {
        var characters = CtcDecoder.Decode(Steps("0 1 0 0 2 2 0 0"), ["", "江", "州"], width: 8, em: 3);
        Assert.Equal(0.9f, characters[0].Confidence, 3);
        Assert.InRange(1.5f / 8, characters[0].Start, characters[0].End);
        Assert.InRange(5f / 8, characters[1].Start, characters[1].End);
        Assert.True(characters[0].End <= characters[1].Start);
    }

    [Fact]
    public void Lines_and_characters_of_hocr_are_read()
    {
        const string Hocr = """
            <span class='ocr_line' id='line_1_1' title="bbox 100 50 300 90; baseline 0 0"><span class='ocrx_word' id='w1' title='bbox 100 50 200 90'><span class='ocrx_cinfo' title='x_bboxes 100 50 140 90; x_conf 99.5'>江</span><span class='ocrx_cinfo' title='x_bboxes 160 50 200 90; x_conf 50'>州</span></span></span>
            <span class='ocr_line' id='line_1_2' title="bbox 100 150 300 190"><span class='ocrx_word' id='w2' title='bbox 100 150 130 190'><span class='ocrx_cinfo' title='x_bboxes 100 150 130 190; x_conf 90'>&amp;</span></span><span class='ocrx_word' id='w3' title='bbox 150 150 180 190'><span class='ocrx_cinfo' title='x_bboxes 150 150 180 190; x_conf 90'>B</span></span></span>
            """;
        var lines = HocrReader.Read(Encoding.UTF8.GetBytes(Hocr));
        Assert.Equal(["江州", "& B"], lines.Select(line => string.Concat(line.Characters.Select(character => character.Text))));
        Assert.Equal((0.3f, 0.5f, 0.5f), (lines[0].Characters[1].Start, lines[0].Characters[1].End, lines[0].Characters[1].Confidence));
        Assert.Equal(new PixelPoint(300, 90), lines[0].Corners[2]);
    }

    private static float[] Steps(string best) =>
        [.. best.Split(' ').SelectMany(step => Enumerable.Range(0, 3).Select(index => index == step[0] - '0' ? 0.9f : 0.05f))];
}
