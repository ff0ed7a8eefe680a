using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;

namespace NewsExtract.Onnx;

/// <summary>
/// Finds mentions by a token classifier of the user's own: an ONNX model like BERT with its vocab.txt and its labels. A mention's
/// confidence is the least softmax probability of its words' labels, as the model gives it, not calibrated. Safe for concurrent use.
/// </summary>
public sealed class OnnxMentionRecognizer : IMentionRecognizer, IDisposable
{
    private const int DefaultTokens = 512;

    // [CLS], a word, [SEP].
    private const int LeastTokens = 3;

    private readonly TokenClassifier _model;
    private readonly BertVocabulary _vocabulary;
    private readonly BertTokenizer _tokenizer;
    private readonly LabelSet _labels;
    private readonly int _room;
    private readonly Producer _producer;

    /// <param name="path">
    /// A folder with the model (model.onnx, or one other .onnx file), vocab.txt, and labels in config.json's id2label or labels.txt
    /// (which goes first); or the .onnx file in such a folder.
    /// </param>
    /// <exception cref="OnnxModelException">A file is missing, or they do not fit together.</exception>
    /// <exception cref="ArgumentException"><see cref="OnnxModelOptions.MaxTokens"/> is below 3.</exception>
    public OnnxMentionRecognizer(string path, OnnxModelOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= OnnxModelOptions.Default;
        var files = ModelFiles.Find(path);
        var tokens = options.MaxTokens ?? files.MaxPositions ?? DefaultTokens;
        _room = tokens >= LeastTokens ? tokens - 2 : throw new ArgumentException($"{tokens} tokens hold no text", nameof(options));
        _vocabulary = new BertVocabulary(files.VocabularyPath, files.Vocabulary);
        _tokenizer = new BertTokenizer(_vocabulary, options.LowerCase ?? files.LowerCase ?? true);
        _labels = new LabelSet(files.LabelPath, files.Labels, options.LabelTypes);
        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(files.Model)))!;
        _producer = new Producer("model:" + (options.Name ?? folder), options.Version);
        if (files.VocabularySize is { } size && size != _vocabulary.Count)
        {
            throw WrongVocabulary(files, $"config.json says {size}");
        }

        _model = new TokenClassifier(files.Model);
        try
        {
            Probe(files);
        }
        catch
        {
            _model.Dispose();
            throw;
        }
    }

    /// <summary>Labels of the model that stand for no mention type, ascending: what they mark is left out.</summary>
    public ImmutableArray<string> IgnoredLabels => _labels.Ignored;

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mentions = new List<Mention>();
        foreach (var sentence in text.Sentences)
        {
            var words = _tokenizer.Tokenize(sentence.Span.Of(text.Text), sentence.Span.Start);
            foreach (var (start, end, label, probability) in LabelDecoder.Decode(_labels, Score(words, text.Text)))
            {
                if (_labels.TypeAt(label) is { } type)
                {
                    mentions.Add(new Mention(type, new TextSpan(words[start].Span.Start, words[end - 1].Span.End), _producer) { Confidence = probability });
                }
            }
        }

        return mentions;
    }

    public void Dispose() => _model.Dispose();

    private OnnxModelException WrongVocabulary(ModelFiles files, string what, Exception? inner = null) =>
        new(OnnxDiagnostics.WrongVocabulary, $"{files.VocabularyPath}: it has {_vocabulary.Count} entries, but {what} — take the vocab.txt that the model was trained with", inner);

    // The graph does not say how many entries it knows: the last one is tried.
    private void Probe(ModelFiles files)
    {
        int width;
        try
        {
            _model.Run([0], out width);
        }
        catch (OnnxRuntimeException exception)
        {
            throw _model.NoModel("it does not run on a text of one token — export it with free batch and sequence axes", exception);
        }

        if (width != _labels.Count)
        {
            throw new OnnxModelException(OnnxDiagnostics.WrongLabels, $"{files.LabelPath}: there are {_labels.Count} labels, but the model gives {width} values a token — list its labels in the order of its outputs");
        }

        try
        {
            _model.Run([_vocabulary.Count - 1], out _);
        }
        catch (OnnxRuntimeException exception)
        {
            throw WrongVocabulary(files, "the model has fewer", exception);
        }
    }

    // A word's label is that of its first piece. Of a word that two parts hold, the part counts that shows more around it.
    private float[][] Score(List<Word> words, string text)
    {
        var scores = new float[words.Count][];
        if (words.Count == 0)
        {
            return scores;
        }

        var margins = new int[words.Count];
        foreach (var (start, end) in SentenceChunks.Cut(words, text, 0, _room))
        {
            var ids = new List<long> { _vocabulary.Start };
            var firsts = new List<int>();
            for (var i = start; i < end; i++)
            {
                firsts.Add(ids.Count);
                ids.AddRange(words[i].Pieces.Take(_room));
            }

            ids.Add(_vocabulary.End);
            var logits = _model.Run([.. ids], out var width);
            for (var i = start; i < end; i++)
            {
                var margin = Math.Min(i - start, end - 1 - i) + 1;
                if (margin > margins[i])
                {
                    margins[i] = margin;
                    scores[i] = LogSoftmax(logits.AsSpan(firsts[i - start] * width, width));
                }
            }
        }

        return scores;
    }

    private static float[] LogSoftmax(ReadOnlySpan<float> logits)
    {
        var most = float.NegativeInfinity;
        foreach (var value in logits)
        {
            most = Math.Max(most, value);
        }

        double sum = 0;
        foreach (var value in logits)
        {
            sum += Math.Exp(value - most);
        }

        var scores = new float[logits.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = (float)(logits[i] - most - Math.Log(sum));
        }

        return scores;
    }
}
