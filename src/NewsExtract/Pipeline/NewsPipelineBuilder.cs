using System.Collections.Immutable;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Chinese.Segmentation;
using NewsExtract.Extraction.Entities;
using NewsExtract.Extraction.FactTypes;
using NewsExtract.Extraction.Mentions;
using NewsExtract.Learning;
using NewsExtract.Readers;
using NewsExtract.Readers.Layout;

namespace NewsExtract;

/// <summary>Chooses the stages of a <see cref="NewsPipeline"/>; starts from the defaults. Not safe for concurrent use.</summary>
public sealed class NewsPipelineBuilder
{
    private readonly List<(EntityType Type, string Word)> _lexicon = [];
    private readonly List<UserWord> _userWords = [];

    public IDocumentReader Reader { get; set; } = new DocumentReader();

    public IArticleSplitter Splitter { get; set; } = new ArticleSplitter();

    public IArticleTextBuilder TextBuilder { get; set; } = new ArticleTextBuilder();

    /// <summary><c>null</c>, the default, for <see cref="SpanTokenizer"/> with the words of the lexicons and user dictionaries.</summary>
    public ITokenizer? Tokenizer { get; set; }

    /// <summary>In the order they run; of two equally long mentions of one place the earlier recognizer's is kept.</summary>
    public IList<IMentionRecognizer> MentionRecognizers { get; } = [.. MentionCatalog.CreateAll()];

    /// <summary>
    /// Judges what the recognizers find and adds to it: by default the model that comes with the library. <c>null</c> for rules
    /// alone; for a model of your own <c>new ModelMentionReviewer(MentionModel.Load("my.model"))</c>.
    /// </summary>
    public IMentionReviewer? MentionReviewer { get; set; } = ModelMentionReviewer.Shipped;

    public IEntityResolver EntityResolver { get; set; } = new ArticleEntityResolver();

    /// <summary>Whether results say what came to nothing and why (<see cref="ArticleResult.Rejections"/>); not unless set.</summary>
    public bool Traces { get; set; }

    /// <summary>One for each fact type, in the order in which facts of one place are written.</summary>
    public IList<IFactExtractor> FactExtractors { get; } = [.. FactCatalog.CreateAll()];

    /// <summary>
    /// Says how sure the facts of the library's own extractors are: by default the model that comes with it, which expects the mentions
    /// of the default <see cref="MentionReviewer"/>. <c>null</c> for facts without confidence; for a model of your own
    /// <c>new ModelFactScorer(FactModel.Load("my.model"))</c>.
    /// </summary>
    public IFactScorer? FactScorer { get; set; } = ModelFactScorer.Shipped;

    /// <summary>The fact types of <see cref="FactExtractors"/>, for a schema or a list of what is found.</summary>
    public ImmutableArray<FactDefinition> FactDefinitions => [.. FactExtractors.Select(extractor => extractor.Definition)];

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

    /// <summary>Adds the fact types that a file declares.</summary>
    public NewsPipelineBuilder AddFactTypes(FactTypeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var extractor in file.Extractors)
        {
            FactExtractors.Add(extractor);
        }

        return this;
    }

    /// <summary>Adds the fact types that the file at <paramref name="path"/> declares.</summary>
    /// <exception cref="FactTypeFileException">Something in the file makes no sense.</exception>
    public NewsPipelineBuilder AddFactTypes(string path) => AddFactTypes(FactTypeFile.Load(path));

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

    /// <summary>Adds words that the tokenizer cuts out whole; a later word replaces an earlier one that is the same.</summary>
    public NewsPipelineBuilder AddUserDictionary(UserDictionary dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        _userWords.AddRange(dictionary.Words);
        return this;
    }

    /// <exception cref="InvalidOperationException">Two fact types have one name, or words were given for a tokenizer of your own.</exception>
    /// <exception cref="SegmentationResourceException">The tokenizer's dictionary is missing or damaged.</exception>
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

        if (Tokenizer is not null && _userWords.Count > 0)
        {
            throw new InvalidOperationException($"a user dictionary goes with the default tokenizer; give its words to {Tokenizer.GetType().Name} itself");
        }

        return new NewsPipeline(this, Tokenizer ?? CreateTokenizer(), _lexicon.Count > 0 ? new LexiconRecognizer(_lexicon) : null);
    }

    // Names of a lexicon are words: 江成 must not be cut as 江/成与.
    private SpanTokenizer CreateTokenizer()
    {
        UserWord[] words = [.. _lexicon.Select(entry => new UserWord(LexiconRecognizer.Fold(entry.Word))), .. _userWords];
        return words.Length > 0 ? new SpanTokenizer(new UserDictionary(words)) : new SpanTokenizer();
    }
}
