using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Pairs rows that 分别 distributes: 增加值、税收收入分别增长9.2%和6.5%; 甲市、乙市分别开工项目9个、12个.</summary>
internal sealed class DistributedNumbers(FactContext context, IndicatorFinder indicators)
{
    private const string Marker = "分别";

    private readonly string _text = context.Text.Text;

    public void Pair(List<NumberReading> readings, int first)
    {
        for (var i = first; i < readings.Count; i++)
        {
            var zone = readings[i].Zone;
            var at = zone.Of(_text).IndexOf(Marker, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var count = 1;
            while (i + count < readings.Count && IsJoint(readings[i + count].Zone))
            {
                count++;
            }

            if (count > 1)
            {
                Distribute(readings, first, i, count, zone.Start + at);
                i += count - 1;
            }
        }
    }

    private bool IsJoint(TextSpan zone) => zone.Length is > 0 and <= 2 && _text[zone.Start] is '、' or '和' or '与' or '及' or '與' or '，';

    private void Distribute(List<NumberReading> readings, int first, int at, int count, int marker)
    {
        var zone = readings[at].Zone;
        var items = Items(new TextSpan(zone.Start, marker), count);
        if (items.Count == count && items.TrueForAll(IsName))
        {
            var indicator = readings[at].Indicator;
            for (var k = 0; k < count; k++)
            {
                readings[at + k] = readings[at + k] with { Subject = items[k], Indicator = indicator, Change = readings[at].Change, Rule = "respectively" };
            }

            return;
        }

        if (items.Count != count)
        {
            items = Earlier(readings, first, at, count);
        }

        for (var k = 0; k < count && items.Count == count; k++)
        {
            readings[at + k] = readings[at + k] with { Indicator = items[k], Change = readings[at].Change, Rule = "respectively" };
        }
    }

    private bool IsName(TextSpan item) => context.MentionAt(item.Start) is { } mention && mention.Span == item;

    private List<TextSpan> Items(TextSpan list, int count)
    {
        var items = new List<TextSpan>(count);
        var start = list.Start;
        for (var i = list.Start; i <= list.End; i++)
        {
            if (i < list.End && (_text[i] is not ('、' or '和' or '与' or '及') || context.MentionAt(i) is not null))
            {
                continue;
            }

            var piece = new TextSpan(start, i);
            if (context.MentionAt(Math.Max(start, i - 1)) is { } name && name.Span.End == i && name.Span.Start >= start && name.Type != EntityType.Date)
            {
                items.Add(name.Span);
            }
            else if (indicators.Read(piece).Core is { Length: > 1 } core)
            {
                items.Add(core);
            }

            start = i + 1;
        }

        return items;
    }

    // 进口8.6万吨，货值71.3亿元，同比|分别|增长34.5%和41%
    private static List<TextSpan> Earlier(List<NumberReading> readings, int first, int at, int count)
    {
        var items = new List<TextSpan>(count);
        for (var i = at - 1; i >= first && items.Count < count; i--)
        {
            if (readings[i] is { Change: NumberChange.None, Indicator: { } indicator })
            {
                items.Insert(0, indicator);
            }
        }

        return items;
    }
}
