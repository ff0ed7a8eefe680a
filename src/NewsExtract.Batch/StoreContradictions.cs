using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NewsExtract.Linking.Contradictions;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Batch;

/// <summary>
/// Figures of a store that differ. Asked again, it reads figures of those articles alone whose record has changed since, or what their
/// names are linked to. Not safe for concurrent use.
/// </summary>
public sealed class StoreContradictions(NewsStore store)
{
    private Dictionary<long, (UInt128 Mark, ArticleFigures Figures)> _known = [];

    /// <param name="filter">Only figures that it leaves are compared.</param>
    /// <returns>By the date, file and place of the first.</returns>
    /// <exception cref="StoreException">NX3001 to NX3005.</exception>
    public ImmutableArray<Contradiction> Find(NewsFilter filter, CancellationToken cancellation = default)
    {
        var linked = store.ReadLinkedEntities();
        var known = new Dictionary<long, (UInt128 Mark, ArticleFigures Figures)>();
        var finder = new ContradictionFinder();
        foreach (var (article, json) in store.ReadRecordTexts(filter, ContradictionFinder.FactTypes))
        {
            cancellation.ThrowIfCancellationRequested();
            var mark = MarkOf(json, linked[article]);
            var read = _known.TryGetValue(article, out var before) && before.Mark == mark ? before : (Mark: mark, Figures: Read(json, linked[article]));
            known[article] = read;
            finder.Add(read.Figures);
        }

        _known = known;
        return finder.Find();
    }

    private static ArticleFigures Read(string json, IEnumerable<(int Number, long Entity)> linked)
    {
        var entities = linked.ToDictionary(static item => item.Number, static item => item.Entity);
        return ArticleFigures.Read(RecordJson.Deserialize(json), number => entities.TryGetValue(number, out var entity) ? $"#{entity.ToString(CultureInfo.InvariantCulture)}" : null);
    }

    // All that figures are read from, so that equal marks give equal figures.
    private static UInt128 MarkOf(string json, IEnumerable<(int Number, long Entity)> linked)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(json.AsSpan()));
        Span<byte> item = stackalloc byte[12];
        foreach (var (number, entity) in linked)
        {
            BinaryPrimitives.WriteInt32LittleEndian(item, number);
            BinaryPrimitives.WriteInt64LittleEndian(item[4..], entity);
            hash.AppendData(item);
        }

        return BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset());
    }
}
