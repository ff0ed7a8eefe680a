using System.Collections.Immutable;
using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Appointment;

/// <summary>Finds names in a row: 李明、王芳同志, 李明（女）　王芳.</summary>
internal sealed class PersonRows(ArticleDiscourse discourse)
{
    private readonly string _text = discourse.Context.Text.Text;

    // Names in a row that end at position; 同志 and brackets may follow each.
    public ImmutableArray<int> EndingAt(int position)
    {
        var persons = ImmutableArray.CreateBuilder<int>();
        var at = position;
        for (var i = discourse.FirstPersonFrom(position) - 1; i >= 0; i--)
        {
            var reference = discourse.Persons[i];
            if (reference.Name.End > at)
            {
                break;
            }

            var gap = _text.AsSpan(reference.Name.End, at - reference.Name.End);
            var rest = FormLength(reference.Name.End, gap);
            var separator = persons.Count == 0 ? IsEmptyOrBracketed(reference.Name.End + rest, at) : IsRowGap(reference.Name.End + rest, at);
            if (!separator)
            {
                break;
            }

            persons.Insert(0, i);
            at = reference.Chain.Start;
        }

        return persons.ToImmutable();
    }

    /// <summary>Names in a row from <paramref name="start"/> on, the first with what stands before it; <paramref name="end"/> is where they end.</summary>
    public ImmutableArray<int> From(int start, out int end)
    {
        var persons = ImmutableArray.CreateBuilder<int>();
        end = start;
        for (var i = discourse.FirstPersonFrom(start); i < discourse.Persons.Length; i++)
        {
            var reference = discourse.Persons[i];
            if (persons.Count == 0 ? Math.Min(reference.Chain.Start, reference.Name.Start) > end : !(reference.Name.Start - end == 1 && _text[end] is '、' or '和'))
            {
                break;
            }

            persons.Add(i);
            end = reference.Name.End;
        }

        return persons.ToImmutable();
    }

    // 李明同志, 李明先生, 李明等七人
    private int FormLength(int start, ReadOnlySpan<char> gap)
    {
        if (gap.StartsWith("等", StringComparison.Ordinal))
        {
            return discourse.Context.MentionAt(start + 1) is { Type: EntityType.Quantity } count && count.Span.Length < gap.Length ? 1 + count.Span.Length : 1;
        }

        return AppointmentLexicon.Forms.MatchAt(gap, 0);
    }

    private bool IsEmptyOrBracketed(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!discourse.Quotations.IsBracketed(i))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsRowGap(int start, int end)
    {
        var seen = false;
        for (var i = start; i < end; i++)
        {
            if (_text[i] is '、' or '和' or ' ' or '　')
            {
                seen = true;
            }
            else if (!discourse.Quotations.IsBracketed(i))
            {
                return false;
            }
        }

        return seen;
    }

    /// <summary>Marks, blanks and brackets alone between two names of a list.</summary>
    public bool IsListGap(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_text[i] is not ('、' or ' ' or '　' or '\n') && !discourse.Quotations.IsBracketed(i))
            {
                return false;
            }
        }

        return true;
    }
}
