using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;

namespace NewsExtract.Storage.Entities;

/// <summary>What the last linking noted of itself.</summary>
/// <param name="Version">Of its rules; <c>null</c> before the first.</param>
/// <param name="Turn">Counts them: two that go on at once would both start from what one of them has changed.</param>
/// <param name="Decisions">Numbers of those that held.</param>
internal sealed record LinkState(string? Version, long Turn, ImmutableArray<long> Decisions)
{
    private const string VersionName = "entities";
    private const string TurnName = "entities-turn";
    private const string DecisionsName = "entities-decisions";

    public static LinkState Read(DbTransaction transaction)
    {
        var rows = transaction.Connection!.Query<(string Name, string Key)>("SELECT name, key FROM derivations WHERE name IN (@VersionName, @TurnName, @DecisionsName)", new { VersionName, TurnName, DecisionsName }, transaction)
            .ToDictionary(static row => row.Name, static row => row.Key, StringComparer.Ordinal);
        return new LinkState(
            rows.GetValueOrDefault(VersionName),
            long.Parse(rows.GetValueOrDefault(TurnName, "0"), CultureInfo.InvariantCulture),
            [.. rows.GetValueOrDefault(DecisionsName, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static id => long.Parse(id, CultureInfo.InvariantCulture))]);
    }

    public void Write(DbTransaction transaction)
    {
        foreach (var (name, key) in ((string, string)[])[(VersionName, Version!), (TurnName, Turn.ToString(CultureInfo.InvariantCulture)), (DecisionsName, string.Join(' ', Decisions.Select(static id => id.ToString(CultureInfo.InvariantCulture))))])
        {
            transaction.Connection!.Execute("INSERT INTO derivations (name, key) VALUES (@name, @key) ON CONFLICT (name) DO UPDATE SET key = excluded.key", new { name, key }, transaction);
        }
    }
}
