using System.Collections.Immutable;

namespace NewsExtract.Core;

/// <summary>The mention types of the annotation guidelines. The label in records is the name in capitals given here.</summary>
public enum EntityType
{
    /// <summary>PER</summary>
    Person,

    /// <summary>TITLE: a post, rank or profession held by someone.</summary>
    Title,

    /// <summary>ORG</summary>
    Organization,

    /// <summary>ZONE: a named development zone.</summary>
    Zone,

    /// <summary>GPE: a country, province, city, county, town or village by name.</summary>
    GeoPolitical,

    /// <summary>LOC: other named geography.</summary>
    Location,

    /// <summary>FAC: a named building, venue, station or road.</summary>
    Facility,

    /// <summary>EVENT</summary>
    Event,

    /// <summary>PROJECT</summary>
    Project,

    /// <summary>HONOR</summary>
    Honor,

    /// <summary>WORK: a titled document, its 《》 included.</summary>
    Work,

    /// <summary>DATE</summary>
    Date,

    /// <summary>MONEY</summary>
    Money,

    /// <summary>PERCENT</summary>
    Percent,

    /// <summary>QUANTITY</summary>
    Quantity,
}

/// <summary>The labels of <see cref="EntityType"/> in records and gold files.</summary>
public static class EntityTypes
{
    private static readonly ImmutableArray<string> s_labels =
        ["PER", "TITLE", "ORG", "ZONE", "GPE", "LOC", "FAC", "EVENT", "PROJECT", "HONOR", "WORK", "DATE", "MONEY", "PERCENT", "QUANTITY"];

    public static ImmutableArray<EntityType> All { get; } = [.. Enum.GetValues<EntityType>()];

    public static string Label(this EntityType type) => s_labels[(int)type];

    public static bool TryParse(string label, out EntityType type)
    {
        var index = s_labels.IndexOf(label);
        type = (EntityType)Math.Max(index, 0);
        return index >= 0;
    }
}
