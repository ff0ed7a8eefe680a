namespace NewsExtract.Readers.Tests.Layout;

public class HeaderTests
{
    [Fact]
    public void Kicker_headline_and_subhead() => Bulletin.Expect(
        """
        凝心聚力抓项目　跑出发展加速度

        全市重点工程推进会在江州召开

        林向阳主持并讲话

        本报讯（记者 方小石）3月5日，全市重点工程推进会在江州召开。市长林向阳主持会议并讲话。

        会议通报了一季度重点工程进展情况，部署下一步工作。
        """,
        """
        = 方小石 | - | -
        K 凝心聚力抓项目跑出发展加速度
        H 全市重点工程推进会在江州召开
        S 林向阳主持并讲话
        P 本报讯（记者方小石）3月5日，全市重点工程推进会在江州召开。市长林向阳主持会议并讲话。
        P 会议通报了一季度重点工程进展情况，部署下一步工作。
        """);

    [Fact]
    public void Subhead_after_a_dash_and_names_below_it() => Bulletin.Expect(
        """
        荒滩上长出“花果山”
        ——临江县石桥镇产业发展纪实

        许清和

        走进临江县石桥镇，漫山遍野的果树映入眼帘。这里曾是寸草不生的荒滩。

        三年来，镇里栽下果树十万株。
        """,
        """
        = 许清和 | - | -
        H 荒滩上长出“花果山”
        S ——临江县石桥镇产业发展纪实
        B 许清和
        P 走进临江县石桥镇，漫山遍野的果树映入眼帘。这里曾是寸草不生的荒滩。
        P 三年来，镇里栽下果树十万株。
        """);

    [Fact]
    public void Kicker_that_ends_with_a_verb_of_speech() => Bulletin.Expect(
        """
        高远山在江州开发区调研时强调
        把好项目落到实处

        本报讯 4月2日，副省长高远山到江州开发区调研，强调要把好项目落到实处。
        """,
        """
        = - | - | -
        K 高远山在江州开发区调研时强调
        H 把好项目落到实处
        P 本报讯4月2日，副省长高远山到江州开发区调研，强调要把好项目落到实处。
        """);

    [Fact]
    public void Headline_in_brackets_of_a_column_is_the_kicker() => Bulletin.Expect(
        """
        【园区一线】

        石桥园区生产忙

        清晨，石桥园区的车间里机器轰鸣，工人们正在生产出口订单。（方小石）
        """,
        """
        = 方小石 | - | -
        K 【园区一线】
        H 石桥园区生产忙
        P 清晨，石桥园区的车间里机器轰鸣，工人们正在生产出口订单。（方小石）
        """);

    [Fact]
    public void Headline_alone_in_lenticular_brackets() => Bulletin.Expect(
        """
        【石桥园区一季度签约十二个项目】

        本报讯 4月2日，石桥园区一季度项目签约会举行，十二个项目签约。
        """,
        """
        = - | - | -
        H 【石桥园区一季度签约十二个项目】
        P 本报讯4月2日，石桥园区一季度项目签约会举行，十二个项目签约。
        """);

    [Fact]
    public void Headline_set_on_two_lines() => Bulletin.Expect(
        """
        江州市人民政府关于
        加快推进科技创新的若干意见

        为加快推进科技创新，江州市人民政府日前出台若干意见。
        """,
        """
        = - | - | -
        H 江州市人民政府关于
        H 加快推进科技创新的若干意见
        P 为加快推进科技创新，江州市人民政府日前出台若干意见。
        """);

    [Fact]
    public void Letters_set_apart() => Bulletin.Expect(
        """
        江　州　新　报　　　　２０２３年５月６日　　　　０２

        石 桥 园 区 再 添 新 项 目

        ５月５日，石桥园区举行新项目开工仪式。
        """,
        """
        = - | 江州新报 | 2023-05-06
        F 江州新报２０２３年５月６日０２
        H 石桥园区再添新项目
        P ５月５日，石桥园区举行新项目开工仪式。
        """);

    [Fact]
    public void English_headline() => Bulletin.Expect(
        """
        Jiangzhou Opens New Industrial Park

        By Li Ming

        JIANGZHOU, May 6 -- Jiangzhou opened a new industrial park on Saturday, officials said.

        The park will host 30 companies.
        """,
        """
        = Li Ming | - | -
        H JiangzhouOpensNewIndustrialPark
        B ByLiMing
        P JIANGZHOU,May6--JiangzhouopenedanewindustrialparkonSaturday,officialssaid.
        P Theparkwillhost30companies.
        """);

    [Fact]
    public void Editors_note_before_the_byline() => Bulletin.Expect(
        """
        老街新生记

        编者按：城市更新，更新的是人居环境。本报今起推出系列报道。

        本报记者 方小石

        清晨的江州老街，青石板路泛着光。
        """,
        """
        = 方小石 | - | -
        H 老街新生记
        P 编者按：城市更新，更新的是人居环境。本报今起推出系列报道。
        B 本报记者方小石
        P 清晨的江州老街，青石板路泛着光。
        """);
}
