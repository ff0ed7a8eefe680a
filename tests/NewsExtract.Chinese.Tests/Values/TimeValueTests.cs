using System.Diagnostics;
using System.Globalization;
using NewsExtract.Chinese.Values;

namespace NewsExtract.Chinese.Tests.Values;

/// <summary>Times of any text, resolved against Wednesday, 2024-05-08.</summary>
public class TimeValueTests
{
    private static readonly PartialDate s_date = new(2024, 5, 8);

    [Theory]
    [InlineData("他于2023年12月1日到任", "2023年12月1日", "2023-12-01")]
    [InlineData("编号20231201", "20231201", "2023-12-01")]
    [InlineData("日期：2023.12.1", "2023.12.1", "2023-12-01")]
    [InlineData("日期：2023/12/1。", "2023/12/1", "2023-12-01")]
    [InlineData("2021 年 6 月 18 日开工", "2021 年 6 月 18 日", "2021-06-18")]
    [InlineData("民国112年3月设立", "民国112年3月", "2023-03")]
    [InlineData("塔始建于公元1368年3月", "公元1368年3月", "1368-03")]
    [InlineData("公元二〇〇八年八月八日开幕", "公元二〇〇八年八月八日", "2008-08-08")]
    [InlineData("约定9月20，不见不散", "9月20", "2024-09-20")]
    [InlineData("去年8.20到今年3.5", "去年8.20到今年3.5", "2023-08-20/2024-03-05")]
    [InlineData("大后天开工", "大后天", "2024-05-11")]
    [InlineData("上上个月的产量", "上上个月", "2024-03")]
    [InlineData("下下周三体检", "下下周三", "2024-05-22")]
    [InlineData("本周末停水", "本周末", "2024-05-11/2024-05-12")]
    [InlineData("周五放假", "周五", "2024-05-10")]
    [InlineData("定于5月9日（星期四）启动", "5月9日（星期四）", "2024-05-09")]
    [InlineData("本季度收官", "本季度", "2024-Q2")]
    [InlineData("Q3，增长最快", "Q3", "2024-Q3")]
    [InlineData("去年四季度末", "去年四季度末", "2023-12")]
    [InlineData("今年前4个月的用电量", "今年前4个月", "2024-01/2024-04")]
    [InlineData("前三季度利润", "前三季度", "2024-01/2024-09")]
    [InlineData("上半年完工", "上半年", "2024-01/2024-06")]
    [InlineData("7月下旬采收", "7月下旬", "2024-07-21/2024-07-31")]
    [InlineData("6月中上旬多雨", "6月中上旬", "2024-06-01/2024-06-20")]
    [InlineData("月底结账", "月底", "2024-05-21/2024-05-31")]
    [InlineData("明年初动工", "明年初", "2025-01/2025-02")]
    [InlineData("2026年底建成", "2026年底", "2026-11/2026-12")]
    [InlineData("今年6月的第二个周六", "今年6月的第二个周六", "2024-06-08")]
    [InlineData("6月第二周", "6月第二周", "2024-06-10/2024-06-16")]
    [InlineData("9月的最后三天", "9月的最后三天", "2024-09-28/2024-09-30")]
    [InlineData("2023年最后一个月", "2023年最后一个月", "2023-12")]
    [InlineData("元旦前一天", "元旦前一天", "2023-12-31")]
    [InlineData("去年的今天", "去年的今天", "2023-05-08")]
    [InlineData("两年前的今天", "两年前的今天", "2022-05-08")]
    [InlineData("母亲节促销", "母亲节", "2024-05-12")]
    [InlineData("2024年除夕", "2024年除夕", "2025-01-28")]
    [InlineData("清明节期间", "清明节期间", "2024-04-04")]
    [InlineData("18世纪，此地设县", "18世纪", "17XX")]
    [InlineData("20世纪末，厂子搬走", "20世纪末", "1980/1999")]
    [InlineData("“五一”假期，游人如织", "“五一”假期", "2024-05-01")]
    [InlineData("108年11月核定", "108年11月", "2019-11")]
    [InlineData("大暑，宜静养", "大暑", "2024-07-22")]
    [InlineData("冬至当天", "冬至", "2024-12-21")]
    [InlineData("2021年冬至", "2021年冬至", "2021-12-21")]
    [InlineData("农历2023年闰二月初三", "农历2023年闰二月初三", "2023-03-24")]
    [InlineData("感恩节将至", "感恩节", "2024-11-28")]
    [InlineData("世界读书日前后", "世界读书日前后", "2024-04-23")]
    [InlineData("三年前的5月", "三年前的5月", "2021-05")]
    [InlineData("农历七月初七", "农历七月初七", "2024-08-10")]
    public void ADateIsFoundAndResolved(string text, string surface, string edtf) => Check(text, surface, edtf);

    [Theory]
    [InlineData("三天后交货", "三天后", "2024-05-11")]
    [InlineData("两个月前投产", "两个月前", "2024-03-08")]
    [InlineData("三年半以后见分晓", "三年半以后", "2027-11-08")]
    [InlineData("一个半月后复查", "一个半月后", "2024-06-23")]
    [InlineData("再过十天开学", "再过十天", "2024-05-18")]
    [InlineData("过去五年，产值翻番", "过去五年", "2019-05-08/2024-05-07")]
    [InlineData("近十年来少见", "近十年来", "2014-05-08/2024-05-07")]
    [InlineData("未来三天有雨", "未来三天", "2024-05-08/2024-05-10")]
    [InlineData("接下来三个月", "接下来三个月", "2024-05/2024-07")]
    [InlineData("上两个月的账", "上两个月", "2024-03/2024-04")]
    [InlineData("17天内答复", "17天内", "2024-05-08/2024-05-25")]
    [InlineData("今明两年", "今明两年", "2024/2025")]
    public void ADistanceCountsFromTheDate(string text, string surface, string edtf) => Check(text, surface, edtf);

    [Theory]
    [InlineData("5月6日上午9时30分开会", "5月6日上午9时30分", "2024-05-06T09:30:00", "2024-05-06T09:30:59")]
    [InlineData("昨晚8点半停电", "昨晚8点半", "2024-05-07T20:30:00", "2024-05-07T20:30:59")]
    [InlineData("列车15:30到站", "15:30", "2024-05-08T15:30:00", "2024-05-08T15:30:59")]
    [InlineData("9时许，雨停了", "9时许", "2024-05-08T09:00:00", "2024-05-08T09:59:59")]
    [InlineData("明天零点", "明天零点", "2024-05-09T00:00:00", "2024-05-09T00:59:59")]
    [InlineData("今晚12点", "今晚12点", "2024-05-09T00:00:00", "2024-05-09T00:59:59")]
    [InlineData("后天下午三点一刻", "后天下午三点一刻", "2024-05-10T15:15:00", "2024-05-10T15:15:59")]
    [InlineData("2024-05-06 10:30:05", "2024-05-06 10:30:05", "2024-05-06T10:30:05", "2024-05-06T10:30:05")]
    [InlineData("营业9:00至11:30", "9:00至11:30", "2024-05-08T09:00:00", "2024-05-08T11:30:00")]
    [InlineData("上午9点到下午3点", "上午9点到下午3点", "2024-05-08T09:00:00", "2024-05-08T15:00:00")]
    [InlineData("明天下午两点到四点", "明天下午两点到四点", "2024-05-09T14:00:00", "2024-05-09T16:00:00")]
    [InlineData("晚上9点到凌晨2点", "晚上9点到凌晨2点", "2024-05-08T21:00:00", "2024-05-09T02:00:00")]
    [InlineData("5月8日8时至9日20时", "5月8日8时至9日20时", "2024-05-08T08:00:00", "2024-05-09T20:00:00")]
    [InlineData("明天下午", "明天下午", "2024-05-09T12:00:00", "2024-05-09T17:59:59")]
    public void ATimeOfDayHasSeconds(string text, string surface, string start, string end)
    {
        var value = Time(text, surface);
        Assert.True(value.HasTimeOfDay);
        Assert.Equal(start, Text(value.Start));
        Assert.Equal(end, Text(value.End));
    }

    [Theory]
    [InlineData("今年以来", "2024/..", "2024-01-01", null)]
    [InlineData("自2023年9月起", "2023-09/..", "2023-09-01", null)]
    [InlineData("从去年到现在", "2023/..", "2023-01-01", null)]
    [InlineData("2025年底前", "../2025-12", null, "2025-12-31")]
    [InlineData("截至去年底", "../2023-12", null, "2023-12-31")]
    [InlineData("6月30日24时前", "../2024-07-01T00:00:00", null, "2024-07-01")]
    [InlineData("3月5日以前", "../2024-03-05", null, "2024-03-05")]
    public void ABoundIsOpenAtOneEnd(string text, string edtf, string? start, string? end)
    {
        var value = Time(text, text);
        Assert.Equal((edtf, start, end), (value.Edtf, Text(value.Start)?[..10], Text(value.End)?[..10]));
    }

    [Theory]
    [InlineData("6月1日至30日", "2024-06-01/2024-06-30")]
    [InlineData("12月28日至1月3日", "2024-12-28/2025-01-03")]
    [InlineData("2023年11月到下个月9号", "2023-11/2024-06-09")]
    [InlineData("2017年5——8月", "2017-05/2017-08")]
    [InlineData("1982到87年6月", "1982/1987-06")]
    [InlineData("自2022-03-14起至2022-03-18止", "2022-03-14/2022-03-18")]
    [InlineData("上周三至本周五", "2024-05-01/2024-05-10")]
    [InlineData("2015年和2018年之间", "2015/2018")]
    [InlineData("2019—2023年", "2019/2023")]
    public void ARangeTakesFromItsStartWhatItsEndLeavesOut(string text, string edtf) => Check(text, text, edtf);

    [Theory]
    [InlineData("女双以21:15获胜")]
    [InlineData("开往3号楼")]
    [InlineData("北1号至4号泊位")]
    [InlineData("今年的雨水偏多", "今年")]
    [InlineData("提出三点建议")]
    [InlineData("零点五")]
    [InlineData("每年3月举行")]
    [InlineData("每月2号到5号开放")]
    [InlineData("判处拘役3至5月")]
    [InlineData("一日之长")]
    [InlineData("农历2023年闰六月")]
    [InlineData("每天上午9时至下午5时开放")]
    [InlineData("5月32日", "5月")]
    [InlineData("2023-13-01")]
    [InlineData("网上周转")]
    [InlineData("比例为1:20")]
    public void WhatIsNoTimeIsNotTakenForOne(string text, params string[] times) =>
        Assert.Equal(times, ValueRecognizer.Recognize(text, s_date).Where(value => value.Kind == ValueKind.Time).Select(value => value.Span.Of(text).ToString()));

    [Theory]
    [InlineData("今年")]
    [InlineData("上午9时")]
    [InlineData("三天后")]
    [InlineData("12月1日")]
    public void WithoutADateARelativeTimeStaysOpen(string text)
    {
        var value = Assert.IsType<TimeValue>(ValueRecognizer.Recognize(text)[0].Value);
        Assert.Null(value.Edtf);
        Assert.Null(value.Start);
    }

    [Fact]
    public void ADayIsOfTheMonthNamedBefore()
    {
        var values = ValueRecognizer.Recognize("3月18日开幕，20日闭幕，次日撤展", s_date);
        Assert.Equal(["2024-03-18", "2024-03-20", "2024-03-21"], values.Where(value => value.Kind == ValueKind.Time).Select(value => ((TimeValue)value.Value!).Edtf));
    }

    [Fact]
    public void AMomentHasItsDayAndItsTimeAsParts()
    {
        const string Text = "今天晚上9:30";
        Assert.Equal(["今天", "晚上9:30"], ValueRecognizer.Recognize(Text, s_date).Where(value => value is { Kind: ValueKind.Time, IsPart: true }).Select(value => value.Span.Of(Text).ToString()));
    }

    [Theory]
    [InlineData("三年", "P3Y")]
    [InlineData("工期3天", "P3D")]
    [InlineData("两个半小时", "PT2H30M")]
    [InlineData("一年零三个月", "P1Y3M")]
    [InlineData("半年", "P6M")]
    [InlineData("3周", "P3W")]
    [InlineData("一周零两天", "P9D")]
    [InlineData("一个半月", "P1.5M")]
    [InlineData("14天6小时20分", "P14DT6H20M")]
    [InlineData("1分半钟", "PT1M30S")]
    [InlineData("五个季度", "P15M")]
    [InlineData("2.5小时", "PT2.5H")]
    [InlineData("5天4晚", "P5D")]
    [InlineData("跑出10秒96", "PT10.96S")]
    [InlineData("六七天", null)]
    [InlineData("15个工作日", null)]
    public void ALengthOfTimeIsADuration(string text, string? iso)
    {
        var found = ValueRecognizer.Recognize(text, s_date).First(value => value.Kind == ValueKind.Duration);
        Assert.Equal(iso, Assert.IsType<DurationValue>(found.Value).Iso);
        Assert.Equal(text.Length, found.Span.End);
    }

    [Fact]
    public void AnAdverbIsNoLengthOfTime() => Assert.Empty(ValueRecognizer.Recognize("他十分高兴", s_date));

    [Fact]
    public void NoTextMakesItThrow()
    {
        const string Alphabet = "0123456789零一二三十百年月日号时点分秒半上下午晚周星期季度初底末前后以内来至到-—:：./ 的第个最后去今明本今过未近农历正初闰世纪Q廿两大约从自起除夕清明";
        var random = new Random(20240508);
        PartialDate?[] dates = [s_date, null, new PartialDate(1, 1, 1), new PartialDate(9999, 12, 31), new PartialDate(2024), new PartialDate(2024, 2)];
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Create(random.Next(1, i % 100 == 0 ? 400 : 16), random, (span, source) =>
            {
                foreach (ref var character in span)
                {
                    character = Alphabet[source.Next(Alphabet.Length)];
                }
            });
            foreach (var value in ValueRecognizer.Recognize(text, dates[i % dates.Length]))
            {
                Assert.InRange(value.Span.End, 1, text.Length);
                Assert.False(value.Value is TimeValue { Start: { } start, End: { } end } && start > end, text);
            }
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("九")]
    [InlineData("今天")]
    [InlineData("上")]
    [InlineData("1月")]
    [InlineData("10:")]
    [InlineData("一年")]
    [InlineData("9时至")]
    [InlineData("农历")]
    [InlineData("2023年度")]
    [InlineData("度", "2023年")]
    [InlineData("的", "2023年")]
    [InlineData("大")]
    [InlineData("半")]
    [InlineData("每年的")]
    public void TimeIsLinear(string unit, string start = "")
    {
        var text = start + string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length));
        var watch = Stopwatch.StartNew();
        ValueRecognizer.Recognize(text, s_date);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    private static void Check(string text, string surface, string edtf) => Assert.Equal(edtf, Time(text, surface).Edtf);

    private static TimeValue Time(string text, string surface)
    {
        var found = ValueRecognizer.Recognize(text, s_date).First(value => value.Kind == ValueKind.Time);
        Assert.Equal(surface, found.Span.Of(text).ToString());
        return Assert.IsType<TimeValue>(found.Value);
    }

    private static string? Text(DateTime? moment) => moment?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
