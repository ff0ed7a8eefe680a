using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsExtract;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the pipeline.</summary>
public static class NewsExtractServiceCollectionExtensions
{
    /// <summary>Adds one <see cref="NewsPipeline"/> for the whole application, made when it is first asked for.</summary>
    /// <param name="configure">Changes the default stages.</param>
    public static IServiceCollection AddNewsExtract(this IServiceCollection services, Action<NewsPipelineBuilder>? configure = null) =>
        services.AddNewsExtract((_, builder) => configure?.Invoke(builder));

    /// <summary>As above, with services that own recognizers and extractors need.</summary>
    public static IServiceCollection AddNewsExtract(this IServiceCollection services, Action<IServiceProvider, NewsPipelineBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(provider =>
        {
            var builder = new NewsPipelineBuilder();
            configure(provider, builder);
            return builder.Build();
        });
        return services;
    }
}
