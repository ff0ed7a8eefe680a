using System.Globalization;

namespace NewsExtract.Storage.Entities;

/// <summary>Many ids as the lists of questions that the databases take in their stride: <c>1,2,3</c>.</summary>
internal static class IdLists
{
    /// <summary>Ids of one question.</summary>
    public const int Part = 400;

    public static IEnumerable<string> Of(IEnumerable<long> ids) => ids.Chunk(Part).Select(static part => string.Join(',', part.Select(static id => id.ToString(CultureInfo.InvariantCulture))));
}
