using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Extraction.Rules;

namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>The verbs of <c>participation.rules.json</c>, matched at a position of a text.</summary>
internal static class ParticipationRules
{
    private const int MaxRendering = 40;
    private const string ReportId = "fact.participation.report";
    private const string SpeechId = "fact.participation.speech";

    private static readonly Lazy<(ImmutableArray<ParticipationRule> Rules, WordTrie Words)> s_loaded = new(Load);

    /// <summary>The rule whose words are kinds of meetings at which whoever is quoted spoke.</summary>
    public static ParticipationRule Speech => s_loaded.Value.Rules.First(static rule => rule.Id == SpeechId);

    /// <summary>The rule whose verb stands at <paramref name="start"/>, or <c>null</c>.</summary>
    public static ParticipationRule? At(string text, int start, out int length)
    {
        // 作总结报告 is a report, though 作总结 is a speech
        if (start < text.Length && text[start] is '作' or '做' && Rendered(text, start, out length) is { } rendered)
        {
            return rendered;
        }

        length = s_loaded.Value.Words.Longest(text, start, out var index);

        if (length == 0)
        {
            return null;
        }

        var rule = s_loaded.Value.Rules[index];
        var after = text.AsSpan(start + length);
        foreach (var word in rule.NotBefore)
        {
            if (after.StartsWith(word, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return rule;
    }

    // 作财务预算执行情况报告, 作了题为《…》的说明: what is rendered ends the clause
    private static ParticipationRule? Rendered(string text, int start, out int length)
    {
        var end = start + 1;
        while (end < text.Length && end - start < MaxRendering && text[end] is not ('，' or '。' or '；' or '、' or '\n'))
        {
            end++;
        }

        length = end - start;
        var rendering = text.AsSpan(start, length);
        return !rendering.Contains('并') && (rendering.EndsWith("报告", StringComparison.Ordinal) || rendering.EndsWith("说明", StringComparison.Ordinal)
            || rendering.EndsWith("介绍", StringComparison.Ordinal) || rendering.EndsWith("汇报", StringComparison.Ordinal) || rendering.EndsWith("通报", StringComparison.Ordinal))
            ? s_loaded.Value.Rules.First(static rule => rule.Id == ReportId)
            : null;
    }

    private static (ImmutableArray<ParticipationRule> Rules, WordTrie Words) Load()
    {
        var rules = RuleFile.Load("FactTypes/Participation/participation.rules.json", ParticipationRuleContext.Default.ImmutableArrayParticipationRule);
        return (rules, new WordTrie([.. rules.SelectMany((rule, index) => (rule.Id == SpeechId ? [] : rule.Words).Select(word => KeyValuePair.Create(word, index)))]));
    }
}
