using System.Globalization;
using NewsExtract.Chinese.Dates;
using NewsExtract.Chinese.Values;

namespace NewsExtract.Chinese.Tests.Dates;

/// <summary>Dates recognised at the start of a text and resolved against Wednesday, 2023-11-15.</summary>
public class DateTests
{
    private static readonly DateReference s_reference = new(new PartialDate(2023, 11, 15), IsIssue: true);

    [Theory]
    [InlineData("2023年12月1日", "2023-12-01")]
    [InlineData("2023-12-01", "2023-12-01")]
    [InlineData("2023/12/1", "2023-12-01")]
    [InlineData("2023.12.01", "2023-12-01")]
    [InlineData("二〇二三年十二月一日", "2023-12-01")]
    [InlineData("一九八八年四月廿六日", "1988-04-26")]
    [InlineData("1988年", "1988")]
    [InlineData("八五年", "1985")]
    [InlineData("98年5月", "1998-05")]
    [InlineData("2023年度", "2023")]
    [InlineData("2023年底", "2023-11/2023-12")]
    [InlineData("2020年6月底前", "2020-06")]
    [InlineData("12月1日", "2023-12-01")]
    [InlineData("9月上旬", "2023-09")]
    [InlineData("3月份", "2023-03")]
    [InlineData("五月的一天", "2023-05")]
    [InlineData("今年", "2023")]
    [InlineData("去年同期", "2022")]
    [InlineData("去年全年", "2022")]
    [InlineData("前年", "2021")]
    [InlineData("明年5月", "2024-05")]
    [InlineData("上月", "2023-10")]
    [InlineData("本月18日", "2023-11-18")]
    [InlineData("下个月", "2023-12")]
    [InlineData("今天上午", "2023-11-15")]
    [InlineData("昨日", "2023-11-14")]
    [InlineData("昨（14）日", "2023-11-14")]
    [InlineData("前天", "2023-11-13")]
    [InlineData("明天", "2023-11-16")]
    [InlineData("14日晚", "2023-11-14")]
    [InlineData("25日上午8时36分", "2023-10-25")]
    [InlineData("上周五", "2023-11-10")]
    [InlineData("本周三", "2023-11-15")]
    [InlineData("下周", "2023-11-20/2023-11-26")]
    [InlineData("一季度", "2023-Q1")]
    [InlineData("第三季度", "2023-Q3")]
    [InlineData("明年首季", "2024-Q1")]
    [InlineData("2025年四季度", "2025-Q4")]
    [InlineData("前三季度", "2023-01/2023-09")]
    [InlineData("今年首三季", "2023-01/2023-09")]
    [InlineData("上半年", "2023-01/2023-06")]
    [InlineData("1至11月", "2023-01/2023-11")]
    [InlineData("一至四月份", "2023-01/2023-04")]
    [InlineData("今年前11个月", "2023-01/2023-11")]
    [InlineData("今年头两个月", "2023-01/2023-02")]
    [InlineData("前七月", "2023-01/2023-07")]
    [InlineData("2021—2023年", "2021/2023")]
    [InlineData("2016年至2018年", "2016/2018")]
    [InlineData("2013年4月至10月", "2013-04/2013-10")]
    [InlineData("4月11日至13日", "2023-04-11/2023-04-13")]
    [InlineData("9月27日至10月4日", "2023-09-27/2023-10-04")]
    [InlineData("12月28日至1月3日", "2023-12-28/2024-01-03")]
    [InlineData("2022年以来", "2022/..")]
    [InlineData("“十四五”末", "2025")]
    [InlineData("“十四五”期间", "2021/2025")]
    [InlineData("“七五”期间", "1986/1990")]
    [InlineData("“一五”时期", "1953/1957")]
    [InlineData("60年代", "196X")]
    [InlineData("上世纪九十年代初", "199X")]
    [InlineData("21世纪20年代", "202X")]
    [InlineData("今春", "2023-21")]
    [InlineData("去年夏天", "2022-22")]
    [InlineData("元旦", "2023-01-01")]
    [InlineData("正月初八", "2023-01-29")]
    [InlineData("农历八月十五", "2023-09-29")]
    [InlineData("清光绪二十年", "1894")]
    [InlineData("民国112年3月8日", "2023-03-08")]
    [InlineData("未来三年", "2023-11-15/2026-11-15")]
    [InlineData("过去五年", "2018-11-15/2023-11-15")]
    [InlineData("三年来", "2020-11-15/2023-11-15")]
    [InlineData("2018年至今", "2018/..")]
    [InlineData("本月15日至下月10日", "2023-11-15/2023-12-10")]
    [InlineData("去年12月26日至今年1月5日", "2022-12-26/2023-01-05")]
    [InlineData("2022至2023学年", "2022/2023")]
    [InlineData("1990年代", "199X")]
    [InlineData("本世纪20年代", "202X")]
    [InlineData("大年初一", "2023-01-22")]
    [InlineData("近百年来", "1923-11-15/2023-11-15")]
    [InlineData("晚上8时30分", null)]
    [InlineData("上午七点零八分", null)]
    [InlineData("8点半", null)]
    [InlineData("近二十年来", "2003-11-15/2023-11-15")]
    public void Is_a_date(string text, string? edtf)
    {
        Assert.True(DateReader.TryRead(text + "，", 0, rocYears: false, out var expression), text);
        Assert.Equal(new TextSpan(0, text.Length), expression.Span);
        Assert.Equal(edtf, new DateResolver(s_reference).Resolve(expression).Edtf);
    }

    [Theory]
    [InlineData("近日")]
    [InlineData("日前")]
    [InlineData("目前")]
    [InlineData("多年来")]
    [InlineData("三年内")]
    [InlineData("15日内")]
    [InlineData("一个月内")]
    [InlineData("三年前")]
    [InlineData("清晨")]
    [InlineData("下旬")]
    [InlineData("半年后")]
    [InlineData("三年以后")]
    [InlineData("今明两年")]
    [InlineData("本世纪中叶")]
    [InlineData("十五至十六世纪")]
    [InlineData("“六一”儿童节")]
    [InlineData("双十一期间")]
    [InlineData("泼水节前夕")]
    [InlineData("“八一”前夕")]
    [InlineData("国庆中秋假期")]
    [InlineData("节日期间")]
    [InlineData("九时许")]
    public void Is_a_date_of_which_no_more_is_known(string text)
    {
        Assert.True(DateReader.TryRead(text + "，", 0, rocYears: false, out var expression), text);
        Assert.Equal(new TextSpan(0, text.Length), expression.Span);
    }

    [Theory]
    [InlineData("114年底", "2025-11/2025-12")]
    [InlineData("113-05-09", "2024-05-09")]
    public void Years_of_the_republic(string text, string edtf)
    {
        Assert.True(DateReader.TryRead(text, 0, rocYears: true, out var expression));
        Assert.Equal(edtf, new DateResolver(s_reference).Resolve(expression).Edtf);
    }

    [Theory]
    [InlineData("30年")]
    [InlineData("三天")]
    [InlineData("45天")]
    [InlineData("7月薪")]
    [InlineData("3时代")]
    [InlineData("五一")]
    [InlineData("节日盛装")]
    [InlineData("中秋晚会")]
    [InlineData("“十四五”规划")]
    [InlineData("13月")]
    [InlineData("2023号")]
    [InlineData("周一鸣")]
    [InlineData("第四次")]
    [InlineData("未来大厦")]
    [InlineData("近四年未见", 1)]
    public void Is_no_date(string text, int start = 0) =>
        Assert.False(DateReader.TryRead(start == 0 ? text : "隔" + text, start, rocYears: false, out _));

    [Theory]
    [InlineData("3月5日前往", "3月5日")]
    [InlineData("2023年中国", "2023年")]
    [InlineData("去年前来", "去年")]
    [InlineData("2020年产值", "2020年")]
    [InlineData("1日、2日", "1日")]
    [InlineData("4月11日——13日", "4月11日")]
    [InlineData("今年初步", "今年")]
    [InlineData("上午会议", "上午")]
    public void Ends_where_the_date_ends(string text, string expected)
    {
        Assert.True(DateReader.TryRead(text, 0, rocYears: false, out var expression));
        Assert.Equal(expected, expression.Span.Of(text).ToString());
    }

    [Fact]
    public void Follows_the_dates_named_before()
    {
        var resolver = new DateResolver(new DateReference(new PartialDate(2017, 6, 23), IsIssue: true));
        Assert.Equal("2017-06-21", Resolve(resolver, "2017年6月21日晚"));
        Assert.Equal("2017-06-22", Resolve(resolver, "22日"));
        Assert.Equal("2017-06-22", Resolve(resolver, "当天"));
        Assert.Equal("2017-06-23", Resolve(resolver, "次日"));
        resolver.StartSentence();
        Assert.Equal("2016", Resolve(resolver, "去年"));
        Assert.Equal("2015", Resolve(resolver, "上年"));
    }

    [Fact]
    public void A_paper_of_January_tells_of_the_December_before()
    {
        var resolver = new DateResolver(new DateReference(new PartialDate(2024, 1, 5), IsIssue: true));
        Assert.Equal("2023-12-28", Resolve(resolver, "12月28日"));
        Assert.Equal("2024-01-04", Resolve(resolver, "1月4日"));
    }

    [Theory]
    [InlineData("12月28日，园区铁路通车。", "2023-12-28")]
    [InlineData("1至11月，全市出口额为36亿元。", "2023-01/2023-11")]
    [InlineData("1月至11月，全市出口额为36亿元。", "2023-01/2023-11")]
    [InlineData("前三季度完成投资36亿元。", "2023-01/2023-09")]
    [InlineData("四季度共有36家企业投产。", "2023-Q4")]
    [InlineData("11月下旬以来，园区连降大雪。", null)]
    [InlineData("大会将于10月18日开幕。", "2024-10-18")]
    [InlineData("大桥计划11月通车。", "2024-11")]
    [InlineData("大桥8月合龙，全线贯通。", "2024-08")]
    [InlineData("下半年完成投资36亿元。", "2024-07/2024-12")]
    [InlineData("12月28日", "2024-12-28")]
    [InlineData("年底，全线贯通的消息传来。", "2024-11/2024-12")]
    public void Records_and_values_agree_on_the_year_left_out(string text, string? edtf)
    {
        var date = new PartialDate(2024, 1, 5);
        var start = text.IndexOfAny([.. "0123456789一四前年下"]);
        Assert.True(DateReader.TryRead(text, start, rocYears: false, out var expression));
        var record = new DateResolver(new DateReference(date, IsIssue: true)).Resolve(expression, DateOutlook.IsReport(text, expression.Span));
        var value = Assert.IsType<TimeValue>(ValueRecognizer.Recognize(text, date).First(value => value.Kind == ValueKind.Time).Value);
        if (edtf is not null)
        {
            Assert.Equal(edtf, record.Edtf);
            Assert.Equal(edtf, value.Edtf);
        }

        Assert.Equal(value.Start?.Year, record.Start?.Year);
    }

    [Theory]
    [InlineData("2021年底", "2021-11/2021-12")]
    [InlineData("明年初", "2024-01/2024-02")]
    [InlineData("去年年中", "2022-06/2022-07")]
    [InlineData("年末", "2023-11/2023-12")]
    [InlineData("年初以来", "2023-01/..")]
    [InlineData("2021年底至2022年初", "2021-11/2022-02")]
    [InlineData("2021年底前", "2021")]
    [InlineData("年内", "2023")]
    public void Edges_of_a_year_are_two_months(string text, string edtf) => Assert.Equal(edtf, Value(text).Edtf);

    [Fact]
    public void Without_a_reference_only_full_dates_are_known()
    {
        var resolver = new DateResolver(DateReference.None);
        Assert.Null(Resolve(resolver, "12月1日"));
        Assert.Null(Resolve(resolver, "去年"));
        Assert.Null(Resolve(resolver, "昨日"));
        Assert.Equal("2021-05", Resolve(resolver, "2021年5月"));
    }

    [Fact]
    public void Periods_are_closed()
    {
        var value = Value("前三季度");
        Assert.Equal(new DateOnly(2023, 1, 1), value.Start);
        Assert.Equal(new DateOnly(2023, 9, 30), value.End);
        Assert.Null(Value("2022年以来").End);
    }

    [Fact]
    public void No_character_makes_it_fail()
    {
        var pieces = new[] { "年", "月", "日", "第", "前", "近", "“", "”", "五", "十", "3", "2023", "至", "—", "世纪", "昨", "（", "周", "正月", "初", "上", "：", "时", "民国", "半" };
        var seed = 1u;
        for (var turn = 0; turn < 20_000; turn++)
        {
            var text = "";
            for (var i = 0; i < 6; i++)
            {
                seed = (seed * 1664525) + 1013904223;
                text += pieces[(seed >> 8) % pieces.Length];
            }

            if (DateReader.TryRead(text, 0, rocYears: turn % 2 == 0, out var expression))
            {
                Assert.True(expression.Span.Length > 0 && expression.Span.End <= text.Length, text);
                var value = new DateResolver(s_reference).Resolve(expression);
                Assert.True(value.Start is null || value.End is null || value.Start <= value.End, string.Create(CultureInfo.InvariantCulture, $"{text}: {value.Edtf}"));
            }
        }
    }

    private static DateValue Value(string text)
    {
        Assert.True(DateReader.TryRead(text, 0, rocYears: false, out var expression));
        return new DateResolver(s_reference).Resolve(expression);
    }

    private static string? Resolve(DateResolver resolver, string text)
    {
        Assert.True(DateReader.TryRead(text, 0, rocYears: false, out var expression), text);
        return resolver.Resolve(expression).Edtf;
    }
}
