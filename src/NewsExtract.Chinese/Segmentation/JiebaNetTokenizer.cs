using System.Collections.Immutable;
using System.Security.Cryptography;
using JiebaNet.Segmenter;
using Token = NewsExtract.Core.Token;

namespace NewsExtract.Chinese.Segmentation;

/// <summary>
/// The jieba.NET package itself, the reference for <see cref="SpanTokenizer"/>: its words, with exact offsets, surrogate
/// pairs that it splits joined again, and tags from the dictionary. It differs from the original, and from
/// <see cref="SpanTokenizer"/>, where its HMM breaks ties the other way round and around ·.
/// Its state belongs to the process, so the resource folder is that of the first instance. Safe for concurrent use.
/// </summary>
public sealed class JiebaNetTokenizer : ITokenizer
{
    private static readonly Lock Gate = new();
    private static string? s_loadedFolder;

    private readonly JiebaSegmenter _segmenter;
    private readonly SegmentationModel _model;

    /// <summary>Reads <c>Resources</c> beside the app.</summary>
    /// <exception cref="SegmentationResourceException">A resource of jieba.NET is missing or damaged.</exception>
    public JiebaNetTokenizer()
        : this(Path.Combine(AppContext.BaseDirectory, "Resources"))
    {
    }

    /// <param name="resourceFolder">Holds dict.txt, prob_trans.json and prob_emit.json of the package.</param>
    /// <exception cref="SegmentationResourceException">A resource is missing or damaged.</exception>
    /// <exception cref="InvalidOperationException">The process has already loaded jieba.NET from another folder.</exception>
    public JiebaNetTokenizer(string resourceFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceFolder);
        var folder = Path.GetFullPath(resourceFolder);
        _model = SegmentationModel.Default;
        lock (Gate)
        {
            // jieba.NET goes on without its dictionary and cuts wrongly, so its files are checked before it sees them.
            CheckResources(folder, _model);
            if (s_loadedFolder is not null && !string.Equals(s_loadedFolder, folder, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"jieba.NET is already loaded from {s_loadedFolder}; a process can't load it from {folder} as well");
            }

            ConfigManager.ConfigFileBaseDir = folder;
            _segmenter = new JiebaSegmenter();
            s_loadedFolder = folder;
        }
    }

    public ImmutableArray<Token> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var start = 0;
        var position = 0;
        foreach (var word in _segmenter.Cut(text, cutAll: false, hmm: true))
        {
            position += word.Length;
            if (position < text.Length && char.IsSurrogatePair(text[position - 1], text[position]))
            {
                continue;
            }

            tokens.Add(new Token(new TextSpan(start, position), WordTags.Of(_model, text.AsSpan(start, position - start))));
            start = position;
        }

        return start == text.Length
            ? tokens.DrainToImmutable()
            : throw new InvalidOperationException($"jieba.NET returned {start} of {text.Length} characters");
    }

    internal static void CheckResources(string folder, SegmentationModel model)
    {
        for (var i = 0; i < SegmentationFormat.SourceFiles.Length; i++)
        {
            var path = Path.Combine(folder, SegmentationFormat.SourceFiles[i]);
            if (!File.Exists(path))
            {
                throw new SegmentationResourceException(
                    SegmentationResourceException.Missing, $"{path} isn't there; copy the resources of the jieba.NET package beside the app, or use the span tokenizer");
            }

            using var stream = File.OpenRead(path);
            if (!model.SourceHash(i).SequenceEqual(SHA256.HashData(stream)))
            {
                throw new SegmentationResourceException(
                    SegmentationResourceException.Damaged, $"{path} differs from the file of the jieba.NET package that this build was made with; install it again");
            }
        }
    }
}
