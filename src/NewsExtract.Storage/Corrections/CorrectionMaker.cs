using System.Collections.Immutable;

namespace NewsExtract.Storage.Corrections;

/// <summary>Makes corrections of requests, against the articles as they stand.</summary>
internal sealed class CorrectionMaker(ImmutableArray<FactDefinition> definitions, string by, string at)
{
    /// <exception cref="StoreException">NX3211 to NX3215; NX3220: the target is not what was shown.</exception>
    public IReadOnlyList<Correction> Make(CorrectionRequest request, OpenDocument document, int article, string? item)
    {
        if (request.Action == CorrectionAction.Add)
        {
            return [Add(request, document, article)];
        }

        if (item is null)
        {
            return request.Action == CorrectionAction.Accept
                ? AcceptAll(request, document, article)
                : throw new StoreException("NX3211", $"{request.Name}: names an article, not a fact or mention — write {request.Target}/f1 or {request.Target}/m1");
        }

        var (record, text) = document.Article(article);
        return [item[0] == 'f' ? OfFact(request, document, article, record, text, item) : OfMention(request, document, article, record, text, item)];
    }

    private Correction OfFact(CorrectionRequest request, OpenDocument document, int article, ArticleRecord record, LocatedText text, string item)
    {
        var fact = record.Facts.FirstOrDefault(fact => fact.Id == item) ?? throw NoItem(request.Name, "fact");
        CheckShown(request, request.Shown?.Is(fact), item, fact.Evidence.Text);
        var present = Statements.Of(fact, text);
        var edited = request.Action == CorrectionAction.Edit ? new StatementEditor(definitions, text, request).Edit(present) : null;
        return Make(request, document, article, CorrectedKind.Fact, item, present, edited);
    }

    private Correction OfMention(CorrectionRequest request, OpenDocument document, int article, ArticleRecord record, LocatedText text, string item)
    {
        var mention = record.Mentions.FirstOrDefault(mention => mention.Id == item) ?? throw NoItem(request.Name, "mention");
        CheckShown(request, request.Shown?.Is(mention), item, mention.Text);
        var present = Statements.Of(mention, text);
        var edited = request.Action == CorrectionAction.Edit ? new StatementEditor(definitions, text, request).EditMention(present) : null;
        return Make(request, document, article, CorrectedKind.Mention, item, present, edited);
    }

    private Correction Make(CorrectionRequest request, OpenDocument document, int article, CorrectedKind kind, string item, Statement present, Statement? edited)
    {
        var governing = document.Governing(article, item);
        if (governing is not null && request.Action == CorrectionAction.Accept)
        {
            // Another person's word for what the first one wrote.
            return governing with { By = by, At = at, Why = request.Why };
        }

        return new Correction
        {
            Document = document.Sha256,
            Article = article,
            Kind = kind,
            Action = request.Action,
            Anchor = governing?.Anchor ?? present,
            Content = edited,
            By = by,
            At = at,
            Why = request.Why,
        };
    }

    private Correction Add(CorrectionRequest request, OpenDocument document, int article)
    {
        var (record, text) = document.Article(article);
        var editor = new StatementEditor(definitions, text, request);
        var isMention = EntityTypes.TryParse(request.Type ?? "", out _);
        var statement = isMention ? editor.NewMention(record) : editor.NewFact();
        var correction = new Correction
        {
            Document = document.Sha256,
            Article = article,
            Kind = isMention ? CorrectedKind.Mention : CorrectedKind.Fact,
            Action = CorrectionAction.Add,
            Anchor = statement,
            By = by,
            At = at,
            Why = request.Why,
        };
        var present = isMention
            ? record.Mentions.FirstOrDefault(mention => Statements.Says(mention, statement))?.Id
            : record.Facts.FirstOrDefault(fact => Statements.Likeness(fact, correction, statement, statement) is not null)?.Id;
        return present is null ? correction : throw new StoreException("NX3215", $"{request.Name}: {present} says this already — accept or edit it");
    }

    /// <summary>One for each fact and mention that nobody looked at, and one for the article.</summary>
    private List<Correction> AcceptAll(CorrectionRequest request, OpenDocument document, int article)
    {
        var (record, text) = document.Article(article);
        var first = text.Text.IndexOf('\n', StringComparison.Ordinal) is var end and > 0 ? end : text.Text.Length;
        var whole = text.PassageOf(new TextSpan(0, first));
        if (whole.Spans.IsEmpty)
        {
            throw new StoreException("NX3212", $"{request.Name}: the article has no text to which a correction could be bound — nothing can be accepted there");
        }

        var made = record.Facts.Where(static fact => fact.Review is null).Select(fact => Make(request, document, article, CorrectedKind.Fact, fact.Id, Statements.Of(fact, text), null))
            .Concat(record.Mentions.Where(static mention => mention.Review is null).Select(mention => Make(request, document, article, CorrectedKind.Mention, mention.Id, Statements.Of(mention, text), null)))
            .ToList();
        if (made.Count == 0 && document.IsReviewed(article))
        {
            throw new StoreException("NX3215", $"{request.Name}: all of it is accepted already — nothing is left to do");
        }

        made.Add(Make(request, document, article, CorrectedKind.Article, "", new Statement("", whole), null));
        return made;
    }

    private static void CheckShown(CorrectionRequest request, bool? isShown, string item, string text)
    {
        if (isShown == false)
        {
            throw new StoreException("NX3220", $"{request.Name}: {item} is not what was shown any more, it is '{text}' now — look at it again");
        }
    }

    private static StoreException NoItem(string target, string what) => new("NX3211", $"{target}: there is no such {what} — newsextract corrections show shows what the article has");
}
