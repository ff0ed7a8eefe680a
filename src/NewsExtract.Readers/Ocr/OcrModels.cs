using Microsoft.ML.OnnxRuntime;

namespace NewsExtract.Readers.Ocr;

/// <summary>The sessions of PP-OCRv4, loaded once and shared by all pages. Safe for concurrent use.</summary>
internal sealed class OcrModels : IDisposable
{
    /// <summary>Where the build lays the models, beside the program.</summary>
    private const string Folder = "ocr-models";

    private const string Command = "scripts/fetch-ocr-models.sh (needs npm)";

    private OcrModels(string folder)
    {
        using var options = new SessionOptions
        {
            // One thread a page: pages of a run are read side by side, and sums do not depend on how work was shared out.
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,

            // Lines differ in width: plans and arenas for every width would pile up.
            EnableMemoryPattern = false,
            EnableCpuMemArena = true,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        Detection = new InferenceSession(Path.Combine(folder, "ch_PP-OCRv4_det_infer.onnx"), options);
        Recognition = new InferenceSession(Path.Combine(folder, "ch_PP-OCRv4_rec_infer.onnx"), options);
        Keys = ["", .. File.ReadAllText(Path.Combine(folder, "ppocr_keys_v1.txt")).Split('\n').Select(key => key.TrimEnd('\r')).Where(key => key.Length > 0), " "];
    }

    public InferenceSession Detection { get; }

    public InferenceSession Recognition { get; }

    /// <summary>The character of each class: the blank of CTC first, the blank between words last.</summary>
    public string[] Keys { get; }

    /// <exception cref="OcrUnavailableException">The models or the native library are missing.</exception>
    public static OcrModels Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, Folder);
        try
        {
            return new OcrModels(folder);
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or IOException)
        {
            throw new OcrUnavailableException(new Diagnostic(OcrDiagnostics.ModelsMissing, Severity.Error, $"the OCR models are not in {folder}; bring them with {Command} and build again, or use --ocr-engine tesseract"), exception);
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException)
        {
            throw new OcrUnavailableException(new Diagnostic(OcrDiagnostics.LibraryMissing, Severity.Error, "ONNX Runtime can't be loaded on this system; use --ocr-engine tesseract"), exception);
        }
    }

    public void Dispose()
    {
        Detection.Dispose();
        Recognition.Dispose();
    }
}
