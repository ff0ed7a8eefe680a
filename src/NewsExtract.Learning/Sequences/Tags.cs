namespace NewsExtract.Learning.Sequences;

/// <summary>
/// The BIOES tags of up to 15 mention types and where each stands among 64 numbers: four groups of 16 lanes, begin,
/// single, inside and end, one lane a type. The last lane of the group of singles is the tag of what is in no mention;
/// the last lanes of the others stand empty. Sets of tags are bits of an <see cref="ulong"/>.
/// </summary>
internal static class Tags
{
    public const int Lanes = 16;
    public const int Count = 4 * Lanes;
    public const int OutsideLane = Lanes - 1;

    public const int FirstBegin = 0;
    public const int FirstSingle = Lanes;
    public const int FirstInside = 2 * Lanes;
    public const int FirstEnd = 3 * Lanes;
    public const int Outside = FirstSingle + OutsideLane;

    private const ulong Groups = 0x0001_0001_0001_0001;

    /// <summary>All tags.</summary>
    public const ulong All = (((1UL << (Lanes - 1)) - 1) * Groups) | (1UL << Outside);

    public static uint Set(params ReadOnlySpan<EntityType> types)
    {
        var set = 0u;
        foreach (var type in types)
        {
            set |= 1u << (int)type;
        }

        return set;
    }

    /// <summary>All tags of the types whose bits are set in <paramref name="types"/>.</summary>
    public static ulong Of(uint types) => types * Groups;

    /// <summary>The tag of a position in a mention.</summary>
    public static int At(EntityType type, TextSpan span, int position) => (int)type + (span.Length == 1
        ? FirstSingle
        : position == span.Start ? FirstBegin : position == span.End - 1 ? FirstEnd : FirstInside);

    /// <summary>The tags of all types for a position in a mention.</summary>
    public static ulong Group(TextSpan span, int position) => ((1UL << (Lanes - 1)) - 1) << At(default, span, position);

    public static ulong Bit(int tag) => 1UL << tag;
}
