using System.Globalization;
using NewsExtract.Storage;
using NewsExtract.Storage.Entities;

namespace NewsExtract.Cli.Commands;

/// <summary>Which entities and members the user means.</summary>
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

    /// <exception cref="CommandException">NX3201, NX3202; NX3203: they are one, or of two types.</exception>
    public static (EntityHit One, EntityHit Other) FindPair(NewsStore store, string first, string second)
    {
        var (one, other) = (Find(store, first), Find(store, second));
        if (one.Id == other.Id)
        {
            throw new CommandException(DiagnosticCodes.NothingToMerge, $"{first} and {second} are one entity already, {one.Name} — name two", ExitCodes.Incomplete);
        }

        return one.Type == other.Type
            ? (one, other)
            : throw new CommandException(DiagnosticCodes.NothingToMerge, $"{one.Name} is {one.Type} and {other.Name} is {other.Type} — name two of one type", ExitCodes.Incomplete);
    }

    /// <param name="articles">Ids, FILE or FILE#NUMBER.</param>
    /// <exception cref="CommandException">NX3204: one names no member, or together they name all.</exception>
    public static (List<MemberHit> Taken, List<MemberHit> Left) Part(EntityHit entity, IReadOnlyList<MemberHit> members, string[] articles)
    {
        var missing = Array.Find(articles, article => !members.Any(member => Names(article, member)));
        if (missing is not null)
        {
            throw new CommandException(DiagnosticCodes.NothingToSplit, $"--article {missing}: {entity.Name} has no member there — newsextract entities show {entity.Id} lists them", ExitCodes.Incomplete);
        }

        var taken = members.Where(member => Array.Exists(articles, article => Names(article, member))).ToList();
        return taken.Count < members.Count
            ? (taken, [.. members.Except(taken)])
            : throw new CommandException(DiagnosticCodes.NothingToSplit, $"--article names all members of {entity.Name} — name some of them", ExitCodes.Incomplete);
    }

    private static bool Names(string article, MemberHit member) =>
        article == member.Source
        || article == string.Create(CultureInfo.InvariantCulture, $"{member.Source}#{member.ArticleNumber + 1}")
        || article == member.Article.ToString(CultureInfo.InvariantCulture);
}
