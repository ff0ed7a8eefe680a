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
    public IDocumentReader Reader { get; set; } = new PlainTextReader();

    public IArticleSplitter Splitter { get; set; } = new TextArticleSplitter();

    public IArticleTextBuilder TextBuilder { get; set; } = new ArticleTextBuilder();

    public ITokenizer Tokenizer { get; set; } = new SpanTokenizer();

    public IList<IMentionRecognizer> MentionRecognizers { get; } = [.. MentionCatalog.CreateAll()];

    public IEntityResolver EntityResolver { get; set; } = new ArticleEntityResolver();

    public IList<IFactExtractor> FactExtractors { get; } = [.. FactCatalog.CreateAll()];

    public NewsPipeline Build() => new(this);
}
