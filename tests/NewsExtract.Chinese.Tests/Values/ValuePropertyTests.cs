using System.Diagnostics;
using System.Globalization;
using NewsExtract.Chinese.Values;

namespace NewsExtract.Chinese.Tests.Values;

/// <summary>What holds for any input; the seed is fixed, so a failure can be run again.</summary>
public class ValuePropertyTests
{
    private const int Seed = 20231201;

    private const string Alphabet = "0123456789,.-/%^k点零〇一二三四五六七八九十百千万亿兆两廿半几数多余来壹贰叁肆伍陆柒捌玖拾佰仟负第前分之又成折个元角毛块吨米斤两公里每小时度年月日至到—～（含）约近超上 \n的是大";

    [Fact]
    public void Every_written_form_of_a_number_reads_back()
    {
        var random = new Random(Seed);
        foreach (var number in Numbers(random))
        {
            foreach (var text in WrittenNumbers.Forms(number))
            {
                var values = ValueRecognizer.Recognize(text);
                Assert.True(values.Count > 0 && values[0].Span == new TextSpan(0, text.Length) && values[0].Value is NumberValue { Value: { } value } && value == number, $"{number} as {text} reads {string.Join(" ", values)}");
            }
        }
    }

    [Fact]
    public void Every_month_reads_back()
    {
        string[] months = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
        for (var year = 1949; year <= 2049; year++)
        {
            for (var month = 1; month <= 12; month++)
            {
                var digits = string.Concat(year.ToString(CultureInfo.InvariantCulture).Select(digit => "〇一二三四五六七八九"[digit - '0']));
                foreach (var text in (string[])[$"{year}年{month}月", $"{digits}年{months[month - 1]}月"])
                {
                    var value = Assert.Single(ValueRecognizer.Recognize(text), value => !value.IsPart);
                    Assert.Equal($"{year}-{month:00}", Assert.IsType<TimeValue>(value.Value).Edtf);
                    Assert.Equal(new TextSpan(0, text.Length), value.Span);
                }
            }
        }
    }

    [Fact]
    public void Any_text_is_read_and_its_values_lie_within_it_in_order()
    {
        var random = new Random(Seed);
        for (var turn = 0; turn < 10_000; turn++)
        {
            var text = RandomText(random, random.Next(1, 24));
            var values = ValueRecognizer.Recognize(text);
            var end = 0;
            var start = 0;
            foreach (var value in values)
            {
                Assert.True(value.Span.Length > 0 && value.Span.Start >= start && value.Span.End <= text.Length, $"{text}: {value}");
                Assert.True(value.IsPart || value.Span.Start >= end, $"{text}: {value} overlaps");
                start = value.Span.Start;
                end = value.IsPart ? end : value.Span.End;
            }
        }
    }

    // 300,000 characters take half a second; a square would take minutes. The limit leaves room for a busy machine.
    [Theory]
    [InlineData("一")]
    [InlineData("9")]
    [InlineData("1,")]
    [InlineData("一又")]
    [InlineData("百分之")]
    [InlineData("3台（台、")]
    [InlineData("大于3且")]
    [InlineData("第")]
    [InlineData("零点")]
    [InlineData("2至")]
    [InlineData("增长")]
    [InlineData("较2年")]
    [InlineData("增3%、")]
    [InlineData("")]
    public void Time_grows_with_length_only(string token)
    {
        const int Length = 300_000;
        var text = token.Length == 0 ? RandomText(new Random(Seed), Length) : string.Concat(Enumerable.Repeat(token, (Length / token.Length) + 1))[..Length];
        var limit = TimeSpan.FromSeconds(15);
        var best = TimeSpan.MaxValue;
        for (var turn = 0; turn < 3 && best > limit; turn++)
        {
            var from = Stopwatch.GetTimestamp();
            ValueRecognizer.Recognize(text);
            best = Stopwatch.GetElapsedTime(from);
        }

        Assert.True(best < limit, $"{Length} characters take {best.TotalSeconds} s");
    }

    private static IEnumerable<long> Numbers(Random random)
    {
        for (var number = 0L; number <= 10_000_000_000_000_000; number = number == 0 ? 1 : number * 10)
        {
            yield return number;
            yield return number + 1;
            yield return Math.Max(number - 1, 0);
        }

        for (var turn = 0; turn < 2000; turn++)
        {
            // Of any length, with zeros now and then.
            var number = random.NextInt64(Power(random.Next(1, 17)));
            var place = Power(random.Next(1, 12));
            yield return turn % 2 == 0 ? number : number / place * place;
        }
    }

    private static long Power(int exponent) => exponent == 0 ? 1 : 10 * Power(exponent - 1);

    private static string RandomText(Random random, int length) => string.Create(length, random, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = Alphabet[source.Next(Alphabet.Length)];
        }
    });
}
