using System.Globalization;

namespace NewsExtract.Linking.Contradictions;

/// <summary>Checks parts against their whole: 签约项目36个，其中工业项目20个，其余16个.</summary>
internal static class PartFinder
{
    private const string OfThese = "其中";

    // With the rest named all parts are: without it the text may name some of them alone.
    private const string Rest = "其余";

    private static readonly char[] s_ends = ['。', '！', '？', '；', ';'];

    public static IEnumerable<Contradiction> Find(IReadOnlyList<PlacedFigure> figures)
    {
        foreach (var paragraph in figures.GroupBy(static figure => figure.Paragraph))
        {
            var text = paragraph.Key.Text;
            for (var at = text.IndexOf(OfThese, StringComparison.Ordinal); at >= 0; at = text.IndexOf(OfThese, at + 1, StringComparison.Ordinal))
            {
                var start = at == 0 ? 0 : text.LastIndexOfAny(s_ends, at - 1) + 1;
                var next = text.IndexOf(OfThese, at + 1, StringComparison.Ordinal);
                var end = text.IndexOfAny(s_ends, at);
                end = end < 0 ? text.Length : end;
                var before = paragraph.Where(figure => figure.At >= start && figure.At < at).ToList();
                var behind = paragraph.Where(figure => figure.At > at && figure.At < (next > 0 ? Math.Min(next, end) : end)).ToList();
                foreach (var contradiction in Check(before, behind, next < 0 || next > end ? ReadRest(text, at, end) : null))
                {
                    yield return contradiction;
                }
            }
        }
    }

    private static IEnumerable<Contradiction> Check(List<PlacedFigure> before, List<PlacedFigure> behind, (int At, decimal Count)? rest)
    {
        foreach (var parts in behind.Where(static figure => IsCount(figure.Figure)).GroupBy(static figure => KindOf(figure.Figure)))
        {
            // The whole is the nearest figure of the kind.
            if (before.LastOrDefault(figure => IsCount(figure.Figure) && KindOf(figure.Figure) == parts.Key) is not { } whole)
            {
                continue;
            }

            // 新增20家，其中规上企业累计113家 is no part.
            var own = parts.Select(static part => part.Figure).Where(part => part.Cues.IsTotal == whole.Figure.Cues.IsTotal || !part.Cues.IsTotal).ToList();
            foreach (var part in own.Where(part => part.Value.Low > whole.Figure.Value.High && !part.Value.MayEqual(whole.Figure.Value) && whole.Figure.Value.Approx is not "over"))
            {
                yield return new Contradiction(ContradictionClass.Part, whole.Figure, part);
            }

            // The rest is a part without a fact of its own, unless there is one.
            var sum = own.Sum(static part => part.Value.Low) + (rest is { } left && !parts.Any(part => part.At >= left.At) ? left.Count : 0);
            if (rest is not null && own.Count > 0 && own.Append(whole.Figure).All(static figure => figure.Value is { IsNumber: true, Approx: null }) && !IsNear(own, sum, whole.Figure.Value))
            {
                yield return new Contradiction(ContradictionClass.Sum, whole.Figure, own[^1], string.Create(CultureInfo.InvariantCulture, $"{string.Join(" + ", own.Select(static part => part.Value.ToString()).Concat(own.Sum(static part => part.Value.Low) == sum ? [] : [rest.Value.Count.ToString(CultureInfo.InvariantCulture)]))} = {sum}"));
            }
        }
    }

    /// <returns>The number right after 其余 and where it stands; <c>null</c> without one.</returns>
    private static (int At, decimal Count)? ReadRest(string text, int start, int end)
    {
        var at = text.IndexOf(Rest, start, end - start, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        at += Rest.Length;
        at += at < end && text[at] is '的' or '为' ? 1 : 0;
        var digits = at;
        while (digits < end && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return digits > at && digits - at < 10 && text[digits] is '个' or '家' or '项' or '名' or '人' or '户' ? (at, decimal.Parse(text.AsSpan(at, digits - at), NumberStyles.None, CultureInfo.InvariantCulture)) : null;
    }

    // 20个 of 36个 projects, whatever their stage; of other figures only those of the same indicator.
    private static (string, string?, string?, string) KindOf(Figure figure) =>
        (figure.Type, figure.Unit, figure.Modality, figure.Type == "project_count" ? "" : figure.Measure);

    // Each part may be rounded.
    private static bool IsNear(List<Figure> parts, decimal sum, FigureValue whole) =>
        Math.Abs(sum - whole.Low) <= (whole.Step > 1 || whole.Step < 1 ? (whole.Step + parts.Sum(static part => part.Value.Step)) / 2 : 0);

    // Shares and changes have no parts.
    private static bool IsCount(Figure figure) => figure.Unit is not (null or "%" or "个百分点") && figure.Type is "statistic" or "project_count" && !figure.Measure.EndsWith(" up", StringComparison.Ordinal) && !figure.Measure.EndsWith(" down", StringComparison.Ordinal);
}
