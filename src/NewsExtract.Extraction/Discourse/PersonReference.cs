using System.Collections.Immutable;

namespace NewsExtract.Extraction.Discourse;

/// <summary>A title that the text gives a person.</summary>
/// <param name="Title">Index into <see cref="FactContext.Mentions"/>.</param>
/// <param name="Organization">Index into <see cref="FactContext.Mentions"/>; <c>null</c> when the text names none for it.</param>
/// <param name="EvidenceStart">Where the clause that states it begins.</param>
internal readonly record struct Post(int Title, int? Organization, int EvidenceStart);

/// <summary>A person's name with the titles around it: 市委副书记、市长李明; 李明教授.</summary>
/// <param name="Person">Index into <see cref="FactContext.Mentions"/>.</param>
/// <param name="Name">The name alone.</param>
/// <param name="Chain">Titles and organisations included.</param>
/// <param name="Inherited">The titles were taken over from the name before: 副市长李明、王芳.</param>
internal sealed record PersonReference(int Person, TextSpan Name, TextSpan Chain, ImmutableArray<Post> Posts, bool Inherited);
