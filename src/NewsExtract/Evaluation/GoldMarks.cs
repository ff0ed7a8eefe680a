using System.Collections.Immutable;

namespace NewsExtract.Evaluation;

/// <summary>A gold mark: its type and its place in the bulletin's text.</summary>
internal readonly record struct GoldMark(EntityType Type, TextSpan Span);

/// <summary>Reads inline marks <c>{TYPE|surface}</c>, which never nest.</summary>
internal static class GoldMarks
{
    /// <returns>The marks, and the text without them.</returns>
    /// <exception cref="InvalidDataException">An unknown type or an open mark.</exception>
    public static (ImmutableArray<GoldMark> Marks, string Text) Parse(string annotated)
    {
        var marks = ImmutableArray.CreateBuilder<GoldMark>();
        var text = new System.Text.StringBuilder(annotated.Length);
        for (var i = 0; i < annotated.Length; i++)
        {
            if (annotated[i] != '{')
            {
                text.Append(annotated[i]);
                continue;
            }

            var bar = annotated.IndexOf('|', i);
            var close = annotated.IndexOf('}', i);
            if (bar < 0 || close < bar || !EntityTypes.TryParse(annotated[(i + 1)..bar], out var type))
            {
                throw new InvalidDataException($"bad mark at {i}: {annotated[i..Math.Min(i + 20, annotated.Length)]}");
            }

            marks.Add(new GoldMark(type, new TextSpan(text.Length, text.Length + close - bar - 1)));
            text.Append(annotated, bar + 1, close - bar - 1);
            i = close;
        }

        return (marks.ToImmutable(), text.ToString());
    }
}
