using System.Globalization;

namespace NewsExtract.Specs;

/// <summary>
/// A number belongs to the sentence it stands in. A thousand generated sentences of news, whose numbers are shuffled
/// between them, so that no figure could be known by its size or its company.
/// </summary>
public class ShuffledNumbersTests
{
    private const int Sentences = 1000;
    private const int SentencesPerArticle = 10;
    private const uint Seed = 20231201;

    // Each has a subject of its own, so that no number needs one from another sentence.
    private static readonly string[] s_patterns =
    [
        "{0}实现工业总产值{1}亿元，同比增长{2}%。",
        "{0}现有员工{1}人，其中研发人员{2}人。",
        "{0}签约项目{1}个，总投资{2}亿元。",
        "{0}完成固定资产投资{1}亿元，新增就业{2}人。",
        "今年上半年，{0}出口轴承{1}万套，比上年同期下降{2}%。",
        "{0}占地{1}亩，建成标准厂房{2}栋。",
        "{0}开工项目{1}个，投产项目{2}个。",
        "{0}计划投资{1}亿元，建设冷链物流园项目，预计年产值{2}亿元。",
        "{0}累计培训技工{1}名，走访企业{2}家。",
        "力争到2030年，{0}产值突破{1}亿元，税收达到{2}亿元。",
    ];

    // A time is carried over sentences that name none, as the guidelines ask; who and what are not.
    private static readonly string[] s_carried = ["period", "date", "deadline"];

    private static readonly string[] s_places = ["江川", "临水", "青禾", "安岭", "远浦", "阳河", "石泉湾", "云溪口", "北塘", "平岗"];

    private static readonly string[] s_bodies = ["经济开发区", "高新技术产业开发区", "轴承有限公司", "铝业集团有限公司", "综合保税区", "县水务局", "职业技术学院", "纺织股份有限公司", "化工有限责任公司", "市人民医院"];

    [Fact]
    public void No_number_takes_a_subject_from_another_sentence()
    {
        var pipeline = new NewsPipelineBuilder { Splitter = new Training.LineSplitter() }.Build();
        var random = new Sequence(Seed);
        int read = 0, withSubject = 0;
        for (var written = 0; written < Sentences; written += SentencesPerArticle)
        {
            var text = Write(random, written);
            foreach (var article in pipeline.ProcessText(text).Articles)
            {
                foreach (var fact in article.Facts)
                {
                    read++;
                    withSubject += HasSubject(fact) ? 1 : 0;
                    var sentences = fact.Arguments
                        .Where(argument => !s_carried.Contains(argument.Role))
                        .SelectMany(argument => argument.Spans)
                        .Select(span => article.Text.SentenceAt(span.Start))
                        .Append(article.Text.SentenceAt(fact.Evidence.Start))
                        .Append(article.Text.SentenceAt(fact.Evidence.End - 1))
                        .Distinct();
                    Assert.True(sentences.Count() == 1, $"{fact.Type} of several sentences: {string.Join(", ", fact.Arguments.Select(argument => $"{argument.Role}={argument.Value}"))}\n{text}");
                }
            }
        }

        // Two numbers a sentence, most of which make a fact with a subject; a reader that finds nothing must not pass.
        Assert.InRange(read, Sentences * 3 / 2, Sentences * 5 / 2);
        Assert.InRange(withSubject, Sentences, Sentences * 5 / 2);
    }

    private static bool HasSubject(Fact fact) => fact.Find("subject") is not null || fact.Find("scope") is not null || fact.Find("investor") is not null;

    private static string Write(Sequence random, int first)
    {
        var numbers = new string[SentencesPerArticle * 2];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = random.Next(2, 980).ToString(CultureInfo.InvariantCulture);
        }

        random.Shuffle(numbers);
        var lines = new string[SentencesPerArticle];
        for (var i = 0; i < lines.Length; i++)
        {
            // a place and a body that no other sentence of the article has
            var subject = s_places[(first / SentencesPerArticle + i) % s_places.Length] + s_bodies[i];
            lines[i] = string.Format(CultureInfo.InvariantCulture, s_patterns[random.Next(0, s_patterns.Length)], subject, numbers[2 * i], numbers[(2 * i) + 1]);
        }

        random.Shuffle(lines);

        // half of the boundaries are within a paragraph, half between two
        return string.Concat(lines.Select((line, index) => index % 2 == 0 ? line : line + "\n"));
    }

    /// <summary>A linear congruential sequence (Numerical Recipes), the same on every machine.</summary>
    private sealed class Sequence(uint seed)
    {
        private uint _state = seed;

        public int Next(int least, int bound)
        {
            _state = unchecked((_state * 1664525u) + 1013904223u);
            return least + (int)((_state >> 8) % (uint)(bound - least));
        }

        public void Shuffle(string[] items)
        {
            for (var i = items.Length - 1; i > 0; i--)
            {
                var j = Next(0, i + 1);
                (items[i], items[j]) = (items[j], items[i]);
            }
        }
    }
}
