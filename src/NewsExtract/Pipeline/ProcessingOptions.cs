namespace NewsExtract;

/// <summary>How <see cref="NewsPipeline.ProcessAsync(IEnumerable{DocumentSource}, ProcessingOptions?, CancellationToken)"/> works.</summary>
public sealed record ProcessingOptions
{
    public static ProcessingOptions Default { get; } = new();

    /// <summary>Sources worked on at a time; as many as there are processors unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxConcurrency
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;
}
