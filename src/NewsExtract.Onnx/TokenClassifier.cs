using Microsoft.ML.OnnxRuntime;

namespace NewsExtract.Onnx;

/// <summary>The network: ids in, logits out. One thread, so that sums are the same in every run. Safe for concurrent use.</summary>
internal sealed class TokenClassifier : IDisposable
{
    private readonly InferenceSession _session;
    private readonly string _output;

    /// <exception cref="OnnxModelException">NX2013: no ONNX model, or none of this kind.</exception>
    public TokenClassifier(string path)
    {
        Path = path;
        try
        {
            using var options = new SessionOptions
            {
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
                ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
                EnableMemoryPattern = false,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            _session = new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw NoModel("ONNX Runtime can't load it as a model — export it again", exception);
        }

        var strange = _session.InputMetadata.FirstOrDefault(input => input.Key is not ("input_ids" or "attention_mask" or "token_type_ids") || input.Value.ElementType != typeof(long));
        if (strange.Key is not null || !_session.InputNames.Contains("input_ids"))
        {
            _session.Dispose();
            throw NoModel($"a token classifier takes input_ids, attention_mask and token_type_ids of int64, not {strange.Key ?? "these"} — export it for token classification");
        }

        _output = _session.OutputNames.Contains("logits") ? "logits" : _session.OutputNames[0];
    }

    public string Path { get; }

    /// <param name="ids">[CLS] first, [SEP] last.</param>
    /// <param name="width">Values for each id.</param>
    /// <returns>Logits, <paramref name="width"/> for each id.</returns>
    /// <exception cref="OnnxModelException">NX2013: the output has another shape.</exception>
    /// <exception cref="OnnxRuntimeException">The model does not take these ids.</exception>
    public float[] Run(long[] ids, out int width)
    {
        var names = _session.InputNames;
        var inputs = names.Select(name => OrtValue.CreateTensorValueFromMemory(name switch
        {
            "input_ids" => ids,
            "attention_mask" => [.. Enumerable.Repeat(1L, ids.Length)],
            _ => new long[ids.Length],
        }, [1, ids.Length])).ToList();
        try
        {
            using var run = new RunOptions();
            using var outputs = _session.Run(run, names, inputs, [_output]);
            var info = outputs[0].GetTensorTypeAndShape();
            if (info.ElementDataType != Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float || info.Shape is not [1, var rows, var columns] || rows != ids.Length)
            {
                throw NoModel($"its output {_output} is not [1, tokens, labels] of float — export it for token classification");
            }

            width = (int)columns;
            return outputs[0].GetTensorDataAsSpan<float>().ToArray();
        }
        finally
        {
            inputs.ForEach(input => input.Dispose());
        }
    }

    public OnnxModelException NoModel(string message, Exception? inner = null) => new(OnnxDiagnostics.NoModel, $"{Path}: {message}", inner);

    public void Dispose() => _session.Dispose();
}
