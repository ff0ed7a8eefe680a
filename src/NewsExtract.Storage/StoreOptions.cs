namespace NewsExtract.Storage;

/// <summary>What a store needs to know of the language and the clock.</summary>
public sealed record StoreOptions
{
    /// <summary>
    /// Makes one of what searches should take for one (Traditional and Simplified, full and half width, capitals), one UTF-16 unit for
    /// one; only lower case unless given. A store must always be opened with the same.
    /// </summary>
    public Func<string, string> Fold { get; init; } = static text => text.ToLowerInvariant();

    /// <summary>Says when runs began and ended; nothing else depends on it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
