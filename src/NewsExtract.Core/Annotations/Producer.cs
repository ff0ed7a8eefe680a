namespace NewsExtract.Core;

/// <summary>The rule or model that made an annotation, with its version: <c>rule:fact.position</c>, <c>1</c>.</summary>
public readonly record struct Producer(string Id, string Version)
{
    public override string ToString() => $"{Id}@{Version}";
}
