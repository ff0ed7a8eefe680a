using System.Collections.Immutable;

namespace NewsExtract;

/// <summary>An article with the mentions that rules propose.</summary>
/// <param name="Candidates">All that the recognizers found, in their order.</param>
/// <param name="Proposals">What the policy for overlaps leaves of them.</param>
/// <param name="Foreign">Those of recognizers that are not the library's own.</param>
internal sealed record MentionDraft(ArticleText Text, ImmutableArray<Token> Tokens, IReadOnlyList<Mention> Candidates, ImmutableArray<Mention> Proposals, IReadOnlySet<Mention> Foreign);
