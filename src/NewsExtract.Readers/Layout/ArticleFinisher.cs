using System.Collections.Immutable;

namespace NewsExtract.Readers.Layout;

/// <summary>Makes articles of drafts: roles of the header lines, author, source, dateline, date.</summary>
internal static class ArticleFinisher
{
    public static Article Finish(ArticleDraft draft, string source, PartialDate? callersDate)
    {
        HeadlineRanker.Assign(draft, source);
        var opening = Opening(draft);
        var authors = Authors(draft, opening);
        foreach (var block in draft.Body)
        {
            if (block.Kind == BlockKind.Body && block.Unit.Profile.Ending == Ending.Open && block.Unit is { Kind: UnitKind.Prose, IsWhole: false } && block.Unit.Profile.Stops > 0)
            {
                draft.Diagnostics.Add(LayoutDiagnostics.BrokenOff(block.Pieces[^1]));
            }
        }

        if (draft is { HasTitle: false, HasText: true })
        {
            draft.Diagnostics.Add(LayoutDiagnostics.NoHeadline(draft.Body[0].Pieces[0]));
        }

        return new Article
        {
            Blocks = [.. draft.Front.Concat(draft.Body).Select(block => block.ToBlock())],
            Author = authors.Count == 0 ? null : string.Join(' ', authors.Select(span => Printed(source, span))),
            AuthorSpans = [.. authors],
            Source = draft.Front.Select(block => block.Kind is BlockKind.Furniture ? block.Unit.Source : null).FirstOrDefault(name => name is not null)
                ?? draft.IssueSource
                ?? draft.Front.Select(block => block.Unit.Source).FirstOrDefault(name => name is not null)
                ?? opening?.Source,
            Dateline = opening?.Dateline,
            PublicationDate = draft.Front.Select(block => block.Kind is BlockKind.Furniture ? block.Unit.Date : null).FirstOrDefault(date => date is not null)
                ?? draft.IssueDate
                ?? draft.Front.Concat(draft.Body).Select(block => block.Unit.Date).FirstOrDefault(date => date is not null)
                ?? opening?.Date
                ?? callersDate,
            Diagnostics = draft.Diagnostics.ToImmutable(),
        };
    }

    // A name that a line break cut is printed without it.
    private static string Printed(string source, TextSpan span)
    {
        var text = span.Of(source);
        var hasLineEnd = false;
        foreach (var c in text)
        {
            hasLineEnd |= Glyphs.IsLineEnd(c);
        }

        return hasLineEnd ? string.Concat(text.ToString().Where(c => !Glyphs.IsBlank(c))) : text.ToString();
    }

    // The first paragraph that opens like a story; an editor's note may stand before it.
    private static StoryOpening? Opening(ArticleDraft draft)
    {
        StoryOpening? first = null;
        foreach (var block in draft.Body)
        {
            if (block.Kind == BlockKind.Body && block.Unit.Opening is { } opening)
            {
                first ??= opening;
                if (opening.Authors.Count > 0)
                {
                    return first.Authors.Count > 0 ? first : first with { Authors = opening.Authors };
                }
            }
        }

        return first;
    }

    private static List<TextSpan> Authors(ArticleDraft draft, StoryOpening? opening)
    {
        List<TextSpan> named = [.. draft.Front.Where(block => block.Kind == BlockKind.Byline).SelectMany(block => block.Unit.Authors)];
        if (named.Count > 0)
        {
            return named;
        }

        if (opening is { Authors.Count: > 0 })
        {
            return opening.Authors;
        }

        for (var i = draft.Body.Count - 1; i >= 0; i--)
        {
            var block = draft.Body[i];
            if (block.Unit.Authors.Count > 0 && (block.Kind == BlockKind.Byline || (block.Kind == BlockKind.Body && block.Unit.EndsWithByline)))
            {
                return block.Unit.Authors;
            }
        }

        return [];
    }
}
