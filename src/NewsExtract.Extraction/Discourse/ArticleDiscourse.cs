using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>
/// What the extractors of one article share: quotations, people with their titles, and the occasion each sentence
/// speaks of. Computed once for an article, when first asked for.
/// </summary>
internal sealed class ArticleDiscourse
{
    private static readonly ConditionalWeakTable<FactContext, ArticleDiscourse> s_known = [];

    private readonly Lazy<ImmutableArray<PersonReference>> _persons;
    private readonly Lazy<ImmutableArray<Clause>> _clauses;
    private readonly Lazy<SubjectTracker> _subjects;
    private readonly Lazy<EventPhrases> _events;
    private readonly Lazy<OccasionTracker> _occasions;
    private readonly Lazy<ImmutableArray<ReportedStatement>> _statements;
    private readonly Lazy<ModalityReader> _modality;

    private ArticleDiscourse(FactContext context)
    {
        Context = context;
        Quotations = new QuotationMap(context.Text);
        _persons = new(() => new PersonReferenceReader(context, Quotations).Read());
        _clauses = new(() => new ClauseReader(context, Quotations, Persons).Read());
        _subjects = new(() => new SubjectTracker(context.Text, Clauses));
        _events = new(() => new EventPhrases(context, Quotations));
        _occasions = new(() => new OccasionTracker(context, Quotations, Events));
        _modality = new(() => new ModalityReader(context, Quotations));
        _statements = new(() => new ReportedSpeechReader(this).Read());
    }

    public FactContext Context { get; }

    public QuotationMap Quotations { get; }

    /// <summary>Every person mention with the titles around it, by position.</summary>
    public ImmutableArray<PersonReference> Persons => _persons.Value;

    /// <summary>The clauses of the story and its captions, by position; quoted ones are left out.</summary>
    public ImmutableArray<Clause> Clauses => _clauses.Value;

    public SubjectTracker Subjects => _subjects.Value;

    public EventPhrases Events => _events.Value;

    public OccasionTracker Occasions => _occasions.Value;

    /// <summary>Reported speech, by position.</summary>
    public ImmutableArray<ReportedStatement> Statements => _statements.Value;

    public ModalityReader Modality => _modality.Value;

    public static ArticleDiscourse Of(FactContext context) => s_known.GetValue(context, static key => new ArticleDiscourse(key));

    /// <summary>End of the mention that holds <paramref name="position"/>, or <c>null</c>.</summary>
    public int? MentionEndAt(int position) => Context.MentionAt(position)?.Span.End;

    /// <summary>Index of the first person whose name starts at <paramref name="position"/> or after.</summary>
    public int FirstPersonFrom(int position)
    {
        int low = 0, high = Persons.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Persons[middle].Name.Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Index of the first clause that starts after <paramref name="position"/>.</summary>
    public int FirstClauseAfter(int position)
    {
        int low = 0, high = Clauses.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Clauses[middle].Span.Start <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
