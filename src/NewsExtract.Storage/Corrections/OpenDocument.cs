using System.Collections.Immutable;

namespace NewsExtract.Storage.Corrections;

/// <summary>A document while corrections are made on it: what was extracted, and how it stands with those made so far.</summary>
internal sealed class OpenDocument(string sha256, ImmutableArray<ArticleRecord> extracted, IReadOnlyList<Correction> corrections)
{
    private readonly DocumentTexts _texts = new(extracted);
    private readonly List<Correction> _corrections = [.. corrections];
    private CorrectedDocument? _corrected;

    public string Sha256 => sha256;

    /// <summary>Those whose effect no later one may take away unasked.</summary>
    public ImmutableHashSet<long> Effective { get; } = [.. DocumentCorrector.Apply(extracted, corrections).Places.Where(static place => place.Value.Problem is null).Select(static place => place.Key)];

    public CorrectedDocument Corrected => _corrected ??= DocumentCorrector.Apply(extracted, _corrections);

    public (ArticleRecord Record, LocatedText Text) Article(int index)
    {
        for (var place = 0; place < extracted.Length; place++)
        {
            if (extracted[place].Article.Index == index)
            {
                return (Corrected.Records[place], _texts[place]);
            }
        }

        throw new ArgumentException($"there is no article {index}", nameof(index));
    }

    /// <summary>The correction that a fact or mention is as it is for; <c>null</c> for one that nobody looked at.</summary>
    public Correction? Governing(int article, string item) =>
        Corrected.Places.Where(place => place.Value.Article == article && place.Value.Item == item).Select(place => _corrections.Find(correction => correction.Id == place.Key)).FirstOrDefault();

    public bool IsReviewed(int article) =>
        Corrected.Places.Any(place => place.Value.Article == article && place.Value.Problem is null && _corrections.Exists(correction => correction.Id == place.Key && correction.Kind == CorrectedKind.Article));

    /// <summary>Which of those that were added since took a correction its effect: the last without which it still had one.</summary>
    public long? FindCause(long correction)
    {
        for (var count = _corrections.Count; count > corrections.Count; count--)
        {
            if (DocumentCorrector.Apply(extracted, _corrections[..(count - 1)]).Places.GetValueOrDefault(correction) is { Problem: null })
            {
                return _corrections[count - 1].Id;
            }
        }

        return null;
    }

    public void Add(Correction correction)
    {
        _corrections.Add(correction);
        _corrected = null;
    }
}
