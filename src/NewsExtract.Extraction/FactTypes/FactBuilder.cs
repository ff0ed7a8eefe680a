using System.Collections.Immutable;

namespace NewsExtract.Extraction.FactTypes;

/// <summary>Collects the arguments of one fact; a role is set once, and a <c>null</c> value leaves it out.</summary>
internal sealed class FactBuilder(FactDefinition definition, ArticleText text)
{
    private readonly List<Argument> _arguments = [];
    private Modality? _modality;
    private TextSpan? _trigger;

    /// <summary>The surface at <paramref name="span"/>, in the source's own characters.</summary>
    public FactBuilder Surface(string role, TextSpan? span)
    {
        if (span is { } place)
        {
            Add(new Argument(role, new ArgumentValue.Text(text.Surface(place)), [place]));
        }

        return this;
    }

    /// <summary>A choice, a date or another normal form, with where it was read from.</summary>
    public FactBuilder Text(string role, string? value, params ReadOnlySpan<TextSpan> spans)
    {
        if (value is not null)
        {
            Add(new Argument(role, new ArgumentValue.Text(value), [.. spans]));
        }

        return this;
    }

    public FactBuilder Number(string role, decimal? value, params ReadOnlySpan<TextSpan> spans)
    {
        if (value is { } number)
        {
            Add(new Argument(role, new ArgumentValue.Number(number), [.. spans]));
        }

        return this;
    }

    /// <summary>A list of surfaces; an empty one leaves the role out.</summary>
    public FactBuilder Surfaces(string role, IReadOnlyCollection<TextSpan> spans)
    {
        if (spans.Count > 0)
        {
            Add(new Argument(role, new ArgumentValue.List([.. spans.Select(text.Surface)]), [.. spans]));
        }

        return this;
    }

    /// <summary>Sets <c>value</c>, or <c>min</c> and <c>max</c>, and <c>approx</c>.</summary>
    public FactBuilder Amount(NumberValue value, TextSpan span, string valueRole = "value") =>
        Number(valueRole, value.Value, span)
            .Number("min", value.Value is null ? value.Min : null, span)
            .Number("max", value.Value is null ? value.Max : null, span)
            .Text("approx", RecordBuilder.ApproximationName(value.Approximation), span);

    /// <summary>The words by which the fact was known and how they are said.</summary>
    public FactBuilder Trigger(TextSpan trigger, Modality? modality = null)
    {
        _trigger = trigger;
        _modality = modality;
        return this;
    }

    /// <summary>Arguments come out in the order of the definition.</summary>
    /// <exception cref="InvalidOperationException">A required role is missing.</exception>
    public Fact Build(TextSpan evidence, Producer producer)
    {
        foreach (var role in definition.Roles)
        {
            if (role.Required && _arguments.TrueForAll(argument => argument.Role != role.Name))
            {
                throw new InvalidOperationException($"{producer} left out the required role {role.Name} of {definition.Name} at {evidence}");
            }
        }

        return new Fact(
            definition.Name,
            [.. definition.Roles.SelectMany(role => _arguments.Where(argument => argument.Role == role.Name))],
            evidence,
            producer)
        {
            Modality = _modality,
            Trigger = _trigger,
        };
    }

    private void Add(Argument argument)
    {
        if (definition.FindRole(argument.Role) is null || _arguments.Exists(other => other.Role == argument.Role))
        {
            throw new InvalidOperationException($"{definition.Name} has no role {argument.Role}, or it was set already");
        }

        _arguments.Add(argument);
    }
}
