namespace NewsExtract.Extraction.Discourse;

/// <summary>What someone is reported to have said.</summary>
/// <param name="Speaker">The name as the text gives it last before, or a group (调研组).</param>
/// <param name="Verb">The verb alone: 说 of 汇报说.</param>
/// <param name="Content">Without outer quotation marks, its final stop included.</param>
/// <param name="Lead">The clause with speaker and verb.</param>
internal sealed record ReportedStatement(TextSpan Speaker, TextSpan Verb, TextSpan Content, TextSpan Lead, string Rule);
