using System.Globalization;
using NewsExtract.Storage;
using NewsExtract.Storage.Entities;

namespace NewsExtract.Cli.Commands;

/// <summary>Which entity the user means.</summary>
internal static class EntityChoice
{
    private const int Listed = 8;

    /// <exception cref="CommandException">NX3201: there is none.</exception>
    public static IReadOnlyList<EntityHit> FindAll(NewsStore store, string nameOrId)
    {
        var found = store.FindEntities(nameOrId);
        return found.Count > 0
            ? found
            : throw new CommandException(DiagnosticCodes.NoEntity, $"{nameOrId}: no entity has this name or id — newsextract entities list {nameOrId} finds names by a part; if nothing was linked yet, newsextract entities link", ExitCodes.Incomplete);
    }

    /// <exception cref="CommandException">NX3201: there is none; NX3202: there are several.</exception>
    public static EntityHit Find(NewsStore store, string nameOrId)
    {
        var found = FindAll(store, nameOrId);
        if (found.Count == 1)
        {
            return found[0];
        }

        var listed = string.Join(", ", found.Take(Listed).Select(static entity => string.Create(CultureInfo.InvariantCulture, $"{entity.Id} ({entity.Name}, {entity.Type}, {entity.Members} articles)")));
        var rest = found.Count > Listed ? string.Create(CultureInfo.InvariantCulture, $" and {found.Count - Listed} more") : "";
        throw new CommandException(DiagnosticCodes.SeveralEntities, $"{nameOrId}: several entities have this name — give one's id: {listed}{rest}", ExitCodes.Incomplete);
    }
}
