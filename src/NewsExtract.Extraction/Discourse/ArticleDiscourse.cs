using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NewsExtract.Extraction.Discourse;

/// <summary>
/// What the extractors of one article share: quotations, people with their titles, and the occasion each sentence
/// speaks of. Computed once for an article, when first asked for.
/// </summary>
internal sealed class ArticleDiscourse
{
    private static readonly ConditionalWeakTable<FactContext, ArticleDiscourse> s_known = [];

    private readonly Lazy<ImmutableArray<PersonReference>> _persons;
    private readonly Lazy<OccasionTracker> _occasions;

    private ArticleDiscourse(FactContext context)
    {
        Context = context;
        Quotations = new QuotationMap(context.Text);
        _persons = new(() => new PersonReferenceReader(context, Quotations).Read());
        _occasions = new(() => new OccasionTracker(context, Quotations));
    }

    public FactContext Context { get; }

    public QuotationMap Quotations { get; }

    /// <summary>Every person mention with the titles around it, by position.</summary>
    public ImmutableArray<PersonReference> Persons => _persons.Value;

    public OccasionTracker Occasions => _occasions.Value;

    public static ArticleDiscourse Of(FactContext context) => s_known.GetValue(context, static key => new ArticleDiscourse(key));
}
