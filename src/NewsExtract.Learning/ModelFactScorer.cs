using System.Collections.Immutable;
using NewsExtract.Learning.Facts;
using NewsExtract.Learning.Models;

namespace NewsExtract.Learning;

/// <summary>
/// Says by a trained model how often facts like these are right: facts of the rules that it met in training, of mentions as the
/// model of mentions leaves them. Safe for concurrent use.
/// </summary>
public sealed class ModelFactScorer : IFactScorer
{
    /// <summary>
    /// Of the model, before calibration: what is less likely is left out. It lost one right fact for three wrong ones in bulletins
    /// that a model had not seen (docs/models.md).
    /// </summary>
    internal const double LeastProbability = 0.3;

    private readonly Lazy<FactModel> _model;

    public ModelFactScorer(FactModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = new(model);
    }

    private ModelFactScorer(Func<FactModel> load) => _model = new(load);

    /// <summary>With the model that comes with the library, which is read when the first fact is judged.</summary>
    public static ModelFactScorer Shipped { get; } = new(FactModel.LoadShipped);

    /// <returns>Confidence of two decimals; <c>null</c> where the model was not calibrated.</returns>
    public ImmutableArray<FactScore> Score(FactContext context, ImmutableArray<Fact> facts) =>
        [.. Judge(context, facts).Select(probability => new FactScore(_model.Value.Manifest.Calibration?.Of(probability), probability >= LeastProbability))];

    /// <summary>The model's own probability of each, before calibration.</summary>
    internal ImmutableArray<double> Judge(FactContext context, ImmutableArray<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (facts.IsEmpty)
        {
            return [];
        }

        var model = _model.Value;
        return [.. FactFeatures.Of(context, facts, model.Manifest.Vocabulary).Select(row => model.Trees.Probability(row))];
    }
}
