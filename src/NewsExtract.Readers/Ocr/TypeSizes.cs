using System.Collections.Immutable;

namespace NewsExtract.Readers.Ocr;

/// <summary>
/// The type sizes of a page's lines. Boxes of lines are as thick as the detector leaves margins; but ideographs stand one em apart, and a
/// page is set in a few sizes.
/// </summary>
internal static class TypeSizes
{
    /// <summary>Of a line's thickness; letter-spaced characters stand further apart.</summary>
    private const float Widest = 1.45f;
    private const float Narrowest = 0.6f;

    /// <summary>A distance this much above the usual one has a blank or an unread character in it.</summary>
    private const float WithBlank = 1.3f;

    /// <summary>Sizes from the least to so much more are one: lines are spaced out to fill their measure.</summary>
    private const float OneSize = 1.09f;

    /// <summary>Lines of a type that has so many times more characters may be set wider or tighter than it by so much.</summary>
    private const int Many = 4;
    private const float Looser = 0.085f;
    private const float LooserLong = 0.14f;
    private const float Tighter = 0.06f;

    /// <summary>What the distance of two characters is off, in ems.</summary>
    private const float PairError = 0.2f;

    /// <summary>In characters: a line that is spaced out to fill its measure.</summary>
    private const int Long = 12;

    /// <summary>Lines whose boxes are thick alike.</summary>
    private const float SameThickness = 1.25f;

    /// <summary>Of a line's thickness where no line tells more.</summary>
    private const float EmShare = 0.9f;

    /// <summary>In points, for each line.</summary>
    public static float[] Measure(ImmutableArray<OcrLine> lines, PictureFrame frame)
    {
        var sizes = new float[lines.Length];
        var measured = new List<Measured>();
        for (var i = 0; i < lines.Length; i++)
        {
            var thickness = frame.Thickness(lines[i]);
            if (Pitch(lines[i], frame.Length(lines[i])) is { Pairs: > 0 } pitch && pitch.Size > thickness * Narrowest && pitch.Size < thickness * Widest)
            {
                measured.Add(new Measured(i, pitch.Size, pitch.Pairs, lines[i].Characters.Length, thickness));
            }
        }

        var types = Types(measured, sizes);
        for (var i = 0; i < lines.Length; i++)
        {
            sizes[i] = sizes[i] > 0 ? sizes[i] : Guess(frame.Thickness(lines[i]), types);
        }

        return sizes;
    }

    /// <summary>The mean distance of neighbouring ideographs, and of how many pairs.</summary>
    private static (float Size, int Pairs) Pitch(OcrLine line, float length)
    {
        var distances = new List<float>();
        for (var i = 1; i < line.Characters.Length; i++)
        {
            var (before, character) = (line.Characters[i - 1], line.Characters[i]);
            if (IsIdeograph(before) && IsIdeograph(character))
            {
                distances.Add((character.Start + character.End - before.Start - before.End) / 2 * length);
            }
        }

        if (distances.Count == 0)
        {
            return default;
        }

        distances.Sort();
        var usual = distances[distances.Count / 2];
        var sound = distances.FindAll(distance => distance < usual * WithBlank && distance > usual / WithBlank);
        return sound.Count == 0 ? default : (sound.Average(), sound.Count);
    }

    // 一 is often read off a dash.
    private static bool IsIdeograph(OcrCharacter character) => character.Text[0] is >= '\u4E01' and <= '\u9FFF';

    // Again and again the size that most characters have.
    private static List<Measured> Types(List<Measured> lines, float[] sizes)
    {
        lines.Sort(static (a, b) => a.Size.CompareTo(b.Size) is not 0 and var order ? order : a.Line.CompareTo(b.Line));
        var types = new List<Measured>();
        while (lines.Count > 0)
        {
            var (start, count, pairs) = (0, 0, -1);
            for (int low = 0, high = 0, within = 0; low < lines.Count; low++)
            {
                while (high < lines.Count && lines[high].Size <= lines[low].Size * OneSize)
                {
                    within += lines[high++].Pairs;
                }

                if (within > pairs)
                {
                    (start, count, pairs) = (low, high - low, within);
                }

                within -= lines[low].Pairs;
            }

            var group = lines.GetRange(start, count);
            lines.RemoveRange(start, count);
            var alone = new List<Measured>();
            foreach (var line in group)
            {
                var type = types.Find(type => IsSetLooserOrTighter(line, type, pairs));
                sizes[line.Line] = type.Size;
                if (type == default)
                {
                    alone.Add(line);
                }
            }

            if (alone.Count > 0)
            {
                var own = alone.Sum(line => line.Pairs);
                var size = Middle(alone, own);
                types.Add(new Measured(-1, size, own, 0, alone.Select(line => line.Thickness).Order().ElementAt(alone.Count / 2)));
                alone.ForEach(line => sizes[line.Line] = size);
            }
        }

        return types;
    }

    private static bool IsSetLooserOrTighter(Measured line, Measured type, int pairs) =>
        type.Pairs > pairs * Many
        && line.Size < type.Size * (1 + (line.Characters >= Long ? LooserLong : Looser) + (PairError / line.Pairs))
        && line.Size > type.Size * (1 - Tighter - (PairError / line.Pairs));

    private static float Middle(List<Measured> group, int pairs)
    {
        var sum = 0;
        foreach (var line in group)
        {
            sum += line.Pairs;
            if (sum * 2 >= pairs)
            {
                return line.Size;
            }
        }

        return group[^1].Size;
    }

    // Digits alone: the size of most of what has a box like theirs.
    private static float Guess(float thickness, List<Measured> types)
    {
        foreach (var type in types)
        {
            if (Math.Max(type.Thickness, thickness) < Math.Min(type.Thickness, thickness) * SameThickness)
            {
                return type.Size;
            }
        }

        return thickness * EmShare;
    }

    private readonly record struct Measured(int Line, float Size, int Pairs, int Characters, float Thickness);
}
