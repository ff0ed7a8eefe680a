using NewsExtract.Chinese.Normalization;
using NewsExtract.Extraction.Mentions.Values;

namespace NewsExtract.Extraction.Tests.Mentions.Values;

public class ValueMentionRecognizerTests
{
    [Theory]
    [InlineData("全县签约项目341个，总投资70亿元。", "QUANTITY:341个 MONEY:70亿元")]
    [InlineData("吸引2000余人参加，占三成以上。", "QUANTITY:2000余人 PERCENT:三成以上")]
    [InlineData("云山、青河、石桥三县区共签约12个项目。", "QUANTITY:三县区 QUANTITY:12个")]
    [InlineData("青河、石桥两县增加收入近3亿元。", "QUANTITY:两县 MONEY:近3亿元")]
    [InlineData("产量由32件增至65件。", "QUANTITY:32件 QUANTITY:65件")]
    [InlineData("企业从537家增加到926家。", "QUANTITY:537家 QUANTITY:926家")]
    [InlineData("奖励彩电一台，洗衣机两台。", "QUANTITY:一台 QUANTITY:两台")]
    [InlineData("产值翻了近一倍。", "QUANTITY:近一倍")]
    [InlineData("工期45天，试用期一年。", "QUANTITY:45天 QUANTITY:一年")]
    [InlineData("合作备忘录有效期3至5年。", "QUANTITY:3至5年")]
    [InlineData("发生4.9级地震，阵风9级大风。", "QUANTITY:4.9级 QUANTITY:9级")]
    [InlineData("去年年产值达8亿元，今年突破10亿元。", "DATE:去年 MONEY:8亿元 DATE:今年 MONEY:10亿元")]
    [InlineData("12月1日上午，一行23人到访。", "DATE:12月1日上午 QUANTITY:23人")]
    [InlineData("截至目前，入驻企业127家。", "DATE:目前 QUANTITY:127家")]
    [InlineData("到“十四五”末，亿元以上企业达30家。", "DATE:“十四五”末 MONEY:亿元以上 QUANTITY:30家")]
    [InlineData("比上年提高5.2个百分点。", "DATE:上年 PERCENT:5.2个百分点")]
    [InlineData("年内开工，三年内达产。", "DATE:年内 DATE:三年内")]
    [InlineData("力争年产值过千亿，融资3.2亿。", "MONEY:过千亿 MONEY:3.2亿")]
    [InlineData("风力六至七级，阵风九级。", "QUANTITY:六至七级 QUANTITY:九级")]
    [InlineData("一家三口，第三、四节课，八届五次会议，到5人。", "QUANTITY:5人")]
    [InlineData("一艘三名乘员的船。", "QUANTITY:三名")]
    [InlineData("2016年扶贫，当年脱贫。", "DATE:2016年 DATE:当年")]
    [InlineData("2016年11月8日 星期二\n9日（星期三）开会，星期五闭会。", "DATE:2016年11月8日 DATE:9日 DATE:星期五")]
    [InlineData("三人3分钟跳绳512个。", "QUANTITY:三人 QUANTITY:3分钟 QUANTITY:512个")]
    public void Finds(string text, string expected) => Assert.Equal(expected, Marks(text));

    [Theory]
    [InlineData("举行第四次会议，获得第2名。")]
    [InlineData("咨询电话：0355-8213456，邮编046000。")]
    [InlineData("国道G108、省道S20线改造。")]
    [InlineData("一架A320客机起飞。")]
    [InlineData("第03版 要闻")]
    [InlineData("一是抓项目，二是抓服务，三是抓作风。")]
    [InlineData("增强“四个意识”、坚定四个自信、做到两个维护。")]
    [InlineData("服务三农，召开十一届三中全会。")]
    [InlineData("“2+26”城市大气治理。")]
    [InlineData("创建4A级景区，采用3D打印，通过ISO9001认证。")]
    [InlineData("建设5G基站，发展8K视频。")]
    [InlineData("一系列举措，一批项目，一个产业。")]
    [InlineData("项目分两期建设，一期投产，二期开工。")]
    [InlineData("两地合作潜力巨大。")]
    [InlineData("十年磨一剑，九头牛也拉不回。")]
    [InlineData("大家十分高兴，千方百计搞活流通。")]
    [InlineData("场面十分热闹，对此万分感谢。")]
    [InlineData("三峡之一，着陆点分明，路易十五时期。")]
    [InlineData("航班14:35起飞，K1023+500处塌方，双向四车道。")]
    [InlineData("五花八门，一波三折，四处奔走，三伏天。")]
    [InlineData("东北三省，西方七国，中铁十九局。")]
    [InlineData("“当年我在这里插队。”他说。")]
    [InlineData("陆地面积广，伍某出席。")]
    [InlineData("坚持“三个一批”，打通“最后一公里”。")]
    [InlineData("排放二氧化碳，推进零碳园区。")]
    [InlineData("这是唯一选择，统一安排，一般公共预算。")]
    [InlineData("百亿级项目，万元户，三角债。")]
    [InlineData("津政发〔2016〕31号")]
    public void Finds_nothing(string text) => Assert.Equal("", Marks(text));

    [Fact]
    public void Amounts_of_a_Taiwanese_paper_are_in_its_own_dollars()
    {
        var values = Recognize("公司投資新臺幣47億元，再投入9億元。").Select(mention => (NumberValue)mention.Value!).ToArray();
        Assert.Equal(["TWD", "TWD"], values.Select(value => value.Currency));
        Assert.Equal([4_700_000_000m, 900_000_000m], values.Select(value => value.Value!.Value));
    }

    [Fact]
    public void Units_keep_the_characters_of_the_source()
    {
        var value = (NumberValue)Recognize("面積約53公頃。").Single().Value!;
        Assert.Equal("公頃", value.Unit);
        Assert.Equal(Approximation.About, value.Approximation);
    }

    [Fact]
    public void Blanks_between_digits_and_characters_count_for_nothing()
    {
        const string Text = "於 2021 年 6 月 18 日完成，投資新臺幣 177.1 億元，成長 3.5 個百分點。";
        Assert.Equal("DATE:2021 年 6 月 18 日 MONEY:新臺幣 177.1 億元 PERCENT:3.5 個百分點", Marks(Text));
        Assert.Equal(17_710_000_000m, ((NumberValue)Recognize(Text)[1].Value!).Value);
    }

    [Fact]
    public void Relative_dates_count_from_the_day_of_issue()
    {
        var dates = Recognize("昨日，园区签约3个项目。去年，产值8亿元。", new PartialDate(2022, 9, 24)).Where(mention => mention.Type == EntityType.Date);
        Assert.Equal(["2022-09-23", "2021"], dates.Select(mention => ((DateValue)mention.Value!).Edtf));
    }

    [Theory]
    [InlineData("青山开发区2023年第四次集中签约活动举行\n12月1日，活动在青山举行。今年以来，招商顺利。", "2023 2023-12-01 2023/..")]
    [InlineData("2024世界竹产业大会开幕\n9月6日，大会开幕。", "2024-09-06")]
    [InlineData("2017年6月21日晚，晚会举行。22日，代表参观企业。去年产值8亿元。", "2017-06-21 2017-06-22 2016")]
    [InlineData("3月5日，项目开工。到2025年，产值达10亿元。", "- 2025")]
    [InlineData("11月8日，医院扩建。医院2019年通过评审。", "- 2019")]
    public void Without_a_day_of_issue_the_text_gives_the_year(string text, string expected)
    {
        var dates = Recognize(text).Where(mention => mention.Type == EntityType.Date).Select(mention => ((DateValue)mention.Value!).Edtf ?? "-");
        Assert.Equal(expected, string.Join(' ', dates));
    }

    [Fact]
    public void A_long_run_of_digits_or_numerals_takes_linear_time()
    {
        foreach (var piece in new[] { "1", "九", "百万", "1,234", "五六", "约", "3-", "2023年", "近", "第", "“" })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Recognize(text);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{piece}: {watch.Elapsed}");
        }
    }

    [Theory]
    [InlineData(EntityType.Money, "约6000万元以上", 60000000)]
    [InlineData(EntityType.Percent, "三成", 30)]
    [InlineData(EntityType.Quantity, "一百五十七家", 157)]
    [InlineData(EntityType.Money, "三千六", 3600)]
    public void A_given_surface_is_resolved(EntityType type, string surface, double expected) =>
        Assert.Equal((decimal)expected, ((NumberValue)ValueResolver.Resolve(type, surface)!).Value);

    [Fact]
    public void A_given_date_tells_what_its_own_words_tell()
    {
        Assert.Equal("2021-05", ((DateValue)ValueResolver.Resolve(EntityType.Date, "2021年5月")!).Edtf);
        Assert.Null(((DateValue)ValueResolver.Resolve(EntityType.Date, "去年")!).Edtf);
    }

    private static string Marks(string text) =>
        string.Join(' ', Recognize(text).Select(mention => $"{mention.Type.Label()}:{text.AsSpan(mention.Span.Start, mention.Span.Length)}"));

    private static IReadOnlyList<Mention> Recognize(string source, PartialDate? issue = null)
    {
        var document = new Document { Id = new string('0', 64), SourceName = "a.txt", Text = source };
        var blocks = new List<Block>();
        var start = 0;
        foreach (var line in source.Split('\n'))
        {
            blocks.Add(new Block(BlockKind.Body, [new TextSpan(start, start + line.Length)]));
            start += line.Length + 1;
        }

        var article = new Article { Blocks = [.. blocks], PublicationDate = issue };
        return new ValueMentionRecognizer().Recognize(new ArticleTextBuilder().Build(document, article), []);
    }
}
