using System.Collections.Immutable;

namespace NewsExtract.Web.Api;

/// <summary>A part of an answer.</summary>
/// <param name="Next">Ask for the next part with it as <c>after</c>; left out on the last.</param>
/// <param name="Total">How many there are in all; on the first part alone.</param>
internal sealed record Part<T>(ImmutableArray<T> Items, string? Next, long? Total = null);
