using System.Collections.Immutable;
using NewsExtract.Chinese.Lexicons;
using NewsExtract.Extraction.Rules;

namespace NewsExtract.Extraction.FactTypes.Credit;

/// <summary>The words of <c>credit.rules.json</c> by form, matched at a position of a text.</summary>
internal static class CreditRules
{
    private static readonly Lazy<ImmutableArray<CreditRule>> s_rules = new(() =>
        RuleFile.Load("FactTypes/Credit/credit.rules.json", CreditRuleContext.Default.ImmutableArrayCreditRule));

    private static readonly Lazy<ImmutableArray<WordTrie>> s_tries = new(() =>
    [
        .. Enum.GetValues<CreditForm>().Select(form => new WordTrie(
        [
            .. s_rules.Value.SelectMany((rule, index) => (rule.Form == form ? rule.Words : []).Select(word => KeyValuePair.Create(word, index))),
        ])),
    ]);

    public static CreditRule NamesAlone => s_rules.Value.First(static rule => rule.Form == CreditForm.NamesAlone);

    /// <summary>The rule whose longest word stands at <paramref name="start"/>, or <c>null</c>.</summary>
    public static CreditRule? At(CreditForm form, string text, int start, out int length)
    {
        length = s_tries.Value[(int)form].Longest(text, start, out var index);
        return length > 0 ? s_rules.Value[index] : null;
    }
}
