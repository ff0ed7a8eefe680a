using System.Text.Json;
using NewsExtract.Storage.Work;

namespace NewsExtract.Queue;

/// <summary>What goes through the queue: which path of which run, never its bytes. Public since generated code names it.</summary>
public sealed record WorkMessage(long Run, int Number, string Path, string Name, string Sha256, string Settings)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public WorkItem ToItem() => new(Run, Number, Path, Name, Sha256, Settings);

    internal static WorkMessage Of(WorkItem item) => new(item.Run, item.Number, item.Path, item.Name, item.Sha256, item.Settings);
}
