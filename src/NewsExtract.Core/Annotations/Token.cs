namespace NewsExtract.Core;

/// <summary>A word of <see cref="ArticleText.Text"/>.</summary>
/// <param name="Tag">Part of speech in jieba's tag set (ICTCLAS letters); <c>null</c> when the dictionary has none.</param>
public readonly record struct Token(TextSpan Span, string? Tag);
