namespace NewsExtract.Storage.Entities;

/// <summary>An entity that articles name beside another.</summary>
/// <param name="Articles">How many articles name both.</param>
public sealed record CompanionHit(EntityHit Entity, long Articles);
