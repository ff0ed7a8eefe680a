using NewsExtract.Chinese.Normalization;
using NewsExtract.Chinese.Segmentation;
using NewsExtract.Extraction.Entities;
using NewsExtract.Extraction.FactTypes;
using NewsExtract.Extraction.Mentions;
using NewsExtract.Readers.Layout;
using NewsExtract.Readers.PlainText;

namespace NewsExtract;

/// <summary>Chooses the stages of a <see cref="NewsPipeline"/>; starts from the defaults. Not safe for concurrent use.</summary>
public sealed class NewsPipelineBuilder
{
    private readonly List<(EntityType Type, string Word)> _lexicon = [];

    public IDocumentReader Reader { get; set; } = new PlainTextReader();

    public IArticleSplitter Splitter { get; set; } = new TextArticleSplitter();

    public IArticleTextBuilder TextBuilder { get; set; } = new ArticleTextBuilder();

    public ITokenizer Tokenizer { get; set; } = new SpanTokenizer();

    /// <summary>In the order they run; of two equally long mentions of one place the earlier recognizer's is kept.</summary>
    public IList<IMentionRecognizer> MentionRecognizers { get; } = [.. MentionCatalog.CreateAll()];

    public IEntityResolver EntityResolver { get; set; } = new ArticleEntityResolver();

    /// <summary>One for each fact type, in the order in which facts of one place are written.</summary>
    public IList<IFactExtractor> FactExtractors { get; } = [.. FactCatalog.CreateAll()];

    public NewsPipelineBuilder AddMentionRecognizer(IMentionRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        MentionRecognizers.Add(recognizer);
        return this;
    }

    public NewsPipelineBuilder AddFactExtractor(IFactExtractor extractor)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        FactExtractors.Add(extractor);
        return this;
    }

    /// <summary>
    /// Adds names that are always found as <paramref name="type"/> where they stand as words. They win over every
    /// rule whose mention they touch, so give a name at its full length.
    /// </summary>
    /// <exception cref="ArgumentException">A word is empty.</exception>
    public NewsPipelineBuilder AddLexicon(EntityType type, params IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var word in words)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(word, nameof(words));
            _lexicon.Add((type, word));
        }

        return this;
    }

    /// <exception cref="InvalidOperationException">Two fact types have one name.</exception>
    public NewsPipeline Build()
    {
        var names = new HashSet<string>();
        foreach (var extractor in FactExtractors)
        {
            if (!names.Add(extractor.Definition.Name))
            {
                throw new InvalidOperationException($"the fact type {extractor.Definition.Name} has two extractors; take one out of {nameof(FactExtractors)}");
            }
        }

        return new NewsPipeline(this, Tokenizer, _lexicon.Count > 0 ? new LexiconRecognizer(_lexicon) : null);
    }
}
