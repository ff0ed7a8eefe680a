using System.Collections.Immutable;

namespace NewsExtract.Extraction.Discourse;

/// <summary>What the people at the head of a clause are to its verb.</summary>
internal enum HeadRole
{
    /// <summary>The clause names nobody at its head.</summary>
    None,

    /// <summary>李明出席; 12月1日，李明出席</summary>
    Subject,

    /// <summary>会议由李明主持</summary>
    Agent,

    /// <summary>据李明介绍</summary>
    Source,

    /// <summary>在李明陪同下</summary>
    Company,

    /// <summary>受李明委托; anything else that isn't the subject</summary>
    Other,
}

/// <summary>
/// A stretch between commas, semicolons, colons and stops, none of them within quotation marks or brackets.
/// </summary>
/// <param name="Heads">Indexes into <see cref="ArticleDiscourse.Persons"/> of the names in a row at its head.</param>
/// <param name="Predicate">What follows the names; the whole clause when there are none.</param>
/// <param name="IsList">Nothing but names: one part of a longer row (李明，王芳等出席).</param>
internal sealed record Clause(TextSpan Span, int Sentence, ImmutableArray<int> Heads, HeadRole Role, TextSpan Predicate, bool IsList);
