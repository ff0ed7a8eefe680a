using System.Collections.Immutable;
using System.Text;
using NewsExtract.Evaluation;

namespace NewsExtract.Training;

/// <summary>The facts that rules make of one article, and which of those that the policy keeps are marked.</summary>
/// <param name="Bulletin">Path of its marks.</param>
internal sealed record JudgedFacts(string Bulletin, FactDraft Draft, ImmutableArray<bool> IsRight)
{
    public IEnumerable<Fact> Facts => Draft.Kept.Select(index => Draft.Found[index]);

    /// <summary>What judges a scorer: for each kept fact the item of its place among the found.</summary>
    public IEnumerable<T> KeptOf<T>(IReadOnlyList<T> ofFound) => Draft.Kept.Select(index => ofFound[index]);

    /// <summary>The articles of those bulletins whose facts are marked; right is what <see cref="FactAlignment"/> counts as found.</summary>
    /// <param name="pipeline">Without a scorer.</param>
    public static IEnumerable<JudgedFacts> Read(NewsPipeline pipeline, IEnumerable<string> annotationPaths, CancellationToken cancellation = default)
    {
        foreach (var path in annotationPaths)
        {
            cancellation.ThrowIfCancellationRequested();
            var gold = GoldBulletin.Load(path);
            if (gold.Articles is not { } articles)
            {
                continue;
            }

            var source = new DocumentSource(gold.Name, Encoding.UTF8.GetBytes(gold.Text)) { Encoding = "utf-8" };
            var drafts = pipeline.ReadFacts(source, cancellation).ToList();
            var right = FindRight([.. articles.SelectMany(article => article.Facts)], [.. drafts.SelectMany(draft => draft.Kept.Select(index => draft.Found[index])).Select(ScoredFact.Of)]);
            var at = 0;
            foreach (var draft in drafts)
            {
                yield return new JudgedFacts(path, draft, [.. right[at..(at + draft.Kept.Length)]]);
                at += draft.Kept.Length;
            }
        }
    }

    private static bool[] FindRight(List<ScoredFact> gold, List<ScoredFact> found)
    {
        var right = new bool[found.Count];
        foreach (var type in FactAlignment.Types)
        {
            var places = Enumerable.Range(0, found.Count).Where(index => found[index].Type == type).ToList();
            foreach (var pair in FactAlignment.Align(gold.FindAll(fact => fact.Type == type), places.ConvertAll(index => found[index])).Where(pair => pair.SameKey))
            {
                right[places[pair.Found]] = true;
            }
        }

        return right;
    }
}
