using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NewsExtract.Storage.Tests.Linking;

/// <summary>An issue of some articles that name what others name too, made so that much of it is hard to link.</summary>
internal sealed class InventedIssue
{
    // Towns and their provinces; 桥西区 and 鼓楼区 lie in several cities.
    private static readonly (string City, string Short, string Province, string Paper)[] s_towns =
    [
        ("太原市", "太原", "山西省", "太原晚报"),
        ("石家庄市", "石家庄", "河北省", "河北日报"),
        ("济南市", "济南", "山东省", "济南日报"),
        ("南京市", "南京", "江苏省", "南京日报"),
        ("成都市", "成都", "四川省", "四川日报"),
        ("徐州市", "徐州", "江苏省", "徐州日报"),
    ];

    private static readonly string[] s_brands = ["云岭", "晋宏", "泰禾", "丰瑞", "凯达", "嘉源", "博远", "恒昌", "锦程", "瑞丰", "宏图", "远航"];
    private static readonly string[] s_given = ["志", "文", "海", "秀", "建", "若", "思", "明", "晓", "国", "春", "天"];
    private static readonly string[] s_titles = ["市长", "局长", "书记", "董事长", "教师", "省商务厅厅长", "国家体育总局局长"];

    private readonly Random _random;
    private readonly int _world;

    private InventedIssue(Random random, int worlds) => (_random, _world) = (random, random.Next(worlds));

    /// <param name="name">Another name is another issue; the same one has the same id, whatever is in it.</param>
    /// <param name="worlds">Of so many groups of firms and persons each issue names one as a rule, and others now and then.</param>
    public static DocumentEntry Make(Random random, string name, int worlds)
    {
        var issue = new InventedIssue(random, worlds);
        var sha256 = Samples.Sha256(name);
        return new DocumentEntry
        {
            Sha256 = sha256,
            Name = name,
            Bytes = 1,
            State = ExtractionState.Complete,
            ReadingKey = "reader=1",
            ExtractionKey = "rules=1",
            Version = "0.1.0",
            Encoding = "utf-8",
            Characters = 1,
            Articles = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(index => issue.Article(name, sha256, index))],
            Reading = Encoding.UTF8.GetBytes(name),
        };
    }

    private ArticleRecord Article(string file, string sha256, int index)
    {
        var world = _random.Next(8) == 0 ? _random.Next(s_brands.Length) : _world;
        var town = s_towns[(world + (_random.Next(6) == 0 ? 1 : 0)) % s_towns.Length];
        var names = Names(world, town);
        var text = new StringBuilder();
        var (mentions, entities, spans) = (new List<MentionRecord>(), new List<EntityRecord>(), new List<TextSpan>());
        foreach (var (type, name, aliases) in names)
        {
            var span = new TextSpan(text.Length, text.Length + name.Length);
            text.Append(name).Append('，');
            spans.Add(span);
            mentions.Add(new MentionRecord(Id("m", mentions.Count), type, name, [span], null, "rule:x@1", null));
            entities.Add(new EntityRecord(Id("e", entities.Count), type, name, [.. aliases], [mentions[^1].Id]));
        }

        return new ArticleRecord
        {
            Generator = new GeneratorRecord("newsextract", "0.1.0"),
            Source = new SourceRecord(file, sha256, "utf-8"),
            Article = new HeaderRecord
            {
                Index = index,
                Date = _random.Next(8) == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"20{10 + _random.Next(6)}-0{1 + _random.Next(9)}-01"),
                Source = _random.Next(3) == 0 ? town.Paper : null,
                Dateline = _random.Next(6) == 0 ? town.Short + "3月1日电" : null,
            },
            Paragraphs = [new ParagraphRecord("body", text.ToString(), [new TextSpan(0, text.Length)])],
            Mentions = [.. mentions],
            Entities = [.. entities],
            Facts = [.. Facts(names, spans, text.ToString())],
            Diagnostics = [],
            Status = "complete",
        };
    }

    private List<(string Type, string Name, string[] Aliases)> Names(int world, (string City, string Short, string Province, string Paper) town)
    {
        var (brand, given) = (s_brands[world], s_given[world]);
        (string, string, string[])[] pool =
        [
            ("ORG", $"山西{brand}特种钢股份有限公司", [$"{brand}特钢"]),
            ("ORG", $"大同{brand}特种钢有限公司", []),
            ("ORG", $"{brand}特钢", []),
            ("ORG", $"太原{brand}机械有限公司", [$"{brand}机械", $"{brand}重机"]),
            ("ORG", $"{brand}机械", []),
            ("ORG", $"{brand}重机", []),
            ("ORG", $"{brand}重型机械集团公司", [$"{brand}重机"]),
            ("ORG", $"{brand}机械厂", [$"{brand}机械", "市公安局"]),
            ("ORG", $"{brand}", []),
            // Nobody says what is short for what; with both firms there it is short for neither.
            ("ORG", $"{brand}药业", []),
            ("ORG", $"山西{brand}药业股份有限公司", []),
            ("ORG", $"太原{brand}药业有限责任公司", []),
            ("ORG", $"{town.City}{brand}中学", [$"{brand}中学"]),
            ("ORG", $"{town.City}商务局", []),
            ("ORG", $"{town.Short}商务局", ["市商务局"]),
            ("ORG", "市商务局", []),
            ("ORG", "省商务厅", []),
            ("ORG", $"{town.Province}商务厅", []),
            ("ORG", "公安局", []),
            ("ORG", "桥西区卫健委", []),
            ("GPE", town.City, []),
            ("GPE", town.Short, []),
            ("GPE", _random.Next(2) == 0 ? "桥西区" : "鼓楼区", []),
            ("FAC", $"{brand}文化中心体育馆", []),
            ("FAC", "人民广场", []),
            ("PROJECT", $"{brand}年产十万吨特种钢项目", []),
            ("PER", $"陈{given}远", []),
            ("PER", $"陈{given}", []),
            ("PER", $"王{given}兰", []),
            ("PER", $"李{given}明", []),
        ];
        return [.. pool.Where(_ => _random.Next(4) == 0).OrderBy(_ => _random.Next())];
    }

    private IEnumerable<FactRecord> Facts(List<(string Type, string Name, string[] Aliases)> names, List<TextSpan> spans, string text)
    {
        var number = 0;
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Type != "PER" || _random.Next(4) == 0)
            {
                continue;
            }

            var roles = new Dictionary<string, ArgumentValue> { ["person"] = new ArgumentValue.Text(names[i].Name) };
            var places = new Dictionary<string, ImmutableArray<TextSpan>> { ["person"] = [spans[i]] };
            var type = _random.Next(6) == 0 ? "credit" : "position";
            if (type == "position")
            {
                roles["title"] = new ArgumentValue.Text(s_titles[_random.Next(s_titles.Length)]);
                places["title"] = [new TextSpan(0, 1)];
                var body = _random.Next(names.Count * 2);
                if (body < names.Count && (names[body].Type is "ORG" or "GPE"))
                {
                    roles["organization"] = new ArgumentValue.Text(names[body].Name);
                    places["organization"] = [spans[body]];
                }
            }

            yield return new FactRecord(Id("f", number++), type, roles, places, new EvidenceRecord(text, [new TextSpan(0, text.Length)]), "rule:x@1", 0.9);
        }
    }

    private static string Id(string letter, int place) => string.Create(CultureInfo.InvariantCulture, $"{letter}{place + 1}");
}
