using System.Globalization;
using System.Text;
using NewsExtract.Explanation;

namespace NewsExtract.Cli.Output;

/// <summary>Explanations for reading, in English and Chinese.</summary>
internal sealed class ExplanationText(ArticleResult article)
{
    private readonly ArticleText _text = article.Text;
    private readonly StringBuilder _lines = new();

    /// <returns>Lines, each ended by '\n'.</returns>
    public string Render(ArticleExplanation explanation)
    {
        _lines.Clear();
        if (explanation.Selection is { } selection)
        {
            Line($"“{_text.Surface(selection)}” {Place(selection)}, in 所在段落: {BlockAround(selection)}");
        }

        foreach (var fact in explanation.Facts)
        {
            Write(fact);
        }

        if (explanation.Selection is not null)
        {
            foreach (var mention in explanation.Mentions)
            {
                Line($"mention 实体 {Named(mention)}");
            }
        }

        foreach (var rejection in explanation.Rejections)
        {
            Write(rejection);
        }

        if (explanation.Selection is not null && explanation.Facts.IsEmpty && explanation.Rejections.IsEmpty)
        {
            Line(explanation.Block switch
            {
                BlockKind.Body or BlockKind.Caption => "nothing 无结果: no word here is a trigger of a fact type 此处没有事实触发词",
                BlockKind.Byline or BlockKind.Furniture => $"nothing 无结果: of {BlockName(explanation.Block)} only credits are read, and none is here 此类文字只抽取署名，此处没有署名",
                _ => $"nothing 无结果: facts are read from paragraphs, this is {BlockName(explanation.Block)} 事实只从正文段落抽取",
            });
        }

        return _lines.ToString();
    }

    private void Write(Fact fact)
    {
        Line($"fact 事实 {fact.Type}: {_text.Surface(fact.Evidence)} {Place(fact.Evidence)}");
        Line($"  rule 规则: {fact.Producer}");
        if (fact.Trigger is { } trigger)
        {
            Line($"  trigger 触发词: {_text.Surface(trigger)} {Place(trigger)}");
        }

        if (fact.Modality is { } modality)
        {
            Line($"  modality 情态: {modality.ToString().ToLowerInvariant()}");
        }

        if (fact.Confidence is { } confidence)
        {
            Line($"  confidence 置信度: {Share(confidence)}");
        }

        foreach (var argument in fact.Arguments)
        {
            var source = argument.Spans.Select(span => ArticleExplanation.MentionOf(article, span)).FirstOrDefault(mention => mention is not null);
            Line($"  {argument.Role} = {Value(argument.Value)}{(source is null ? "" : " ← " + Named(source))}");
        }
    }

    private void Write(Rejection rejection)
    {
        var other = rejection.Other is { } place ? $" “{_text.Surface(place)}”" : "";
        var reason = rejection.Reason switch
        {
            RejectionReason.Overlap => $"another mention has the place 位置归另一实体:{other}",
            RejectionReason.Model => $"the model of {(EntityTypes.All.Any(type => type.Label() == rejection.Type) ? "mentions" : "facts")} held it too unlikely 模型判为可能性太低",
            RejectionReason.MissingRole => $"trigger found, nothing fills {rejection.Role} 有触发词，但缺少必要角色 {rejection.Role}",
            RejectionReason.NoTrigger => "no trigger word beside it 旁边没有触发词",
            RejectionReason.Denied => "the text denies it 原文否定",
            RejectionReason.Ahead => "the text says that it is yet to come 原文说尚未发生",
            RejectionReason.NotPredicate => "the word states nothing here 此处该词不作陈述",
            RejectionReason.Descriptive => "the number describes what another counts 该数只作修饰",
            RejectionReason.Repeated => $"told already 已有相同事实:{other}",
            RejectionReason.OtherType => "another type of fact says it 归另一类事实",
            _ => throw new InvalidOperationException($"an unknown reason {rejection.Reason}"),
        };
        var by = rejection.Producer is { } producer ? $" ({producer})" : "";
        Line($"none 未成立 {rejection.Type} “{_text.Surface(rejection.Span)}” {Place(rejection.Span)}{by}: {reason}");
    }

    private void Line(string line) => _lines.Append(line.Replace('\n', ' ')).Append('\n');

    private string Named(Mention mention) =>
        $"{mention.Type.Label()} {_text.Surface(mention.Span)} {Place(mention.Span)} {mention.Producer}{(mention.Confidence is { } confidence ? " " + Share(confidence) : "")}";

    private string Place(TextSpan span) => _text.MapBack(span) is [var first, .., var last] ? $"[{first.Start}, {last.End})" : _text.MapBack(span) is [var one] ? one.ToString() : "[]";

    private string BlockAround(TextSpan span)
    {
        var kind = BlockName(_text.Blocks[_text.BlockAt(span.Start)].Kind);
        var sentence = _text.Sentences[_text.SentenceAt(span.Start)].Span;
        return $"{kind}, {_text.Surface(sentence)}";
    }

    private static string BlockName(BlockKind? kind) => kind.ToString()!.ToLowerInvariant();

    private static string Value(ArgumentValue value) => value switch
    {
        ArgumentValue.Text text => text.Value,
        ArgumentValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        ArgumentValue.List list => string.Join("、", list.Values),
        _ => throw new InvalidOperationException($"an unknown value {value}"),
    };

    private static string Share(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
