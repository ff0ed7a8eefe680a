using System.Collections.Immutable;

namespace NewsExtract.Core;

/// <summary>The value of an argument: a surface string or choice, a number, or a list of surface strings.</summary>
public abstract record ArgumentValue
{
    private ArgumentValue()
    {
    }

    public sealed record Text(string Value) : ArgumentValue;

    public sealed record Number(decimal Value) : ArgumentValue;

    public sealed record List(ImmutableArray<string> Values) : ArgumentValue
    {
        public bool Equals(List? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Aggregate(17, (hash, value) => HashCode.Combine(hash, value));
    }
}

/// <summary>What fills a role.</summary>
/// <param name="Spans">Units of <see cref="ArticleText.Text"/>; empty only for a choice that the whole evidence states.</param>
public sealed record Argument(string Role, ArgumentValue Value, ImmutableArray<TextSpan> Spans);

/// <summary>How a fact is stated when it is not simply said to be so.</summary>
public enum Modality
{
    /// <summary>Meant to be: 计划投资5亿元, 将出席.</summary>
    Planned,

    /// <summary>Thought to come: 预计年产值9亿元.</summary>
    Expected,

    /// <summary>Said not to be so: 尚未开工项目3个.</summary>
    Negated,
}

/// <summary>A statement of the article, with the clause that makes it.</summary>
/// <param name="Type">A <see cref="FactDefinition.Name"/>.</param>
/// <param name="Evidence">The shortest clause that states it; units of <see cref="ArticleText.Text"/>.</param>
public sealed record Fact(string Type, ImmutableArray<Argument> Arguments, TextSpan Evidence, Producer Producer)
{
    /// <summary>Calibrated probability in [0, 1]; <c>null</c> when nothing calibrated it.</summary>
    public double? Confidence { get; init; }

    /// <summary><c>null</c> when the text says that it is so, and for types whose meaning it is to lie ahead (targets).</summary>
    public Modality? Modality { get; init; }

    /// <summary>The words by which the rule knew the fact, in units of <see cref="ArticleText.Text"/>; <c>null</c> when the extractor does not say.</summary>
    public TextSpan? Trigger { get; init; }

    public Argument? Find(string role) => Arguments.FirstOrDefault(argument => argument.Role == role);
}
