using System.Collections.Immutable;

namespace NewsExtract.Onnx;

/// <summary>How a model is used; what is left out is read from the files beside it.</summary>
public sealed record OnnxModelOptions
{
    public static OnnxModelOptions Default { get; } = new();

    /// <summary>Stands in the producer of mentions (<c>model:NAME</c>); the folder's name when <c>null</c>.</summary>
    public string? Name { get; init; }

    public string Version { get; init; } = "1";

    /// <summary>Tokens of one input, [CLS] and [SEP] included; config.json's max_position_embeddings, else 512, when <c>null</c>.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>tokenizer_config.json's do_lower_case, else <c>true</c>, when <c>null</c>.</summary>
    public bool? LowerCase { get; init; }

    /// <summary>
    /// Types of the model's labels, without B- and the like: goes before the table that the library has. <c>null</c> leaves a
    /// label's mentions out. A name that the model does not have is an error (NX2016).
    /// </summary>
    public ImmutableDictionary<string, EntityType?> LabelTypes { get; init; } = ImmutableDictionary<string, EntityType?>.Empty;
}
