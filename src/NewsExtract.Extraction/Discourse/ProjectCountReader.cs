using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Tells numbers of projects at a stage (签约项目18个) and the amounts that belong to them (总投资65亿元).</summary>
internal sealed class ProjectCountReader(FactContext context, LinkTrimmer links)
{
    private const string PartRule = "part";
    private const int LongestKind = 12;

    private readonly string _text = context.Text.Text;

    /// <summary>The reading as a project count or an amount of one; <c>null</c> when it is neither.</summary>
    public NumberReading? Read(List<NumberReading> readings, int index, int first, TextSpan noun)
    {
        var reading = readings[index];
        var group = Group(readings, index, first);
        if (reading.Mention.Type == EntityType.Money)
        {
            return group is { } owner ? ReadAmount(readings, index, owner) : null;
        }

        if (reading.Mention.Type != EntityType.Quantity || reading.Value.Value is not { } count || count != decimal.Truncate(count) || reading.Value.Unit is not ("个" or "项" or "個" or "項" or "宗"))
        {
            return null;
        }

        // 甲市、乙市分别开工项目9个、|12个
        if (reading.Rule == "respectively" && index > first && readings[index - 1] is { Rule: "respectively", Kind: NumberKind.ProjectCount, Stage: { } shared })
        {
            return reading with { Kind = NumberKind.ProjectCount, Stage = shared };
        }

        if (noun.IsEmpty && PartStage(readings, index) is { } part)
        {
            return reading with { Kind = NumberKind.ProjectCount, Stage = part, Rule = PartRule };
        }

        var before = links.Trim(reading.Zone);
        var counts = EndsWith(AmountWords.ProjectNouns, before) || (!noun.IsEmpty && EndsWith(AmountWords.ProjectNouns, noun));
        var stage = StageIn(readings, reading, noun, counts);
        if (counts)
        {
            stage ??= group is { } other && (index > other + 1 || reading.Zone.Of(_text).Contains("其中", StringComparison.Ordinal) || IsListed(reading.Zone) || readings[index - 1].Kind == NumberKind.Modifier) ? readings[other].Stage : null;
        }
        else if (stage is null || !(IsBareStage(reading.Zone) && noun.IsEmpty) && !IsSite(before, noun, reading.Zone))
        {
            return null;
        }
        else if (group is null && reading.Value.Unit is not ("项" or "項") && !IsSite(before, noun, reading.Zone))
        {
            return null;
        }

        return stage is null ? null : reading with { Kind = NumberKind.ProjectCount, Stage = stage };
    }

    /// <summary>
    /// The stage of a part of the projects counted before, whose noun is left out: 实施项目16个…。已|开工15个，|完工6个; 签约的项目有26个，|已开工建设的占11个; 其中|红木加工5个、果蔬冷链4个;
    /// 其中，|潼南区24个; 建设项目59个，|8个达产达效. <c>null</c> when it counts something else.
    /// </summary>
    private string? PartStage(List<NumberReading> readings, int index)
    {
        var reading = readings[index];
        if (reading.Value.Unit is not ("个" or "個" or "项" or "項"))
        {
            return null;
        }

        // 会上|签约83个，协议投资467亿元
        if (FindWhole(readings, index) is not { } whole)
        {
            return HasAmountAfter(reading.Mention.Span.End) ? BareStage(TrimLead(reading.Zone)) : null;
        }

        var zone = TrimLead(reading.Zone);
        if (EndsWith(AmountWords.ProjectNouns, zone))
        {
            return null;
        }

        if (BareStage(zone) is { } own)
        {
            return own;
        }

        var isName = context.MentionAt(zone.Start) is { Type: EntityType.GeoPolitical or EntityType.Zone or EntityType.Organization } name && name.Span == zone;
        var isKind = zone.Length <= LongestKind && AmountWords.PartEndings.MatchEnd(zone.Of(_text)) > 0;
        var isListed = zone.Length <= LongestKind && IsPartOfList(readings, index, whole) && AmountWords.OtherCounts.MatchEnd(zone.Of(_text)) == 0 && AmountWords.Rests.MatchAt(_text, zone.Start) == 0;
        return !zone.IsEmpty && !isName && !isKind && !isListed ? null
            : StageRightAfter(reading.Mention.Span.End) ?? (isName || isKind || isListed ? readings[whole].Stage : null);
    }

    private bool HasAmountAfter(int start)
    {
        start += start < _text.Length && _text[start] is '，' or '、' ? 1 : 0;
        var length = AmountWords.GroupAmounts.MatchAt(_text, start);
        return length > 0 && start + length < _text.Length && context.MentionAt(start + length) is { Type: EntityType.Money };
    }

    // What a number can be a part of: a larger count of projects in this sentence or the one before.
    private int? FindWhole(List<NumberReading> readings, int index)
    {
        var sentence = readings[index].Sentence;
        for (var i = index - 1; i >= 0 && readings[i].Sentence >= sentence - 1 && context.Text.Sentences[readings[i].Sentence].Block == context.Text.Sentences[sentence].Block; i--)
        {
            if (readings[i].Kind == NumberKind.ProjectCount && readings[i].Rule != PartRule && readings[i].Value.Value >= readings[index].Value.Value)
            {
                return i;
            }
        }

        return null;
    }

    // 其中, 按产业分 stand between the whole and its first part; the others follow that.
    private bool IsPartOfList(List<NumberReading> readings, int index, int whole)
    {
        if (readings[index - 1].Rule == PartRule && readings[index - 1].Sentence == readings[index].Sentence)
        {
            return true;
        }

        var between = _text.AsSpan(readings[whole].Mention.Span.End, readings[index].Mention.Span.Start - readings[whole].Mention.Span.End);
        foreach (var word in AmountWords.PartOpenings.Words)
        {
            if (between.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // ，其中|红木加工; 、|果蔬冷链
    private TextSpan TrimLead(TextSpan zone)
    {
        var start = zone.Start;
        for (var length = 1; start < zone.End && length > 0; start += length)
        {
            length = _text[start] is '，' or '、' or '；' or '：' or '和' or '及' ? 1 : AmountWords.PartOpenings.MatchAt(_text, start);
        }

        return links.Trim(new TextSpan(Math.Min(start, zone.End), zone.End));
    }

    // 已开工; 已开工建设的|占; 洽谈中的还有
    private string? BareStage(TextSpan zone)
    {
        var text = zone.Of(_text);
        var tail = AmountWords.StageTails.MatchEnd(text);
        for (var start = zone.Start; start < zone.End - tail; start++)
        {
            var length = AmountWords.Stages.MatchAt(_text, start, out var stage);
            if (length > 0 && ModalityReader.Negations.FindFirst(_text, new TextSpan(zone.Start, start)).IsEmpty && start + length <= zone.End - tail && (start + length == zone.End - tail || (_text.AsSpan(start + length, zone.End - tail - start - length) is "建设" or "中" or "生产")))
            {
                return stage;
            }
        }

        return null;
    }

    // 8个|达产达效; 9个，|全部开工
    private string? StageRightAfter(int start)
    {
        start += start < _text.Length && _text[start] == '，' && AmountWords.AllOf.MatchAt(_text, start + 1) > 0 ? 1 : 0;
        start += AmountWords.AllOf.MatchAt(_text, start);
        return AmountWords.Stages.MatchAt(_text, start, out var stage) > 0 ? stage : null;
    }

    /// <summary>Index of the last project count of the sentence.</summary>
    private int? Group(List<NumberReading> readings, int index, int first)
    {
        // …项目26个，总投资98亿元。其中，10亿元以上项目3个: a part may have a sentence of its own.
        var sentence = context.Text.Sentences[readings[index].Sentence];
        var part = sentence.Span.Of(_text).TrimStart().StartsWith("其中", StringComparison.Ordinal);
        for (var i = index - 1; i >= 0 && (i >= first || (part && context.Text.Sentences[readings[i].Sentence].Block == sentence.Block && readings[i].Sentence >= readings[index].Sentence - 1)); i--)
        {
            if (readings[i].Kind == NumberKind.ProjectCount)
            {
                return i;
            }
        }

        return null;
    }

    private NumberReading? ReadAmount(List<NumberReading> readings, int index, int owner)
    {
        var reading = readings[index];
        if (reading.Value.Currency is not (null or "CNY") || HasProject(readings[owner].Mention.Span.End, reading.Mention.Span.Start))
        {
            return null;
        }

        var before = links.Trim(reading.Zone);
        var role = EndsWith(AmountWords.GroupOutputs, before) ? "output" : Length(AmountWords.GroupAmounts, before) > 0 && Length(AmountWords.GroupAmounts, before) >= Length(AmountWords.NotInvest, before) ? "investment" : null;
        for (var i = owner + 1; i < index && role is not null; i++)
        {
            role = readings[i].Kind == NumberKind.ProjectAmount && readings[i].AmountRole == role ? null : role;
        }

        return role is null ? null : reading with { Kind = NumberKind.ProjectAmount, Of = owner, AmountRole = role };
    }

    private bool HasProject(int start, int end)
    {
        foreach (var mention in context.MentionsIn(new TextSpan(start, end)))
        {
            if (mention.Type == EntityType.Project)
            {
                return true;
            }
        }

        return false;
    }

    private string? StageIn(List<NumberReading> readings, NumberReading reading, TextSpan noun, bool counts)
    {
        if (!noun.IsEmpty && counts && StageAfter(noun) is { } after)
        {
            return after;
        }

        var zone = reading.Zone;
        string? stage = null;
        for (var i = zone.Start; i < zone.End; i++)
        {
            var length = context.MentionAt(i) is null ? AmountWords.Stages.MatchAt(_text, i, out var found) : AmountWords.Stages.MatchAt("", 0, out found);
            if (length > 0 && i + length <= zone.End)
            {
                stage = Overrides(stage, found) ? found : stage;
                i += length - 1;
            }
        }

        // 新签约|亿元以上|项目52个: the stage stands before the amount that only says which projects.
        if (stage is null && readings.Count > 0)
        {
            var index = readings.IndexOf(reading);
            if (index > 0 && readings[index - 1].Kind == NumberKind.Modifier && readings[index - 1].Sentence == reading.Sentence && readings[index - 1].Mention.Span.End == zone.Start)
            {
                return StageIn(readings, reading with { Zone = readings[index - 1].Zone }, default, counts);
            }
        }

        if (stage == "implemented" && Brings(zone))
        {
            // 引进…项目16个，签约资金84亿元; 力争引进…项目10个
            return Signs(reading) ? "signed" : IsAim(reading) ? "planned" : stage;
        }

        return stage;
    }

    // 实施|签约项目: what the projects are says more than what is done with them.
    private static bool Overrides(string? known, string? found) => known is null or "implemented" || found != "implemented";

    private string? StageAfter(TextSpan noun)
    {
        string? stage = null;
        for (var i = noun.Start; i < _text.Length && i < noun.End + 8 && _text[i] is not ('，' or '。' or '；' or '\n'); i++)
        {
            var length = AmountWords.Stages.MatchAt(_text, i, out var found);
            if (length > 0)
            {
                stage = found;
                i += length - 1;
            }
        }

        return stage;
    }

    private bool Brings(TextSpan zone) => zone.Of(_text).Contains("引进", StringComparison.Ordinal);

    private bool IsAim(NumberReading reading)
    {
        foreach (var word in AmountWords.Aims.Words)
        {
            if (reading.Clause.Of(_text).Contains(word, StringComparison.Ordinal) || reading.Zone.Of(_text).Contains(word, StringComparison.Ordinal) || (reading.Zone.Start > 8 && _text.AsSpan(reading.Zone.Start - 8, 8).Contains(word, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Signs(NumberReading reading)
    {
        var next = reading.Mention.Span.End + 1;
        return next < _text.Length && AmountWords.SigningAmounts.MatchAt(_text, next) > 0;
    }

    private bool IsBareStage(TextSpan zone)
    {
        var end = links.Trim(zone).End;
        for (var start = zone.Start; start < end; start++)
        {
            var length = AmountWords.Stages.MatchAt(_text, start);
            if (length > 0 && start + length == end)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSite(TextSpan before, TextSpan noun, TextSpan zone) =>
        (EndsWith(AmountWords.ProjectSites, before) || EndsWith(AmountWords.ProjectSites, noun)) && zone.Of(_text).Contains("在建", StringComparison.Ordinal);

    private bool IsListed(TextSpan zone) => _text[zone.Start] is '、' or '，' or '和' || (zone.Start > 0 && _text[zone.Start - 1] is '、' or '，' or '和');

    private bool EndsWith(LexiconSection section, TextSpan span) => Length(section, span) > 0;

    private int Length(LexiconSection section, TextSpan span)
    {
        var text = span.Of(_text);
        return section.MatchEnd(text[Math.Max(0, text.Length - 8)..]);
    }
}
