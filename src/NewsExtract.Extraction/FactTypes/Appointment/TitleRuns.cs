using System.Collections.Immutable;
using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Appointment;

/// <summary>Reads titles in a row and finds where the run begins.</summary>
internal sealed class TitleRuns(ArticleDiscourse discourse)
{
    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;
    private readonly ImmutableArray<Mention> _mentions = discourse.Context.Mentions;
    private readonly PersonRows _rows = new(discourse);

    // 县法院副院长、审判委员会委员: titles with the organisation each has of its own
    public TitleRun Read(ref int index)
    {
        var titles = ImmutableArray.CreateBuilder<(Mention Title, Mention? Organization)>();
        var organization = OrganizationBefore(index);
        var start = organization?.Span.Start ?? _mentions[index].Span.Start;
        while (organization is not null && _context.MentionAt(start - 1) is { } outer && start > 0 && outer.Span.End == start && IsPlace(outer.Type))
        {
            start = outer.Span.Start;
        }

        titles.Add((_mentions[index], organization));
        while (index + 1 < _mentions.Length)
        {
            var next = _mentions[index + 1];
            var gap = _text.AsSpan(_mentions[index].Span.End, Math.Max(0, next.Span.Start - _mentions[index].Span.End));
            if (gap is not ("、" or "兼" or "和" or "及"))
            {
                break;
            }

            if (next.Type == EntityType.Title)
            {
                titles.Add((next, null));
                index++;
            }
            else if (IsPlace(next.Type) && index + 2 < _mentions.Length && _mentions[index + 2].Type == EntityType.Title && _mentions[index + 2].Span.Start == next.Span.End)
            {
                titles.Add((_mentions[index + 2], next));
                index += 2;
            }
            else
            {
                break;
            }
        }

        return new TitleRun(titles.ToImmutable(), start, _mentions[index].Span.End, index);
    }

    // 任县农业农村局党组书记: an organisation that is no mention may stand between verb and title
    public TitleRun WithUnmarked(TitleRun run)
    {
        if (run.Titles[0].Organization is not null)
        {
            return run;
        }

        for (var at = run.Start; at > 0 && run.Start - at <= 16; at--)
        {
            if (at < run.Start && (EndsWith(at, "同志任") || EndsWith(at, "担任") || EndsWith(at, "当选") || EndsWith(at, "免去其")
                || (AppointmentRules.LastOf(AppointmentForm.PersonVerbTitle, _text.AsSpan(0, at)) is { Word.Length: > 1 })
                || ((EndsWith(at, "为") || EndsWith(at, "任") || EndsWith(at, "的")) && !_rows.EndingAt(at - 1).IsEmpty)))
            {
                return run with { Start = at };
            }

            if (!char.IsLetter(_text[at - 1]) || _context.MentionAt(at - 1) is { Type: EntityType.Person or EntityType.Title })
            {
                break;
            }
        }

        return run;
    }

    private Mention? OrganizationBefore(int title) =>
        title > 0 && IsPlace(_mentions[title - 1].Type) && _mentions[title - 1].Span.End == _mentions[title].Span.Start ? _mentions[title - 1] : null;

    private static bool IsPlace(EntityType type) =>
        type is EntityType.Organization or EntityType.Zone or EntityType.GeoPolitical or EntityType.Facility;

    private bool EndsWith(int end, string word) => end >= word.Length && _text.AsSpan(end - word.Length, word.Length).SequenceEqual(word);
}

/// <summary>Titles in a row, each with the organisation named for it.</summary>
/// <param name="Start">Where it begins, organisations included.</param>
/// <param name="Last">Index of the last title among the mentions.</param>
internal sealed record TitleRun(ImmutableArray<(Mention Title, Mention? Organization)> Titles, int Start, int End, int Last);
