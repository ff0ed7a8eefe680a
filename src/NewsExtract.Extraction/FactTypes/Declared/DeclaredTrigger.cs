using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NewsExtract.Extraction.FactTypes.Declared;

/// <summary>What a trigger asks for beside its words.</summary>
/// <param name="Pattern"><c>null</c> where words are given.</param>
internal sealed record DeclaredTrigger(string Id, ImmutableArray<string> Words, Regex? Pattern)
{
    public ImmutableArray<string> NotLed { get; init; } = [];

    public ImmutableArray<string> NotFollowed { get; init; } = [];

    public ImmutableArray<string> BlockedBy { get; init; } = [];

    /// <summary>Values that the trigger gives to roles.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Sets { get; init; } = [];
}

/// <summary>A place where a trigger stands.</summary>
/// <param name="Groups">What the groups of its pattern hold, by the role that each is named after.</param>
internal sealed record TriggerMatch(DeclaredTrigger Trigger, TextSpan Span, ImmutableArray<KeyValuePair<string, TextSpan>> Groups);
