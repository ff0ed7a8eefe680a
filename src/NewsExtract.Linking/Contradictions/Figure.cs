using System.Collections.Immutable;

namespace NewsExtract.Linking.Contradictions;

/// <summary>A figure that an article states, with its place.</summary>
/// <param name="Type">The fact type.</param>
/// <param name="Subject">Whose figure it is, as it is printed; <c>null</c> where the text does not say.</param>
/// <param name="Measure">What is counted: indicator, stage or target, as it is printed.</param>
/// <param name="Period">For when it holds, as it is printed or as a date; <c>null</c> where the text does not say.</param>
public sealed record Figure(string Type, string? Subject, string Measure, string? Period, FigureValue Value, string? Unit, FigurePlace Place)
{
    /// <summary>planned, expected or negated; <c>null</c> when the text says that it is so.</summary>
    public string? Modality { get; init; }

    /// <summary>Figures of equal keys tell of the same: type, subject, measure, unit, period and modality agree.</summary>
    internal string Key { get; init; } = "";

    /// <summary>The text names whom it is of; only such figures can conflict.</summary>
    internal bool IsNamed { get; init; }

    /// <summary>What the words around it say of its kind.</summary>
    internal FigureCues Cues { get; init; } = FigureCues.None;
}

/// <summary>Where a figure stands.</summary>
/// <param name="Source">The file's name.</param>
/// <param name="Sha256">Of the file's bytes.</param>
/// <param name="Article">0-based place in the file.</param>
/// <param name="Fact">Id of the fact in its record.</param>
/// <param name="Page">Where the evidence begins; <c>null</c> without pages.</param>
/// <param name="Spans">Of the evidence, in UTF-16 units of the source's text.</param>
/// <param name="InHeadline">It stands in a headline and not in the story.</param>
public sealed record FigurePlace(string Source, string Sha256, int Article, string? Headline, string? Date, string Fact, string Evidence, ImmutableArray<TextSpan> Spans, int? Page, bool InHeadline);

/// <summary>What words around a figure say of it.</summary>
/// <param name="IsTotal">累计, 截至: what there is up to now.</param>
/// <param name="IsNew">新增, 今年以来: what came.</param>
/// <param name="IsListed">由…提高到, 分别: a step of a comparison or list.</param>
/// <param name="IsCorrected">更正, 最终核实: takes the place of another.</param>
/// <param name="Limits">规模以上, 其中, 亿元以上: of a part only; in one text, in order.</param>
internal sealed record FigureCues(bool IsTotal, bool IsNew, bool IsListed, bool IsCorrected, string Limits)
{
    public static FigureCues None { get; } = new(false, false, false, false, "");
}
